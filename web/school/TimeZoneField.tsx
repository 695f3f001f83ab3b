import { SelectField } from '#web/ui/SelectField.tsx'
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
  const nameOf = (zone: string) =>
    new Intl.DateTimeFormat('ru', { timeZone: zone, timeZoneName: 'long' })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone
  return (
    <SelectField
      label={texts.card.timeZone}
      value={value}
      disabled={disabled}
      options={(zones.includes(value) ? zones : [value, ...zones]).map((zone) => ({ value: zone, label: nameOf(zone) }))}
      onChange={onChange}
    />
  )
}
