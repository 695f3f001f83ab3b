import { useId } from 'react'
import styles from './TimeZoneField.module.css'
import * as texts from './texts.ru.ts'

/** The zones of Russia, from west to east. */
export const zones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
]

/** The time by which the school lives, in the words of the calendar. */
export function TimeZoneField({
  value,
  disabled = false,
  onChange,
}: {
  value: string
  disabled?: boolean
  onChange: (zone: string) => void
}) {
  const id = useId()
  const nameOf = (zone: string) =>
    new Intl.DateTimeFormat('ru', { timeZone: zone, timeZoneName: 'long' })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone
  return (
    <div className={styles.zone}>
      <label htmlFor={id} className={styles.zoneLabel}>
        {texts.card.timeZone}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {(zones.includes(value) ? zones : [value, ...zones]).map((zone) => (
          <option key={zone} value={zone}>
            {nameOf(zone)}
          </option>
        ))}
      </select>
    </div>
  )
}
