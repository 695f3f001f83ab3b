import { IconTableImport } from '@tabler/icons-react'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import * as texts from './texts.ru.ts'

type Run = Output<'exchange.imports'>['imports'][number]

/** What was brought in, and the way back of each while it stands. */
export function ImportsTable({ imports, onUndo }: { imports: readonly Run[]; onUndo: (run: Run) => void }) {
  const can = useCan()
  const { school } = useMe()
  const { columns: labels } = texts.hub
  const columns: Column<Run>[] = [
    { key: 'when', label: labels.when, value: (run) => run.at, cell: (run) => moment(run.at, school.timeZone), width: 'm' },
    { key: 'kind', label: labels.kind, value: (run) => kindNames[run.kind], width: 'm' },
    { key: 'counts', label: labels.counts, value: ({ counts }) => texts.hub.counts(counts.create, counts.change) },
    { key: 'file', label: labels.file, value: (run) => run.fileName, hideOnPhone: true },
    { key: 'by', label: labels.by, value: (run) => run.by, width: 'm' },
    {
      key: 'undo',
      label: labels.undo,
      value: (run) => (run.undoneAt ? texts.hub.undone(run.undoneBy) : ''),
      cell: (run) =>
        run.undoneAt === null && can('exchange.undo', { kind: 'school' }) ? (
          <Button size="s" onClick={() => onUndo(run)}>
            {texts.hub.undo}
          </Button>
        ) : run.undoneAt ? (
          texts.hub.undone(run.undoneBy)
        ) : null,
      width: 'm',
    },
  ]
  return (
    <DataTable
      label={texts.hub.history}
      rows={imports}
      columns={columns}
      rowKey={(run) => run.importId}
      searchLabel={imports.length > 10 ? texts.hub.search : undefined}
      empty={
        <EmptyState
          icon={<IconTableImport size={32} stroke={1.4} aria-hidden />}
          title={texts.hub.nothing}
          text={texts.hub.nothingText}
        />
      }
    />
  )
}
