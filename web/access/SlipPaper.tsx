import { slipAddress } from '#domain/access/slipAddress.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import type { Issued } from './batches.ts'
import { bySheets } from './batches.ts'
import { sheet as sheetTexts } from './issue.texts.ru.ts'
import { Paper } from './Paper.tsx'
import { PaperSlip } from './PaperSlip.tsx'
import styles from './SlipPaper.module.css'

export type Slip = Issued & {
  /** The class on whose sheets it is printed; empty: of none. */
  sheet: string
  /** Of whom it is to tell: the own class, or those of the children. */
  classes: readonly string[]
}
export type Head = { school: string; headPosition: string; headName: string; today: PlainDate }
/** Who leads the classes, by name of the class. */
export type Teachers = ReadonlyMap<string, string>

const ON_A_SHEET = 8

/** «Уведомление» of S1 Приложение 2 for each, eight to a sheet of paper, a class on sheets of its own, to be cut along the lines. */
export function SlipPaper({
  slips,
  pictures,
  head,
  teachers,
}: {
  slips: readonly Slip[]
  pictures: ReadonlyMap<string, string>
  head: Head
  teachers: Teachers
}) {
  return (
    <Paper>
      {pagesOf(slips).map(({ sheet, title, number, own }) => (
        <div key={`${sheet} ${number}`} className={styles.sheet}>
          <p className={styles.sheetHead}>
            <b>{title}</b>
            <span>{teachers.get(sheet) && sheetTexts.teacher(teachers.get(sheet)!)}</span>
            <span>{number}</span>
          </p>
          {own.map((slip) => (
            <PaperSlip key={slip.personId} slip={slip} picture={pictures.get(slipAddress(slip, location.origin))} head={head} />
          ))}
        </div>
      ))}
    </Paper>
  )
}

const pagesOf = (slips: readonly Slip[]) =>
  bySheets(slips).flatMap(({ sheet, slips: own }) => {
    const title = sheetTexts.title(
      sheet,
      own.map(({ kind }) => kind),
    )
    const all = Math.ceil(own.length / ON_A_SHEET)
    return Array.from({ length: all }, (_, i) => ({
      sheet,
      title,
      number: sheetTexts.number(i + 1, all),
      own: own.slice(i * ON_A_SHEET, (i + 1) * ON_A_SHEET),
    }))
  })
