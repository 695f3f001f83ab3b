import { useState } from 'react'
import { useLocation } from 'wouter'
import { isOfWholeClasses } from '#domain/classes/rules.ts'
import { groupKindNames } from '#domain/classes/texts.ru.ts'
import type { Input } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from '../Form.module.css'
import { FormDialog } from '../FormDialog.tsx'
import { refreshClasses } from '../refresh.ts'
import type { Overview } from './ClassList.tsx'
import { type GroupDraft, GroupFields } from './GroupFields.tsx'
import * as texts from './texts.ru.ts'

const words = texts.group
type Kind = Input<'classes.createGroup'>['kind']
const kinds = Object.keys(words.kindHints) as Kind[]

/** A combined class, a stream, an elective, a club, or the plan of one student. */
export function NewGroupDialog({ overview, yearId, onClose }: { overview: Overview; yearId: string; onClose: () => void }) {
  const [, navigate] = useLocation()
  const create = useCommand('classes.createGroup')
  const year = overview.years.find((one) => one.yearId === yearId)!
  const [groupId] = useState(newOperationId)
  const [kind, setKind] = useState<Kind>('elective')
  const [from, setFrom] = useState<string>(overview.on)
  const [draft, setDraft] = useState<GroupDraft>({ name: '', classIds: [], capacity: null, ungraded: false, studentIds: [] })
  const whole = isOfWholeClasses(kind)
  const single = kind === 'individual'
  const ready = draft.name.trim() !== '' && draft.classIds.length >= (whole ? 2 : 1) && (!single || draft.studentIds.length === 1)
  const wanted =
    draft.classIds.length < (whole ? 2 : 1)
      ? whole
        ? words.chooseTwo
        : words.chooseClasses
      : single
        ? words.chooseOne
        : undefined
  const choose = (next: Kind) => {
    setKind(next)
    setDraft({
      ...draft,
      ungraded: next === 'extracurricular',
      studentIds: [],
      classIds: next === 'individual' ? [] : draft.classIds,
    })
  }
  const save = async () => {
    const { students } = await create.run({
      groupId,
      yearId,
      kind,
      ...draft,
      studentIds: whole ? [] : draft.studentIds,
      from: (from || overview.on) as PlainDate,
    })
    toast(words.created(students))
    void refreshClasses()
    onClose()
    if (kind === 'individual') navigate(`/school/classes/plans/${groupId}`)
  }
  return (
    <FormDialog title={texts.addGroup} action={words.create} ready={ready} wanted={wanted} wide onSave={save} onClose={onClose}>
      <div className={styles.row}>
        <SelectField
          label={words.kind}
          value={kind}
          options={kinds.map((one) => ({ value: one, label: groupKindNames[one] }))}
          onChange={(value) => choose(value as Kind)}
        />
        <DateField
          label={words.from}
          hint={words.fromHint}
          value={from}
          min={year.from}
          max={year.to}
          required
          onChange={setFrom}
        />
      </div>
      <p className={styles.quiet}>{words.kindHints[kind]}</p>
      <GroupFields overview={overview} draft={draft} onChange={setDraft} whole={whole} single={single} />
    </FormDialog>
  )
}
