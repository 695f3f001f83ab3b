import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import styles from './AbsentScreen.module.css'
import * as texts from './texts.ru.ts'

type Props = {
  date: PlainDate
  today: PlainDate
  earlier: PlainDate | null
  later: PlainDate | null
  onPick: (day: PlainDate) => void
}

/** A day back, a day on — among days with lessons — any day, today. */
export function DayPicker({ date, today, earlier, later, onPick }: Props) {
  return (
    <div className={styles.days}>
      <IconButton
        label={texts.earlier}
        icon={<IconChevronLeft size={18} aria-hidden />}
        disabled={earlier === null}
        onClick={() => earlier && onPick(earlier)}
      />
      <DateField label={texts.day} value={date} max={today} onChange={(day) => day && onPick(day)} />
      <IconButton
        label={texts.later}
        icon={<IconChevronRight size={18} aria-hidden />}
        disabled={later === null}
        onClick={() => later && onPick(later)}
      />
      {date !== today && <Button onClick={() => onPick(today)}>{texts.today}</Button>}
    </div>
  )
}
