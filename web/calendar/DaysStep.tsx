import { IconTrash } from '@tabler/icons-react'
import { type Exception, whyExceptionsAreWrong } from '#domain/calendar/rules.ts'
import { holidaysProposed } from '#domain/calendar/template.ts'
import { addDays } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from './forms.module.css'
import { StepFooter } from './StepFooter.tsx'
import type { StepProps } from './StepScreen.tsx'
import * as texts from './texts.ru.ts'
import { useStepForm } from './useStepForm.ts'

/** Holidays, and working days that were moved. */
export function DaysStep({ plan, ...step }: StepProps) {
  const { yearId } = plan
  const command = useCommand('calendar.setDays')
  const form = useStepForm(
    step,
    plan.exceptions.filter(({ kind, classId }) => (kind === 'holiday' || kind === 'workday') && classId === null),
    {
      save: (exceptions, expected) => command.run({ yearId, exceptions, expected }),
      saved: texts.daysStep.saved,
    },
  )
  const { value, setValue } = form
  const set = (i: number, part: Partial<Exception>) => setValue(value.map((one, at) => (at === i ? { ...one, ...part } : one)))
  const turn = (i: number, kind: 'holiday' | 'workday') => {
    const { name } = value[i]!
    const { newName } = texts.daysStep
    const named = name === newName.holiday || name === newName.workday
    set(i, { kind, likeWeekday: kind === 'workday' ? 1 : null, ...(named ? { name: newName[kind] } : {}) })
  }
  const add = () => {
    const last = value.at(-1)
    const date = last && last.to < plan.to ? addDays(last.to, 1) : plan.from
    const { newName } = texts.daysStep
    setValue([
      ...value,
      {
        kind: 'holiday',
        name: newName.holiday,
        from: date,
        to: date,
        fromGrade: 1,
        toGrade: 12,
        classId: null,
        likeWeekday: null,
      },
    ])
  }
  return (
    <>
      <p className={styles.about}>{texts.daysStep.about}</p>
      <Card padded>
        {value.length === 0 && <p className={styles.about}>{texts.daysStep.none}</p>}
        {value.map((one, i) => (
          <fieldset key={i} className={[styles.line, styles.special, styles.bare].join(' ')} aria-label={one.name}>
            <SelectField
              label={texts.daysStep.kind}
              value={one.kind}
              options={(['holiday', 'workday'] as const).map((kind) => ({ value: kind, label: texts.daysStep.kinds[kind] }))}
              onChange={(kind) => turn(i, kind as 'holiday' | 'workday')}
            />
            <DateField
              label={texts.daysStep.date}
              value={one.from}
              error={one.from ? null : texts.dayMissing}
              min={plan.from}
              max={plan.to}
              onChange={(from) => set(i, { from, to: one.to === one.from || one.to < from ? from : one.to })}
            />
            <div className={styles.wide}>
              <TextField
                label={texts.daysStep.name}
                value={one.name}
                maxLength={120}
                required
                onChange={(event) => set(i, { name: event.target.value })}
              />
            </div>
            {one.likeWeekday !== null ? (
              <SelectField
                label={texts.daysStep.like}
                value={String(one.likeWeekday)}
                options={[1, 2, 3, 4, 5, 6].map((day) => ({ value: String(day), label: texts.weekdayLong(day) }))}
                onChange={(day) => set(i, { likeWeekday: Number(day) })}
              />
            ) : (
              <span className={styles.amount}>{one.to > one.from && texts.range(one.from, one.to)}</span>
            )}
            <IconButton
              label={texts.remove(one.name)}
              icon={<IconTrash size={18} />}
              onClick={() => setValue(value.filter((_, at) => at !== i))}
            />
          </fieldset>
        ))}
        <div className={styles.buttons}>
          <Button size="s" onClick={add}>
            {texts.daysStep.add}
          </Button>
          <Button size="s" onClick={() => setValue(holidaysProposed(Number(plan.from.slice(0, 4)), plan.studyDays))}>
            {texts.propose}
          </Button>
        </div>
      </Card>
      <StepFooter form={form} refusal={whyExceptionsAreWrong(value, plan)} opened={plan.openedAt !== null} />
    </>
  )
}
