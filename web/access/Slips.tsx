import { IconFileDownload, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import * as texts from './issue.texts.ru.ts'
import { type Slip, SlipPaper, type Teachers } from './SlipPaper.tsx'
import styles from './Slips.module.css'
import { useNotice } from './useNotice.ts'
import { useSlipsPdf } from './useSlipsPdf.ts'

const columns: Column<Slip>[] = [
  {
    key: 'name',
    label: texts.slips.columns.name,
    value: ({ name }) => name,
    cell: ({ name, kind, detail }) => (
      <>
        {name}
        <span className={styles.detail}>{texts.about(kind, detail)}</span>
      </>
    ),
  },
  { key: 'login', label: texts.slips.columns.login, value: ({ login }) => login, cell: ({ login }) => <code>{login}</code> },
]
const secret: Column<Slip> = {
  key: 'secret',
  label: texts.slips.columns.secret,
  value: ({ password }) => password,
  cell: ({ password }) => <code className={styles.password}>{password}</code>,
}
const link: Column<Slip> = {
  key: 'link',
  label: texts.slips.columns.link,
  value: ({ expiresOn }) => expiresOn,
  cell: ({ expiresOn }) => expiresOn && numericDate(expiresOn),
}

type Props = {
  /** The class to whose people they are; null: to anybody of the school. */
  classId: string | null
  slips: readonly Slip[]
  teachers: Teachers
  onDone: () => void
}

/** What has been issued, to be printed now, or saved as PDF: nobody but this page knows the passwords any more. */
export function Slips({ classId, slips, teachers, onDone }: Props) {
  const { head, pictures } = useNotice(slips)
  const [printed, setPrinted] = useState(false)
  const pdf = useSlipsPdf(() => setPrinted(true))
  const [asking, setAsking] = useState(false)
  const byLink = slips.some(({ token }) => token)
  useEffect(() => {
    if (printed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [printed])
  const print = () => {
    window.print()
    setPrinted(true)
  }
  return (
    <>
      <Notice kind="note">{byLink ? texts.slips.warningLink : texts.slips.warning}</Notice>
      <div className={styles.actions}>
        <Button
          kind="primary"
          icon={<IconPrinter size={17} stroke={1.7} aria-hidden />}
          disabled={!pictures || slips.length === 0}
          onClick={print}
        >
          {texts.slips.print}
        </Button>
        <Button
          icon={<IconFileDownload size={17} stroke={1.7} aria-hidden />}
          disabled={slips.length === 0}
          busy={pdf.making}
          onClick={() => pdf.make(classId, slips)}
        >
          {pdf.making ? texts.slips.making : texts.slips.pdf}
        </Button>
        <Button onClick={() => (printed ? onDone() : setAsking(true))}>{texts.slips.done}</Button>
      </div>
      {pdf.problem && <Notice kind="bad">{pdf.problem}</Notice>}
      <DataTable
        label={texts.slips.list}
        rows={slips}
        columns={[...columns, byLink ? link : secret]}
        rowKey={({ personId }) => personId}
        searchLabel={texts.issue.search}
        empty={null}
      />
      {pictures && <SlipPaper slips={slips} pictures={pictures} head={head} teachers={teachers} />}
      {asking && (
        <ConfirmDialog
          title={texts.slips.leaveTitle}
          action={texts.slips.leave}
          onConfirm={onDone}
          onClose={() => setAsking(false)}
        >
          <p>{texts.slips.leaveText}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
