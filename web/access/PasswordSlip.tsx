import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { say } from '#web/ui/status.ts'
import { product } from '#web/ui/texts.ru.ts'
import styles from './PasswordSlip.module.css'
import * as texts from './texts.ru.ts'

type Props = { name: string; detail: string; login: string; password: string; onClose: () => void }

/** A one-time password, shown once: to be copied or printed as a slip to cut out. */
export function PasswordSlip({ name, detail, login, password, onClose }: Props) {
  const address = location.host
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => {
    const result = await navigator.clipboard.writeText(texts.slip.asText(address, login, password)).then(
      () => texts.slip.copied,
      () => texts.slip.notCopied,
    )
    setCopied(result)
    say(result)
  }
  const slip = (
    <dl className={styles.slip}>
      <dt>{texts.slip.address}</dt>
      <dd>{address}</dd>
      <dt>{texts.slip.login}</dt>
      <dd className={styles.code}>{login}</dd>
      <dt>{texts.slip.password}</dt>
      <dd className={[styles.code, styles.password].join(' ')}>{password}</dd>
    </dl>
  )
  return (
    <Dialog
      title={texts.slip.title}
      footer={
        <>
          <Button icon={<IconCopy size={17} stroke={1.7} aria-hidden />} onClick={() => void copy()}>
            {texts.slip.copy}
          </Button>
          <Button icon={<IconPrinter size={17} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
            {texts.slip.print}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {texts.slip.done}
          </Button>
        </>
      }
    >
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.detail}>{detail}</p>
      </div>
      {slip}
      <Notice kind={copied === texts.slip.copied ? 'good' : 'note'}>{copied ?? texts.slip.warning}</Notice>
      {createPortal(
        <div className={styles.paper} aria-hidden="true">
          <p className={styles.brand}>{product}</p>
          <p className={styles.name}>{name}</p>
          <p>{detail}</p>
          {slip}
          <p className={styles.small}>{texts.slip.note}</p>
        </div>,
        document.body,
      )}
    </Dialog>
  )
}
