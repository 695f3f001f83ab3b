import { gradesText, termName } from '#domain/calendar/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { addDays, isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { monthName } from '#domain/platform/dateTexts.ts'
import { type StripCell, stripOf } from './strip.ts'
import * as texts from './texts.ru.ts'
import styles from './YearStrip.module.css'

type Plan = Output<'calendar.yearPlan'>

/** The year as a strip of weeks: periods and vacations of every group of grades, and the holidays under them. */
export function YearStrip({ plan, today }: { plan: Plan; today: PlainDate }) {
  const { weeks, months, rows, days } = stripOf(plan)
  if (rows.length === 0) return null
  const current = weeks.findIndex((monday) => isWithin(today, monday, addDays(monday, 6)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the strip scrolls sideways, by the keyboard too
    <section className={styles.frame} aria-label={texts.strip.label(plan.name)} tabIndex={0}>
      <table className={styles.strip}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              <span className="unseen">{texts.strip.grades}</span>
            </th>
            {months.map(({ first, weeks }) => (
              <th key={first} scope="colgroup" colSpan={weeks} className={styles.month}>
                {weeks > 1 ? monthName(first) : ''}
              </th>
            ))}
          </tr>
          <tr aria-hidden>
            <td className={styles.head} />
            {weeks.map((monday, i) => (
              <td key={monday} className={styles.week} data-today={i === current || undefined}>
                {+monday.slice(8)}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.fromGrade}>
              <th scope="row" className={styles.head}>
                {gradesText(row)}
              </th>
              {row.cells.map((cell, i) => (
                <Stretch key={`${cell.from}-${i}`} cell={cell} />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className={styles.head}>
              {texts.strip.holidays}
            </th>
            {days.map((own, i) => (
              <td key={weeks[i]} className={styles.day} data-today={i === current || undefined}>
                {own.map(({ from, name, kind }) => (
                  <span
                    key={`${from}${kind}`}
                    className={styles.dot}
                    data-kind={kind}
                    title={`${texts.range(from, from)}: ${name}`}
                  >
                    {+from.slice(8)}
                    <span className="unseen">: {name}</span>
                  </span>
                ))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function Stretch({ cell: { kind, term, name, weeks, from, to } }: { cell: StripCell }) {
  const words =
    kind === 'term' ? termName(term!.kind, term!.number) : kind === 'vacation' ? texts.strip.vacation : texts.strip.gap
  const whole = `${kind === 'vacation' ? name : words}: ${texts.range(from, to)}`
  return (
    <td colSpan={weeks} className={styles.stretch} data-kind={kind} data-narrow={weeks < 4 || undefined} title={whole}>
      <span className={styles.words}>
        {words}
        <span className="unseen">, {texts.range(from, to)}</span>
      </span>
      {weeks >= 5 && kind === 'term' && (
        <span className={styles.dates} aria-hidden>
          {texts.range(from, to)}
        </span>
      )}
    </td>
  )
}
