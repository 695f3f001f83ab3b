import { useState } from 'react'
import { type Exception, type ExceptionKind, exceptionKinds, grades, whyExceptionsAreWrong } from '#domain/calendar/rules.ts'
import type { Output } from '#domain/operations.ts'
import { addDays, isPlainDate, weekdayOf } from '#domain/platform/dates.ts'
import { refusalText } from '#domain/texts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { invalidate } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf, undo } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { Affected, useAffected } from './Affected.tsx'
import styles from './forms.module.css'
import { specialDays } from './specialDays.texts.ru.ts'
import * as texts from './texts.ru.ts'

type Plan = Output<'calendar.yearPlan'>
type Whom = 'school' | 'grades' | 'class'

/** Days off, quarantine or a working day in the middle of the year, with the lessons they touch. */
export function ExceptionDialog({ plan, onDone, onClose }: { plan: Plan; onDone: () => void; onClose: () => void }) {
  const { today } = useMe()
  const add = useCommand('calendar.addException')
  const cancel = useCommand('calendar.cancelException')
  const start = today < plan.from || today > plan.to ? plan.from : today
  const [kind, setKind] = useState<ExceptionKind>('quarantine')
  const [name, setName] = useState<string>(specialDays.names.quarantine)
  const [whom, setWhom] = useState<Whom>(plan.classes.length > 0 ? 'class' : 'school')
  const [classId, setClassId] = useState(plan.classes[0]?.classId ?? '')
  const [span, setSpan] = useState({ fromGrade: 1, toGrade: 4 })
  const [from, setFrom] = useState(start)
  const [to, setTo] = useState(start)
  const [likeWeekday, setLikeWeekday] = useState(1)
  const [cancelLessons, setCancelLessons] = useState(false)
  const byClass = plan.classes.find((one) => whom === 'class' && one.classId === classId)
  const exception: Exception = {
    kind,
    name: name.trim(),
    from,
    to,
    ...(byClass
      ? { fromGrade: byClass.grade, toGrade: byClass.grade }
      : whom === 'grades'
        ? span
        : { fromGrade: 1, toGrade: 12 }),
    classId: byClass?.classId ?? null,
    likeWeekday: kind === 'workday' ? likeWeekday : null,
  }
  const refusal = whyExceptionsAreWrong([...plan.exceptions, exception], plan)
  const { data: affected } = useAffected(plan.yearId, exception, refusal === null)
  const mayCancel = kind !== 'workday' && !refusal && affected !== undefined && affected.lessons > affected.filled
  const refresh = async () => {
    await invalidate(['calendar.yearPlan', 'calendar.year', 'calendar.previewException'])
    onDone()
  }
  const takeBack = async (restoreLessons: boolean) => {
    try {
      const { restored, takenBack } = await cancel.run({ yearId: plan.yearId, exception, restoreLessons })
      await refresh()
      toast(specialDays.taken(exception, restored, takenBack))
    } catch (error) {
      toast(sentenceOf(error as Error))
    }
  }
  const save = async () => {
    const { cancelled, laid } = await add.run({
      yearId: plan.yearId,
      exception,
      cancelLessons: cancelLessons && mayCancel,
    })
    await refresh()
    toast(specialDays.added(exception, cancelled, laid), { label: undo, run: () => void takeBack(cancelled > 0) })
    onClose()
  }
  const nameOf = (one: ExceptionKind) =>
    one === 'workday' && plan.studyDays === 6 ? specialDays.workingSunday : specialDays.names[one]
  const choose = (next: ExceptionKind) => {
    if (name === nameOf(kind)) setName(nameOf(next))
    setKind(next)
    if (next !== 'workday' || !isPlainDate(from) || weekdayOf(from) > plan.studyDays) return
    const dayOff = addDays(from, plan.studyDays + 1 - weekdayOf(from))
    if (dayOff > plan.to) return
    setFrom(dayOff)
    setTo(dayOff)
  }
  return (
    <ConfirmDialog
      title={specialDays.adding}
      action={specialDays.add}
      disabled={refusal !== null || exception.name === ''}
      onConfirm={save}
      onClose={onClose}
    >
      <div className={styles.column}>
        <SelectField
          label={specialDays.kind}
          value={kind}
          onChange={(value) => choose(value as ExceptionKind)}
          options={exceptionKinds
            .filter((one) => one !== 'vacation')
            .map((one) => ({ value: one, label: specialDays.kinds[one] }))}
        />
        <TextField
          label={specialDays.name}
          value={name}
          problem={exception.name ? null : specialDays.nameMissing}
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
        />
        <div className={styles.pair}>
          <SelectField
            label={specialDays.whom}
            value={whom}
            onChange={(value) => setWhom(value as Whom)}
            options={[
              ...(plan.classes.length > 0 ? [{ value: 'class', label: specialDays.byClass }] : []),
              { value: 'grades', label: specialDays.byGrades },
              { value: 'school', label: specialDays.wholeSchool },
            ]}
          />
          {whom === 'class' && (
            <SelectField
              label={specialDays.class}
              value={classId}
              onChange={setClassId}
              options={plan.classes.map((one) => ({ value: one.classId, label: one.name }))}
            />
          )}
          {whom === 'grades' &&
            (['fromGrade', 'toGrade'] as const).map((key) => (
              <SelectField
                key={key}
                label={key === 'fromGrade' ? specialDays.fromGrade : specialDays.toGrade}
                value={String(span[key])}
                onChange={(value) => setSpan({ ...span, [key]: Number(value) })}
                options={grades.map((grade) => ({ value: String(grade), label: String(grade) }))}
              />
            ))}
        </div>
        <div className={styles.pair}>
          <DateField
            label={specialDays.from}
            value={from}
            error={from ? null : texts.dayMissing}
            min={plan.from}
            max={plan.to}
            onChange={(value) => {
              setFrom(value)
              if (to < value) setTo(value)
            }}
          />
          <DateField
            label={specialDays.to}
            value={to}
            error={to ? null : texts.dayMissing}
            min={from || plan.from}
            max={plan.to}
            onChange={setTo}
          />
          {kind === 'workday' && (
            <SelectField
              label={texts.daysStep.like}
              value={String(likeWeekday)}
              onChange={(value) => setLikeWeekday(Number(value))}
              options={[1, 2, 3, 4, 5, 6].map((day) => ({ value: String(day), label: texts.weekdayLong(day) }))}
            />
          )}
        </div>
        {refusal && <Notice kind="bad">{refusalText(refusal.code, refusal.params)}</Notice>}
        {!refusal && <Affected yearId={plan.yearId} exception={exception} />}
        {mayCancel && (
          <CheckboxField
            label={specialDays.cancelLessons}
            hint={specialDays.cancelHint}
            checked={cancelLessons}
            onChange={setCancelLessons}
          />
        )}
      </div>
    </ConfirmDialog>
  )
}
