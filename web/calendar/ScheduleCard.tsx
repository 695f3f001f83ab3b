import { IconCopy, IconTrash } from '@tabler/icons-react'
import { type BellSchedule, dayTemplates } from '#domain/calendar/bells.ts'
import type { Span } from '#domain/calendar/rules.ts'
import { gradesText } from '#domain/calendar/texts.ru.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './forms.module.css'
import { GradesFields } from './GradesFields.tsx'
import { LessonTimes } from './LessonTimes.tsx'
import * as texts from './texts.ru.ts'

const words = texts.bellsStep
type Template = keyof typeof dayTemplates

/** One schedule of bells: for whom and when, and its lessons. */
export function ScheduleCard({
  title,
  schedule,
  year,
  onChange,
  onCopy,
  onRemove,
}: {
  title: string
  schedule: BellSchedule
  year: Span
  onChange: (schedule: BellSchedule) => void
  onCopy: () => void
  onRemove: () => void
}) {
  const { shift, from, to, weekdays, lessons } = schedule
  const set = (part: Partial<BellSchedule>) => onChange({ ...schedule, ...part })
  return (
    <Card title={`${title}: ${words.forWhom(gradesText(schedule), shift)}`} note={texts.weekdaysText(weekdays)} padded>
      <div className={styles.column}>
        <div className={styles.scheme}>
          <GradesFields value={schedule} onChange={set} />
          <SelectField
            label={words.shift}
            value={String(shift)}
            options={texts.shifts.map((label, i) => ({ value: String(i + 1), label }))}
            onChange={(value) => set({ shift: Number(value) })}
          />
          <SelectField
            label={words.part}
            value={from === null ? 'year' : 'part'}
            options={[
              { value: 'year', label: words.wholeYear },
              { value: 'part', label: words.partOfYear },
            ]}
            onChange={(value) => set(value === 'year' ? { from: null, to: null } : { from: year.from, to: year.to })}
          />
          {from !== null && to !== null && (
            <>
              <DateField
                label={words.from}
                value={from}
                min={year.from}
                max={year.to}
                onChange={(value) => set({ from: value })}
              />
              <DateField label={words.to} value={to} min={year.from} max={year.to} onChange={(value) => set({ to: value })} />
            </>
          )}
        </div>
        <fieldset className={styles.weekdays}>
          <legend className={styles.legend}>{words.weekdays}</legend>
          {[1, 2, 3, 4, 5, 6].map((weekday) => (
            <CheckboxField
              key={weekday}
              label={texts.weekdayShort(weekday)}
              checked={weekdays.includes(weekday)}
              onChange={(on) =>
                set({ weekdays: on ? [...weekdays, weekday].sort((a, b) => a - b) : weekdays.filter((one) => one !== weekday) })
              }
            />
          ))}
        </fieldset>
        <LessonTimes lessons={lessons} onChange={(next) => set({ lessons: next })} />
        <div className={styles.buttons}>
          <SelectField
            label={words.template}
            bare
            value=""
            options={[
              { value: '', label: `${words.template}: ${words.choose}` },
              ...(Object.keys(dayTemplates) as Template[]).map((key) => ({ value: key, label: words.templates[key] })),
            ]}
            onChange={(key) => key && set({ lessons: dayTemplates[key as Template] })}
          />
          <Button size="s" icon={<IconCopy size={16} aria-hidden />} onClick={onCopy}>
            {words.copy}
          </Button>
          <Button size="s" kind="quiet" icon={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
            {texts.termsStep.removeScheme}
          </Button>
        </div>
      </div>
    </Card>
  )
}
