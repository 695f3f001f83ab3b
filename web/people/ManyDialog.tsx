import { useState } from 'react'
import { differing, type Field, fieldsOf, type Kind, tidyValues, type Values } from '#domain/people/many.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Button } from '#web/ui/Button.tsx'
import { DataTable } from '#web/ui/DataTable.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf, undo } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Form.module.css'
import { ManyFields } from './ManyFields.tsx'
import { many as texts, valuesText } from './many.texts.ru.ts'

type Props = { kind: Kind; chosen: ReadonlySet<string>; onDone: () => void; onClose: () => void }

/** Says the same of many people: what changes for whom is seen before, and all of it is one step that can be taken back. */
export function ManyDialog({ kind, chosen, onDone, onClose }: Props) {
  const { data, error, refetch } = useQuery('people.editable', { kind })
  const change = useCommand('people.changeMany')
  const takeBack = useCommand('people.takeBack')
  const [draft, setDraft] = useState<Values>({})
  const [position, setPosition] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const changes = tidyValues(draft)
  const fields = fieldsOf[kind].filter((field) => changes[field] !== undefined) as Field[]
  const own = (data?.rows ?? []).filter(({ personId }) => chosen.has(personId))
  const rows = own.filter(({ about }) => position === '' || about === position)
  const changing = rows.filter(({ values }) => differing(values, changes).length > 0)
  const people = new Set(changing.map(({ personId }) => personId)).size
  const positions = kind === 'staff' ? [...new Set(own.map(({ about }) => about))].sort() : []
  const revert = async (runId: string) => {
    try {
      await takeBack.run({ runId })
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    onDone()
  }
  const save = async () => {
    setProblem(null)
    try {
      const done = await change.run({ kind, changes, rows: changing.map(({ rowId, values }) => ({ rowId, expected: values })) })
      const { runId } = done
      toast(texts.done(done.people), runId === null ? null : { label: undo, run: () => void revert(runId) })
      onDone()
      onClose()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
      refetch()
    }
  }
  return (
    <Dialog title={texts.title(chosen.size)} shape="wide" onClose={onClose}>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      {data && own.length === 0 && <EmptyState title={texts.none} />}
      {data && own.length > 0 && (
        <div className={styles.fields}>
          {positions.length > 1 && (
            <SelectField
              label={texts.positions}
              value={position}
              options={[{ value: '', label: texts.everyPosition }, ...positions.map((name) => ({ value: name, label: name }))]}
              onChange={setPosition}
            />
          )}
          <ManyFields kind={kind} draft={draft} onChange={setDraft} />
          {draft.informed === false && <Notice kind="note">{texts.closes}</Notice>}
          {problem && <Notice kind="bad">{problem}</Notice>}
          <div className={styles.partHead}>
            <h3>{texts.preview}</h3>
            <Button kind="primary" busy={change.running} disabled={changing.length === 0} onClick={() => void save()}>
              {texts.action(people)}
            </Button>
          </div>
          {changing.length === 0 ? (
            <p className={styles.quiet}>{fields.length === 0 ? texts.nothing : texts.nobody}</p>
          ) : (
            <DataTable
              label={texts.preview}
              rows={changing}
              columns={[
                { key: 'name', label: texts.columns.name, value: ({ name }) => name, width: 'l' },
                { key: 'about', label: texts.about[kind], value: ({ about }) => about, width: 'm' },
                { key: 'now', label: texts.columns.now, value: ({ values }) => valuesText(values, fields) },
                { key: 'next', label: texts.columns.next, value: () => `→ ${valuesText(changes, fields)}` },
              ]}
              rowKey={({ rowId }) => rowId}
              searchLabel={texts.search}
              tools={
                rows.length > changing.length && <span className={styles.quiet}>{texts.same(rows.length - changing.length)}</span>
              }
              empty={null}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}
