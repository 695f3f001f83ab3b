import { whyYearIsWrong } from '#domain/calendar/rules.ts'
import { daysBetween } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './forms.module.css'
import { StepFooter } from './StepFooter.tsx'
import type { StepProps } from './StepScreen.tsx'
import * as texts from './texts.ru.ts'
import { useStepForm } from './useStepForm.ts'

/** First and last day, and how many days a week. */
export function BoundsStep({ plan, ...step }: StepProps) {
  const command = useCommand('calendar.setYear')
  const { from, to, studyDays } = plan
  const form = useStepForm(
    step,
    { from, to, studyDays },
    {
      save: (bounds, expected) => command.run({ yearId: plan.yearId, bounds, expected }),
      saved: texts.boundsStep.saved,
    },
  )
  const { value, setValue } = form
  const refusal = whyYearIsWrong(value)
  return (
    <>
      <Card
        title={texts.boundsStep.title}
        note={refusal ? undefined : texts.weeks(Math.ceil(daysBetween(value.from, value.to) / 7))}
        padded
      >
        <div className={styles.pair}>
          <DateField label={texts.boundsStep.from} value={value.from} onChange={(from) => setValue({ ...value, from })} />
          <DateField label={texts.boundsStep.to} value={value.to} onChange={(to) => setValue({ ...value, to })} />
          <SelectField
            label={texts.boundsStep.week}
            value={String(value.studyDays)}
            onChange={(studyDays) => setValue({ ...value, studyDays: Number(studyDays) })}
            options={[
              { value: '5', label: texts.week5 },
              { value: '6', label: texts.week6 },
            ]}
          />
        </div>
        <p className={styles.about}>{texts.boundsStep.weekHint}</p>
      </Card>
      <StepFooter form={form} refusal={refusal} opened={plan.openedAt !== null} />
    </>
  )
}
