import { useState } from 'react'
import { parseHours } from '#domain/curriculum/entry.ts'
import { hoursText } from '#domain/curriculum/rules.ts'
import { assignmentText } from '#domain/curriculum/texts.ru.ts'
import { useCommand } from '#web/platform/commands.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Load.module.css'
import type { Assignment, Load, TeacherLoad } from './loadView.ts'
import { TeacherPicker } from './TeacherPicker.tsx'
import * as texts from './texts.ru.ts'

/** Another teacher or other hours from a day on, or the last day of an assignment. What was until then stays. */
export function ChangeDialog({
  load,
  teachers,
  subjectId,
  label,
  assignment,
  day,
  onDone,
  onClose,
}: {
  load: Load
  teachers: readonly TeacherLoad[]
  subjectId: string
  label: string
  assignment: Assignment
  day: string
  onDone: () => void
  onClose: () => void
}) {
  const words = texts.changeDialog
  const { assignmentId, ...expected } = assignment
  const [what, setWhat] = useState<'reassign' | 'end'>('reassign')
  const [teacherId, setTeacherId] = useState(assignment.teacherId)
  const [hours, setHours] = useState(hoursText(assignment.halfHours))
  const [from, setFrom] = useState(day < assignment.from ? assignment.from : day)
  const [to, setTo] = useState<string>(assignment.to ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const reassign = useCommand('curriculum.reassign')
  const end = useCommand('curriculum.endAssignment')
  const name = load.teachers.find(({ personId }) => personId === assignment.teacherId)?.name ?? ''
  const save = async () => {
    const halfHours = parseHours(hours)
    if (what === 'reassign' && halfHours === null) return setProblem(texts.assignDialog.hoursWrong)
    if (what === 'reassign' && from === '') return setProblem(texts.assignDialog.needDay)
    if (what === 'end' && to === '' && assignment.to === null) return setProblem(texts.assignDialog.needDay)
    setProblem(null)
    if (what === 'reassign') await reassign.run({ assignmentId, teacherId, halfHours: halfHours ?? 0, from, expected })
    else await end.run({ assignmentId, to: to === '' ? null : to, expected })
    toast(words.done)
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog
      title={words.title}
      action={what === 'reassign' ? words.reassignAction : words.endAction}
      onConfirm={save}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p>
          {label}. {words.current(assignmentText({ name, ...expected }))}
        </p>
        <SelectField
          label={words.what}
          value={what}
          options={[
            { value: 'reassign', label: words.reassign },
            { value: 'end', label: words.end },
          ]}
          onChange={(value) => setWhat(value === 'end' ? 'end' : 'reassign')}
        />
        {what === 'reassign' ? (
          <>
            <TeacherPicker load={load} teachers={teachers} subjectIds={[subjectId]} chosen={teacherId} onChoose={setTeacherId} />
            <div className={styles.pair}>
              <TextField
                label={texts.assignDialog.hours}
                inputMode="decimal"
                value={hours}
                onChange={(event) => setHours(event.target.value)}
              />
              <DateField
                label={words.from}
                hint={words.fromHint}
                value={from}
                min={assignment.from}
                max={load.year.to}
                onChange={setFrom}
              />
            </div>
          </>
        ) : (
          <DateField label={words.last} hint={words.lastHint} value={to} max={load.year.to} onChange={setTo} />
        )}
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </ConfirmDialog>
  )
}
