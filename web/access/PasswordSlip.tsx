import { IconCopy, IconFileDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from '#web/platform/queries.ts'
import { Button } from '#web/ui/Button.tsx'
import { copyText } from '#web/ui/copyText.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { say } from '#web/ui/status.ts'
import type { Person } from './accountSearch.ts'
import * as issue from './issue.texts.ru.ts'
import styles from './PasswordSlip.module.css'
import { type Slip, SlipPaper } from './SlipPaper.tsx'
import * as texts from './texts.ru.ts'
import { useNotice } from './useNotice.ts'
import { useSlipsPdf } from './useSlipsPdf.ts'

type Props = { person: Person; login: string; password: string; onClose: () => void }

const byPassword = [{ token: null }]

/** A one-time password, shown once: to be copied, printed as a notice to cut out, or saved as PDF. */
export function PasswordSlip({ person, login, password, onClose }: Props) {
  const [copied, setCopied] = useState<string | null>(null)
  const { data } = useQuery('access.candidates', {})
  const { head, pictures } = useNotice(byPassword)
  const pdf = useSlipsPdf(() => {})
  const { personId, name, kind, detail } = person
  const classes = data?.people.find((one) => one.personId === personId)?.classes ?? []
  const slip: Slip = {
    ...{ personId, accountId: '', name, kind, detail, login, password, token: null, expiresOn: null },
    ...{ classes, sheet: classes[0] ?? '' },
  }
  const copy = async () => {
    const result = (await copyText(texts.slip.asText(location.host, login, password))) ? texts.slip.copied : texts.slip.notCopied
    setCopied(result)
    say(result)
  }
  const ready = pictures !== null && data !== undefined
  return (
    <Dialog
      title={texts.slip.title}
      footer={
        <>
          <Button icon={<IconCopy size={17} stroke={1.7} aria-hidden />} onClick={() => void copy()}>
            {texts.slip.copy}
          </Button>
          <Button
            icon={<IconFileDownload size={17} stroke={1.7} aria-hidden />}
            disabled={!ready}
            busy={pdf.making}
            onClick={() => pdf.make(null, [slip])}
          >
            {pdf.making ? issue.slips.making : issue.slips.pdf}
          </Button>
          <Button icon={<IconPrinter size={17} stroke={1.7} aria-hidden />} disabled={!ready} onClick={() => window.print()}>
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
        <p className={styles.detail}>{texts.accounts.about(kind, detail)}</p>
      </div>
      <dl className={styles.slip}>
        <dt>{texts.slip.address}</dt>
        <dd>{location.host}</dd>
        <dt>{texts.slip.login}</dt>
        <dd className={styles.code}>{login}</dd>
        <dt>{texts.slip.password}</dt>
        <dd className={[styles.code, styles.password].join(' ')}>{password}</dd>
      </dl>
      <Notice kind={copied === texts.slip.copied ? 'good' : 'note'}>{copied ?? texts.slip.warning}</Notice>
      {pdf.problem && <Notice kind="bad">{pdf.problem}</Notice>}
      {pictures && (
        <SlipPaper
          slips={[slip]}
          pictures={pictures}
          head={head}
          teachers={new Map(data?.classes.map((one) => [one.name, one.homeroomTeacher]))}
        />
      )}
    </Dialog>
  )
}
