import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { copyText } from '#web/ui/copyText.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { say } from '#web/ui/status.ts'
import { Paper } from './Paper.tsx'
import * as texts from './protection.texts.ru.ts'
import styles from './RecoveryCodesDialog.module.css'

/** The codes for a bad day, shown once; closed only by saying that they are kept. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { login } = useMe()
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => {
    const result = (await copyText(`${texts.factor.paper(login)}\n${codes.join('\n')}`))
      ? texts.factor.copied
      : texts.factor.notCopied
    setCopied(result)
    say(result)
  }
  const list = (
    <ul className={styles.codes}>
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  )
  return (
    <Dialog
      title={texts.factor.codesTitle}
      footer={
        <>
          <Button icon={<IconCopy size={17} stroke={1.7} aria-hidden />} onClick={() => void copy()}>
            {texts.factor.copy}
          </Button>
          <Button icon={<IconPrinter size={17} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
            {texts.factor.print}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {texts.factor.saved}
          </Button>
        </>
      }
    >
      {list}
      <Notice kind="note">{copied ?? texts.factor.codesText}</Notice>
      <Paper>
        <p>{texts.factor.paper(login)}</p>
        {list}
        <p>{texts.factor.codesText}</p>
      </Paper>
    </Dialog>
  )
}
