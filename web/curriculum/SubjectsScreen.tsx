import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { federalSubjects } from '#domain/curriculum/federalSubjects.ts'
import type { Output } from '#domain/operations.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Curriculum.module.css'
import { CurriculumTabs } from './CurriculumTabs.tsx'
import { SubjectDialog } from './SubjectDialog.tsx'
import * as texts from './texts.ru.ts'

export type Subject = Output<'curriculum.subjects'>['subjects'][number]
const words = texts.subjects

const columns: Column<Subject>[] = [
  { key: 'name', label: words.columns.name, value: ({ name }) => name, width: 'l' },
  { key: 'short', label: words.columns.short, value: ({ shortName }) => shortName },
  { key: 'area', label: words.columns.area, value: ({ area }) => area, hideOnPhone: true },
  {
    key: 'part',
    label: words.columns.part,
    value: ({ federal, archived }) => (archived ? words.archived : federal ? words.federal : words.school),
  },
  {
    key: 'years',
    label: words.columns.years,
    value: ({ years }) => years.join(', '),
    cell: ({ years }) => (years.length > 0 ? years.join(', ') : <span className={styles.soft}>{words.unused}</span>),
  },
]

/** The catalogue of subjects: by areas, of the federal and of the school's own part, used in which years. */
export default function SubjectsScreen() {
  const { data, error, refetch } = useQuery('curriculum.subjects', {})
  const may = useCan()('curriculum.addSubjects', { kind: 'school' })
  const add = useCommand('curriculum.addSubjects')
  const [open, setOpen] = useState<Subject | 'new' | null>(null)
  const [archive, setArchive] = useState(false)
  const rows = useMemo(() => data?.subjects.filter(({ archived }) => archive || !archived) ?? [], [data, archive])
  const missing = useMemo(() => {
    const there = new Set(data?.subjects.map(({ name }) => searchForm(name)))
    return Object.values(federalSubjects).filter(([name]) => !there.has(searchForm(name)))
  }, [data])
  const addKnown = async () => {
    try {
      await add.run({
        subjects: missing.map(([name, shortName, area]) => ({
          subjectId: newOperationId(),
          name,
          shortName,
          area,
          federal: true,
        })),
      })
      toast(words.knownAdded(missing.length))
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    refetch()
  }
  return (
    <Page
      title={texts.tabs.subjects}
      actions={
        may && data ? (
          <>
            {missing.length > 0 && (
              <Button busy={add.running} onClick={addKnown}>
                {words.addKnown}
              </Button>
            )}
            <Button kind="primary" icon={<IconPlus size={17} />} onClick={() => setOpen('new')}>
              {words.add}
            </Button>
          </>
        ) : undefined
      }
    >
      <div className={styles.bar}>
        <CurriculumTabs />
      </div>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && (
        <DataTable
          label={words.list}
          rows={rows}
          columns={columns}
          rowKey={({ subjectId }) => subjectId}
          searchLabel={words.search}
          {...(may ? { onOpen: setOpen } : {})}
          tools={
            data.subjects.some(({ archived }) => archived) ? (
              <CheckboxField label={words.showArchived} checked={archive} onChange={setArchive} />
            ) : undefined
          }
          empty={<EmptyState title={words.emptyTitle} text={words.emptyText} />}
        />
      )}
      {open && (
        <SubjectDialog
          key={open === 'new' ? 'new' : open.subjectId}
          subject={open === 'new' ? null : open}
          onDone={refetch}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}
