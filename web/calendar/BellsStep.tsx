import { type BellSchedule, dayTemplates, whyBellsAreWrong } from '#domain/calendar/bells.ts'
import { findingsOf } from '#domain/calendar/findings.ts'
import { missingSchedules, schedulesProposed } from '#domain/calendar/template.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './forms.module.css'
import { ScheduleCard } from './ScheduleCard.tsx'
import { StepFooter } from './StepFooter.tsx'
import type { StepProps } from './StepScreen.tsx'
import * as texts from './texts.ru.ts'
import { useStepForm } from './useStepForm.ts'

/** Bells by weekdays, grades, shift and part of the year. */
export function BellsStep({ plan, ...step }: StepProps) {
  const { yearId } = plan
  const command = useCommand('calendar.setBells')
  const form = useStepForm<BellSchedule[]>(step, plan.schedules, {
    save: (schedules, expected) => command.run({ yearId, schedules, expected }),
    saved: texts.bellsStep.saved,
  })
  const { value, setValue } = form
  const blank: BellSchedule = {
    fromGrade: 1,
    toGrade: 11,
    shift: 1,
    from: null,
    to: null,
    weekdays: Array.from({ length: plan.studyDays }, (_, i) => i + 1),
    lessons: dayTemplates.town,
  }
  const finding = findingsOf({ ...plan, schedules: value }).find(({ code }) => code === 'bellsMissing')
  const without = finding?.code === 'bellsMissing' ? finding.classes : []
  const proposed = missingSchedules({ ...plan, schedules: value })
  return (
    <>
      <p className={styles.about}>{texts.bellsStep.about}</p>
      {proposed.length > 0 && (
        <Notice kind="note">
          <p>{texts.bellsStep.missing(without)}</p>
          <div className={styles.buttons}>
            <Button onClick={() => setValue([...value, ...proposed])}>{texts.bellsStep.fill}</Button>
          </div>
        </Notice>
      )}
      {value.length === 0 && <EmptyState title={texts.bellsStep.none} text={texts.bellsStep.noneText} />}
      <div className={styles.schedules}>
        {value.map((schedule, i) => (
          <ScheduleCard
            key={i}
            title={texts.bellsStep.schedule(i + 1)}
            schedule={schedule}
            year={plan}
            onChange={(next) => setValue(value.map((one, at) => (at === i ? next : one)))}
            onCopy={() => setValue([...value.slice(0, i + 1), schedule, ...value.slice(i + 1)])}
            onRemove={() => setValue(value.filter((_, at) => at !== i))}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => setValue([...value, blank])}>{texts.bellsStep.add}</Button>
        <Button onClick={() => setValue(schedulesProposed(Number(plan.from.slice(0, 4)), plan.studyDays))}>
          {texts.propose}
        </Button>
      </div>
      <StepFooter form={form} refusal={whyBellsAreWrong(value, plan)} opened={plan.openedAt !== null} />
    </>
  )
}
