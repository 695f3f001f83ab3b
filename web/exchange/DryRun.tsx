import { IconDownload, IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Kind } from '#domain/exchange/kinds.ts'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { call } from '#web/platform/client.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Problem } from '#web/platform/problem.ts'
import { queryClient } from '#web/platform/queryClient.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { bytesOf, download } from './download.ts'
import styles from './ListScreen.module.css'
import { NextList } from './NextList.tsx'
import { ProblemList } from './ProblemList.tsx'
import { causeOf, groupedProblems } from './problemGroups.ts'
import { detailsOf, reportOf } from './report.ts'
import * as texts from './texts.ru.ts'

type Preview = Output<'exchange.preview'>
type Row = Preview['rows'][number]
type Filter = 'all' | 'error' | 'create' | 'change' | 'same' | 'noted'
/** Kinds whose rows begin on a day. */
const dated: readonly Kind[] = ['students', 'subgroups', 'homerooms', 'classes', 'load']

/** What would be done, row by row; and the button that does it. */
export function DryRun({
  kind,
  preview,
  uploadId,
  refreshing,
  onDate,
  onChanged,
  onDone,
  onAgain,
}: {
  kind: Kind
  preview: Preview
  uploadId: string
  refreshing: boolean
  onDate: (day: string) => void
  onChanged: () => void
  onDone: (done: Output<'exchange.import'>) => void
  onAgain: () => void
}) {
  const { counts, rows } = preview
  const can = useCan()
  const [filter, setFilter] = useState<Filter>(counts.error > 0 ? 'error' : 'all')
  const [cause, setCause] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [changed, setChanged] = useState(false)
  const { run } = useCommand('exchange.import')
  const columns = useColumns(kind, preview)
  const noted = rows.filter((row) => row.notes.length > 0).length
  const filters: [Filter, number][] = [
    ['all', rows.length],
    ['error', counts.error],
    ['create', counts.create],
    ['change', counts.change],
    ['same', counts.same],
    ['noted', noted],
  ]
  const causes = useMemo(() => groupedProblems(kind, rows), [kind, rows])
  // One problem is read in its row; a cause of many rows is worth a line of its own.
  const several = causes.some((one) => one.rows > 1) || causes.length > 3
  const standing = filter === 'error' && causes.some(({ key }) => key === cause) ? cause : null
  const shown = rows.filter((row) =>
    standing
      ? row.problems.some((one) => causeOf(one) === standing)
      : filter === 'all' || (filter === 'noted' ? row.notes.length > 0 : row.action === filter),
  )
  const writing = counts.create + counts.change
  const hidden = preview.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name)
  const load = async () => {
    try {
      onDone(await run({ uploadId, kind, onDate: preview.onDate, hash: preview.hash }))
      void queryClient.invalidateQueries() // whatever is looked at next may have come with the list
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'exchange.changedMeanwhile')) throw error
      setAsking(false)
      setChanged(true)
      onChanged()
    }
  }
  const takeProblems = async () => {
    try {
      const made = await call('exchange.problems', { uploadId, kind, onDate: preview.onDate })
      download(made.name, made.mediaType, bytesOf(made.content))
    } catch (error) {
      toast(sentenceOf(error as Error))
    }
  }
  return (
    <>
      <div className={styles.paper}>
        <p>{texts.check.paper(kindNames[kind], preview.fileName)}</p>
        <p>{texts.check.paperCounts(counts.create, counts.change, counts.same, counts.error)}</p>
      </div>
      {changed && <Notice kind="note">{texts.check.changed}</Notice>}
      {preview.sheets.length > 1 && <p className={styles.notes}>{texts.check.sheets(preview.sheets.map(({ name }) => name))}</p>}
      {preview.unread.length > 0 && <p className={styles.notes}>{texts.check.unread(preview.unread)}</p>}
      {hidden.length > 0 && <p className={styles.notes}>{texts.check.hidden(hidden)}</p>}
      {preview.summaries.length > 0 && <p className={styles.notes}>{texts.check.summaries(preview.summaries)}</p>}
      <div className={styles.filters} role="group" aria-label={texts.check.filters}>
        {filters
          .filter(([key, n]) => n > 0 || key === 'all')
          .map(([key, n]) => (
            <button
              key={key}
              type="button"
              className={styles.filter}
              aria-pressed={filter === key}
              onClick={() => setFilter(key)}
            >
              {texts.check.filter[key](n)}
            </button>
          ))}
      </div>
      {filter === 'error' && several && <ProblemList kind={kind} groups={causes} shown={standing} onShow={setCause} />}
      <DataTable
        label={texts.check.title}
        rows={shown}
        columns={columns}
        rowKey={(row) => `${row.sheet} ${row.row}`}
        searchLabel={rows.length > 10 ? texts.check.search : undefined}
        tools={
          rows.length > 0 && (
            <>
              <Button icon={<IconPrinter size={18} stroke={1.6} aria-hidden />} onClick={() => window.print()}>
                {texts.check.print}
              </Button>
              <Button
                icon={<IconDownload size={18} stroke={1.6} aria-hidden />}
                onClick={() => download(`${texts.check.reportName} — ${kindNames[kind]}.csv`, 'text/csv', reportOf(kind, shown))}
              >
                {texts.check.report}
              </Button>
            </>
          )
        }
        empty={<EmptyState title={texts.check.none} text={texts.check.noneText} />}
      />
      {counts.error > 0 && (
        <div className={styles.fixing}>
          <Button icon={<IconFileSpreadsheet size={18} stroke={1.6} aria-hidden />} onClick={() => void takeProblems()}>
            {texts.check.problems}
          </Button>
          <span>{texts.check.problemsText}</span>
        </div>
      )}
      <div className={`${styles.foot} ${styles.bar}`} aria-busy={refreshing}>
        {dated.includes(kind) && (
          <DateField
            label={texts.check.onDate}
            value={preview.onDate}
            min={preview.year.from}
            max={preview.year.to}
            onChange={(day) => day && onDate(day)}
          />
        )}
        {can('exchange.import', { kind: 'school' }) && writing > 0 && (
          <Button kind="primary" busy={refreshing} onClick={() => setAsking(true)}>
            {texts.check.run(writing)}
          </Button>
        )}
        {writing === 0 && counts.error === 0 && rows.length > 0 && <NextList kind={kind} />}
        <Button onClick={onAgain}>{texts.guide.another}</Button>
      </div>
      {writing === 0 && rows.length > 0 && (
        <Notice kind={counts.error > 0 ? 'note' : 'good'}>
          {counts.error > 0 ? texts.check.onlyErrors : texts.check.nothing}
        </Notice>
      )}
      {writing > 0 && !can('exchange.import', { kind: 'school' }) && <Notice kind="note">{texts.check.administrator}</Notice>}
      {asking && (
        <ConfirmDialog
          title={texts.check.confirm(kindNames[kind])}
          action={texts.check.confirmRun}
          onConfirm={load}
          onClose={() => setAsking(false)}
        >
          <p>{texts.check.confirmText(counts.create, counts.change, counts.error)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function useColumns(kind: Kind, { sheets }: Preview): Column<Row>[] {
  const several = sheets.length > 1
  return useMemo(() => {
    const { columns } = texts.check
    return [
      { key: 'title', label: columns.title, value: ({ title }) => title, width: 'l' },
      {
        key: 'action',
        label: columns.action,
        value: ({ action }) => texts.actions[action],
        cell: ({ action }) => (
          <span className={styles.action} data-action={action}>
            {texts.actions[action]}
          </span>
        ),
        width: 'm',
      },
      {
        key: 'details',
        label: columns.details,
        value: (row) => detailsOf(kind, row).join('; '),
        cell: (row) => (
          <ul className={styles.details}>
            {detailsOf(kind, row).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ),
      },
      {
        key: 'row',
        label: columns.row,
        value: ({ sheet, row }) => (several ? texts.check.row(sheet, row) : row),
        width: 's',
      },
    ]
  }, [kind, several])
}
