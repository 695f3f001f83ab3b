import type { Input, Output } from '#domain/operations.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Card } from '#web/ui/Card.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './NoticeSettings.module.css'
import * as texts from './settings.texts.ru.ts'
import { useKeeping } from './useKeeping.ts'

type Settings = Output<'notifications.settings'>
type Hours = Settings['hours']

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: texts.hour(hour) }))

/** The hour of the summary, and the hours in which nobody is disturbed. */
export function HoursCard({ settings: { hours: standing, ofSchool, delayMinutes, waiting } }: { settings: Settings }) {
  const { run } = useCommand('notifications.setHours')
  const [own, set] = useKeeping(standing, (next) => run(asChosen(next, ofSchool)))
  const quiet = own.quietFrom !== own.quietTo
  const usual = ofSchool.quietFrom === ofSchool.quietTo ? { quietFrom: 21, quietTo: 7 } : ofSchool
  return (
    <Card title={texts.when} padded>
      <div className={styles.hours}>
        <SelectField
          label={texts.daily}
          value={String(own.daily)}
          options={hours}
          onChange={(hour) => set({ ...own, daily: Number(hour) })}
        />
        <CheckboxField
          label={texts.quiet}
          hint={texts.quietHint}
          checked={quiet}
          onChange={(on) => set({ ...own, quietFrom: on ? usual.quietFrom : 0, quietTo: on ? usual.quietTo : 0 })}
        />
        {quiet && (
          <div className={styles.pair}>
            <SelectField
              label={texts.quietFrom}
              value={String(own.quietFrom)}
              options={hours.filter(({ value }) => value !== String(own.quietTo))}
              onChange={(hour) => set({ ...own, quietFrom: Number(hour) })}
            />
            <SelectField
              label={texts.quietTo}
              value={String(own.quietTo)}
              options={hours.filter(({ value }) => value !== String(own.quietFrom))}
              onChange={(hour) => set({ ...own, quietTo: Number(hour) })}
            />
          </div>
        )}
        <p className={styles.about}>
          {texts.delay(delayMinutes)}
          {waiting > 0 && ` ${texts.waiting(waiting)}`}
        </p>
      </div>
    </Card>
  )
}

/** What is as in the school is no choice of one's own. */
const asChosen = (own: Hours, ofSchool: Hours): Input<'notifications.setHours'> => ({
  daily: own.daily === ofSchool.daily ? null : own.daily,
  quiet:
    own.quietFrom === ofSchool.quietFrom && own.quietTo === ofSchool.quietTo ? null : { from: own.quietFrom, to: own.quietTo },
})
