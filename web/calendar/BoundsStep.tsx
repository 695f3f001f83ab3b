import { grades, schoolDaysByGrades, studyDaysOfGrade, whyYearIsWrong } from '#domain/calendar/rules.ts'
import { gradesText } from '#domain/calendar/texts.ru.ts'
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
  const taught = plan.classes.map(({ grade }) => grade)
  const studyDaysOf = studyDaysOfGrade(plan.classes, value.studyDays)
  const amounts = refusal ? [] : schoolDaysByGrades(value, plan.exceptions, studyDaysOf, taught.length > 0 ? taught : grades)
  return (
    <>
      <Card title={texts.boundsStep.title} padded>
        <div className={styles.pair}>
          <DateField
            label={texts.boundsStep.from}
            value={value.from}
            error={value.from ? null : texts.dayMissing}
            onChange={(from) => setValue({ ...value, from })}
          />
          <DateField
            label={texts.boundsStep.to}
            value={value.to}
            error={value.to ? null : texts.dayMissing}
            onChange={(to) => setValue({ ...value, to })}
          />
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
        <p className={[styles.about, styles.spaced].join(' ')}>{texts.boundsStep.weekHint}</p>
      </Card>
      {amounts.length > 0 && (
        <Card title={texts.boundsStep.amount} padded>
          <dl className={styles.amounts}>
            {amounts.map((one) => (
              <div key={one.fromGrade}>
                <dt>{gradesText(one)}</dt>
                <dd>{texts.schoolWeeks(one, value.studyDays)}</dd>
              </div>
            ))}
          </dl>
          <p className={[styles.about, styles.spaced].join(' ')}>
            {texts.boundsStep.amountHint(
              value.studyDays,
              amounts.some(({ studyDays }) => studyDays !== value.studyDays),
            )}
          </p>
        </Card>
      )}
      <StepFooter form={form} refusal={refusal} opened={plan.openedAt !== null} />
    </>
  )
}
