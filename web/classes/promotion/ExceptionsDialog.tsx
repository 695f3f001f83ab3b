import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from './Promotion.module.css'
import { type Choice, classesFor, type Exception, type OldClass, usualClass } from './plan.ts'
import * as texts from './texts.ru.ts'

type Outcome = Exception['outcome']
type Ahead = { classId: string; name: string; grade: number }
type Props = {
  ofClass: OldClass
  ahead: readonly Ahead[]
  choices: Record<string, Choice>
  exceptions: readonly Exception[]
  onChange: (exceptions: Exception[]) => void
  onClose: () => void
}

const leaves = (outcome: Outcome) => outcome === 'graduate' || outcome === 'depart'

/** What becomes of single students: promoted on condition, kept for another year, gone. */
export function ExceptionsDialog({ ofClass, ahead, choices, exceptions, onChange, onClose }: Props) {
  const { name, grade, students } = ofClass
  const unplaced = exceptions.find(
    ({ studentId, outcome, toClassId }) =>
      !leaves(outcome) && toClassId === null && students.some((one) => one.studentId === studentId),
  )
  const set = (studentId: string, outcome: Outcome | 'usual', toClassId?: string | null) => {
    const others = exceptions.filter((one) => one.studentId !== studentId)
    const reason = exceptions.find((one) => one.studentId === studentId)?.reason ?? ''
    if (outcome === 'usual') onChange(others)
    else
      onChange([
        ...others,
        {
          studentId,
          outcome,
          toClassId: leaves(outcome) ? null : (toClassId ?? usualClass(ofClass, outcome, ahead, choices)),
          reason,
        },
      ])
  }
  const explain = (studentId: string, reason: string) =>
    onChange(exceptions.map((one) => (one.studentId === studentId ? { ...one, reason } : one)))
  return (
    <Dialog
      title={texts.exceptionsTitle(name)}
      shape="wide"
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={onClose}>
          {texts.ready}
        </Button>
      }
    >
      {unplaced && <Notice kind="note">{texts.noClass(unplaced.outcome === 'retain' ? grade : grade + 1)}</Notice>}
      <ul className={styles.students}>
        {students
          .filter(({ moved }) => !moved)
          .map((student) => {
            const own = exceptions.find((one) => one.studentId === student.studentId)
            return (
              <li key={student.studentId} className={styles.student}>
                <span>{student.name}</span>
                <SelectField
                  label={texts.outcomeOf(student.name)}
                  bare
                  value={own?.outcome ?? 'usual'}
                  options={Object.entries(texts.outcomes).map(([value, label]) => ({ value, label }))}
                  onChange={(value) => set(student.studentId, value as Outcome | 'usual')}
                />
                {own && !leaves(own.outcome) && own.toClassId !== null && (
                  <SelectField
                    label={texts.classOf(student.name)}
                    bare
                    value={own.toClassId}
                    options={classesFor(ahead, grade, own.outcome).map((one) => ({ value: one.classId, label: one.name }))}
                    onChange={(value) => set(student.studentId, own.outcome, value)}
                  />
                )}
                {own && (
                  <div className={styles.reason}>
                    <TextField
                      label={texts.reason}
                      hint={own.outcome === 'promoteConditionally' ? texts.debtHint : undefined}
                      value={own.reason ?? ''}
                      maxLength={300}
                      onChange={(event) => explain(student.studentId, event.target.value)}
                    />
                  </div>
                )}
              </li>
            )
          })}
      </ul>
    </Dialog>
  )
}
