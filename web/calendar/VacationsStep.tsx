import { IconTrash } from '@tabler/icons-react'
import { findingsOf } from '#domain/calendar/findings.ts'
import { type Exception, schemesOf, whyDatesAreWrong, whyExceptionsAreWrong } from '#domain/calendar/rules.ts'
import { vacationsOf } from '#domain/calendar/template.ts'
import { addDays, daysBetween } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { findingText } from './findings.texts.ru.ts'
import styles from './forms.module.css'
import { GradesFields } from './GradesFields.tsx'
import { StepFooter } from './StepFooter.tsx'
import type { StepProps } from './StepScreen.tsx'
import * as texts from './texts.ru.ts'
import { useStepForm } from './useStepForm.ts'

/** Vacations of the year, each for its grades. */
export function VacationsStep({ plan, ...step }: StepProps) {
  const { yearId } = plan
  const command = useCommand('calendar.setVacations')
  const form = useStepForm(
    step,
    plan.exceptions.filter(({ kind, classId }) => kind === 'vacation' && classId === null),
    {
      save: (exceptions, expected) => command.run({ yearId, exceptions, expected }),
      saved: texts.vacationsStep.saved,
    },
  )
  const { value, setValue } = form
  const set = (i: number, part: Partial<Exception>) => setValue(value.map((one, at) => (at === i ? { ...one, ...part } : one)))
  const propose = () => {
    const schemes = plan.terms.length > 0 ? schemesOf(plan.terms) : [{ kind: 'quarter' as const, fromGrade: 1, toGrade: 12 }]
    setValue(vacationsOf(schemes, Number(plan.from.slice(0, 4))))
  }
  // Periods of another kind leave days between them that these vacations do not fill.
  const others = plan.exceptions.filter(({ kind, classId }) => kind !== 'vacation' || classId !== null)
  const gaps = findingsOf({ ...plan, exceptions: [...others, ...value] }).filter(({ code }) => code === 'gap')
  const add = () => {
    const from = value.at(-1)?.to || plan.from
    const first = from < plan.to ? addDays(from, 1) : plan.from
    const last = addDays(first, 6) < plan.to ? addDays(first, 6) : plan.to
    const { newName: name } = texts.vacationsStep
    setValue([
      ...value,
      { kind: 'vacation', name, from: first, to: last, fromGrade: 1, toGrade: 12, classId: null, likeWeekday: null },
    ])
  }
  return (
    <>
      <p className={styles.about}>{texts.vacationsStep.about}</p>
      {gaps.length > 0 && (
        <Notice kind="note">
          <p>{texts.vacationsStep.unfit}</p>
          {gaps.map((gap) => (
            <p key={findingText(gap)}>{findingText(gap)}</p>
          ))}
          <div className={styles.buttons}>
            <Button onClick={propose}>{texts.vacationsStep.fit}</Button>
          </div>
        </Notice>
      )}
      <Card padded>
        {value.length === 0 && <p className={styles.about}>{texts.vacationsStep.none}</p>}
        {value.map((one, i) => (
          <fieldset key={i} className={[styles.line, styles.vacation, styles.bare].join(' ')} aria-label={one.name}>
            <div className={styles.wide}>
              <TextField
                label={texts.vacationsStep.name}
                value={one.name}
                maxLength={120}
                required
                onChange={(event) => set(i, { name: event.target.value })}
              />
            </div>
            <DateField
              label={texts.vacationsStep.from}
              value={one.from}
              error={one.from ? null : texts.dayMissing}
              min={plan.from}
              max={plan.to}
              onChange={(from) => set(i, { from })}
            />
            <DateField
              label={texts.vacationsStep.to}
              value={one.to}
              error={one.to ? null : texts.dayMissing}
              min={plan.from}
              max={plan.to}
              onChange={(to) => set(i, { to })}
            />
            <GradesFields value={one} onChange={(grades) => set(i, grades)} />
            <span className={styles.amount}>
              {whyDatesAreWrong(one) === null && texts.days(daysBetween(one.from, one.to) + 1)}
            </span>
            <IconButton
              label={texts.remove(one.name)}
              icon={<IconTrash size={18} />}
              onClick={() => setValue(value.filter((_, at) => at !== i))}
            />
          </fieldset>
        ))}
        <div className={styles.buttons}>
          <Button size="s" onClick={add}>
            {texts.vacationsStep.add}
          </Button>
          <Button size="s" onClick={propose}>
            {texts.propose}
          </Button>
        </div>
      </Card>
      <StepFooter form={form} refusal={whyExceptionsAreWrong(value, plan)} opened={plan.openedAt !== null} />
    </>
  )
}
