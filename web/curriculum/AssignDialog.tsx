import { useState } from 'react'
import { parseHours } from '#domain/curriculum/entry.ts'
import { hoursText } from '#domain/curriculum/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Load.module.css'
import { type Assignment, type Load, type TeacherLoad, teachersFrom } from './loadView.ts'
import { TeacherPicker } from './TeacherPicker.tsx'
import * as texts from './texts.ru.ts'

/** A course to be given to somebody: there already or opened by it. */
export type Target = { groupId: string; subjectId: string; label: string; halfHours: number; all: readonly Assignment[] }

/** Gives one course, or many at once, to a teacher from a day on. */
export function AssignDialog({
  load,
  teachers,
  targets,
  day,
  onDone,
  onClose,
}: {
  load: Load
  teachers: readonly TeacherLoad[]
  targets: readonly Target[]
  day: string
  onDone: () => void
  onClose: () => void
}) {
  const words = texts.assignDialog
  const only = targets.length === 1 ? targets[0]! : null
  const [teacherId, setTeacherId] = useState<string | null>(null)
  const [hours, setHours] = useState(only ? hoursText(only.halfHours) : '')
  const [from, setFrom] = useState(day)
  const [problem, setProblem] = useState<string | null>(null)
  const assign = useCommand('curriculum.assign')
  const nameOf = new Map(load.teachers.map(({ personId, name }) => [personId, name]))
  const beside = only && from ? teachersFrom(only.all, from).map((id) => nameOf.get(id) ?? '') : []
  const save = async () => {
    const typed = only ? parseHours(hours) : 0
    if (teacherId === null) return setProblem(words.choose)
    if (typed === null) return setProblem(words.hoursWrong)
    if (from === '') return setProblem(words.needDay)
    setProblem(null)
    await assign.run({
      from,
      assignments: targets.map(({ groupId, subjectId, halfHours, all }) => ({
        groupId,
        subjectId,
        teacherId,
        halfHours: only ? typed : halfHours,
        expected: teachersFrom(all, from),
      })),
    })
    toast(words.done(nameOf.get(teacherId) ?? ''))
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog title={words.title} action={words.action} onConfirm={save} onClose={onClose}>
      <div className={styles.form}>
        <p>{only ? only.label : words.rows(targets.length, targets.map(({ label }) => label).join('; '))}</p>
        {beside.length > 0 && <Notice kind="note">{words.second(beside.join(', '))}</Notice>}
        <TeacherPicker
          load={load}
          teachers={teachers}
          subjectIds={targets.map(({ subjectId }) => subjectId)}
          chosen={teacherId}
          onChoose={setTeacherId}
        />
        <div className={styles.pair}>
          {only && (
            <TextField label={words.hours} inputMode="decimal" value={hours} onChange={(event) => setHours(event.target.value)} />
          )}
          <DateField label={words.from} value={from} min={load.year.from} max={load.year.to} onChange={setFrom} />
        </div>
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </ConfirmDialog>
  )
}
