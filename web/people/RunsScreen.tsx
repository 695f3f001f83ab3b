import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { type Field, tidyValues } from '#domain/people/many.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { toast } from '#web/ui/toasts.ts'
import { many, runs as texts, valuesText } from './many.texts.ru.ts'
import { list } from './texts.ru.ts'

type Run = Output<'people.runs'>['runs'][number]

/** Merges and changes of many cards, each of which can be taken back whole. */
export default function RunsScreen() {
  const { school } = useMe()
  const { data, error, refetch } = useQuery('people.runs', {})
  const takeBack = useCommand('people.takeBack')
  const [reverting, setReverting] = useState<Run | null>(null)
  const columns: Column<Run>[] = [
    {
      key: 'what',
      label: texts.columns.what,
      value: whatOf,
      cell: (run) => (run.keptId ? <Link href={`/school/people/${run.keptId}`}>{whatOf(run)}</Link> : whatOf(run)),
    },
    { key: 'people', label: texts.columns.people, value: ({ people }) => people, numeric: true, width: 's', hideOnPhone: true },
    { key: 'by', label: texts.columns.by, named: true, value: ({ by }) => by, width: 'm' },
    { key: 'at', label: texts.columns.at, value: ({ at }) => at, cell: ({ at }) => moment(at, school.timeZone), width: 'm' },
    {
      key: 'state',
      label: texts.columns.state,
      value: ({ undoneAt }) => undoneAt,
      cell: (run) =>
        run.undoneAt ? (
          texts.undone(run.undoneBy, moment(run.undoneAt, school.timeZone))
        ) : (
          <Button size="s" aria-label={`${texts.takeBack[run.what]}: ${whatOf(run)}`} onClick={() => setReverting(run)}>
            {texts.takeBack[run.what]}
          </Button>
        ),
      width: 'm',
    },
  ]
  const confirm = async () => {
    if (!reverting) return
    await takeBack.run({ runId: reverting.runId })
    toast(texts.done[reverting.what])
    setReverting(null)
    refetch()
  }
  return (
    <Page title={texts.title} subtitle={<Link href="/school/people">{list.title}</Link>}>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      {data && data.runs.length > 0 && <p>{texts.about}</p>}
      {data && (
        <DataTable
          label={texts.title}
          rows={data.runs}
          columns={columns}
          rowKey={({ runId }) => runId}
          searchLabel={texts.search}
          empty={<EmptyState title={texts.none} text={texts.noneText} />}
        />
      )}
      {reverting && (
        <ConfirmDialog
          title={texts.confirm[reverting.what]}
          action={texts.takeBack[reverting.what]}
          danger
          onConfirm={confirm}
          onClose={() => setReverting(null)}
        >
          <p>{whatOf(reverting)}</p>
          <p>{texts.text[reverting.what]}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}

function whatOf({ what, kept, double, kind, changes }: Run): string {
  if (what === 'merge' || kind === null) return texts.merge(kept, double)
  const said = tidyValues(changes)
  const fields = Object.keys(said) as Field[]
  const values = fields.map((field) => `${many.fields[field].toLowerCase()} — ${valuesText(said, [field])}`).join('; ')
  return texts.change(kind, values)
}
