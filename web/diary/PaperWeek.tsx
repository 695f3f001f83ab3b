import { addDays } from '#domain/platform/dates.ts'
import type { Id } from '#domain/platform/schema.ts'
import { usePrintedName } from '#web/printing/printed.ts'
import { PaperDay } from './PaperDay.tsx'
import styles from './PaperWeek.module.css'
import { texts } from './texts.ru.ts'
import type { Week } from './week.ts'

/** The week as a page of a paper diary, A4: for children without phones, with room to write and to sign. */
export function PaperWeek({
  week,
  studentId,
  by,
}: {
  week: Week
  studentId: Id /** What says who prints; null where the sheet says it anyway. */
  by: string | null
}) {
  const name = usePrintedName(studentId, week.name)
  return (
    <div className={styles.paper}>
      <header className={styles.head}>
        <h1 className={styles.dates}>{texts.weekOf(week.monday, addDays(week.monday, 5))}</h1>
        <p>{texts.person(name, week.className)}</p>
      </header>
      <div className={styles.days}>
        <div>
          {week.days.slice(0, 3).map((day) => (
            <PaperDay key={day.date} day={day} />
          ))}
        </div>
        <div>
          {week.days.slice(3).map((day) => (
            <PaperDay key={day.date} day={day} />
          ))}
        </div>
      </div>
      <footer className={styles.foot}>
        <span>
          {texts.paperPrinted(week.today)}
          {by && ` · ${by}`}
        </span>
        <span className={styles.signature}>{texts.paperSignature}</span>
      </footer>
    </div>
  )
}
