import { Fragment, useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { type AbsenceCode, absenceCodes, absenceLetters } from '#domain/attendance/rules.ts'
import { scaleValues, shownAverage } from '#domain/marks/rules.ts'
import { decimal } from '#domain/platform/numbers.ts'
import { StudentName } from '#web/printing/StudentName.tsx'
import { anyKey } from '../cells.ts'
import { averageFormula } from '../explain.ts'
import { useJournal } from '../JournalContext.ts'
import { roomBelow } from '../roomBelow.ts'
import { absenceName, padButton } from '../texts.ru.ts'
import { attended, density, type SortKey, sortedTotals, type Total, totalsOf } from '../totals.ts'
import { SortHead } from './SortHead.tsx'
import styles from './TotalsTab.module.css'
import { totals as texts } from './texts.ru.ts'

/** What the term has come to: averages, marks by value, absences by code, for each student and the class. Any column sorts. */
export default function TotalsTab() {
  const { model, sheet } = useJournal()
  const subscribe = useCallback((listener: () => void) => sheet.subscribe(anyKey, listener), [sheet])
  const facts = useSyncExternalStore(subscribe, sheet.facts)
  const { students, all } = useMemo(() => totalsOf(model, facts), [model, facts])
  const [sort, setSort] = useState<{ key: SortKey; backwards: boolean }>({ key: 'name', backwards: false })
  const { scale } = model.page.course
  const marks = model.noMarks === null
  const values = marks ? scaleValues(scale, model.policy['marks.lowest']) : []
  const head = (key: SortKey, label: string, name: string) => (
    <SortHead
      label={label}
      name={name}
      order={sort.key === key ? (sort.backwards ? 'backwards' : 'forwards') : null}
      onSort={() => setSort({ key, backwards: sort.key === key && !sort.backwards })}
    />
  )
  const cells = (total: Total) => (
    <>
      {marks && scale === 'five' && (
        <td
          className={styles.average}
          data-tip={total.row ? (averageFormula(sheet.weighed(total.row.studentId)) ?? undefined) : undefined}
        >
          {numberText(shownAverage(total.average))}
        </td>
      )}
      {values.map((value, i) => (
        <td key={value}>{total.values[i] || ''}</td>
      ))}
      {marks && <td>{total.marks || ''}</td>}
      {marks && <td>{percent(density(total))}</td>}
      {marks && <td>{total.points || ''}</td>}
      {absenceCodes.map((code) => (
        <td key={code} className={styles.absence}>
          {total.absences[code] || ''}
        </td>
      ))}
      <td className={styles.strong}>{total.missed || ''}</td>
      <td>{percent(attended(total))}</td>
    </>
  )
  return (
    <div ref={roomBelow} className={styles.scroller}>
      <table className={styles.table} aria-label={texts.label}>
        <caption className={styles.caption}>
          {texts.caption(model.page.course.group, model.page.course.subject, model.page.term.name)}
        </caption>
        <thead>
          <tr>
            {head('name', texts.student, texts.student)}
            {marks && scale === 'five' && head('average', texts.average, texts.averageName)}
            {values.map((value, i) => {
              const { text, name } = padButton({ kind: 'value', value }, scale)
              return <Fragment key={value}>{head(i, text, texts.countOf(name))}</Fragment>
            })}
            {marks && head('marks', texts.marks, texts.marksName)}
            {marks && head('density', texts.density, texts.densityName)}
            {marks && (
              <th scope="col" data-tip={texts.pointsName}>
                •
              </th>
            )}
            {absenceCodes.map((code: AbsenceCode) => (
              <th key={code} scope="col" data-tip={absenceName(code)}>
                <span aria-hidden="true">{absenceLetters[code]}</span>
                <span className="unseen">{absenceName(code)}</span>
              </th>
            ))}
            {head('missed', texts.missed, texts.missedName)}
            <th scope="col" data-tip={texts.attendedName}>
              {texts.attended}
            </th>
          </tr>
        </thead>
        <tbody>
          {sortedTotals(students, sort.key, sort.backwards).map((total) => (
            <tr key={total.row?.studentId}>
              <th scope="row" className={styles.name}>
                {total.row && <StudentName studentId={total.row.studentId} name={total.row.name} />}
              </th>
              {cells(total)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.name}>
              {texts.all}
            </th>
            {cells(all)}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const numberText = (value: number | null): string => (value === null ? '' : decimal(value))
const percent = (value: number | null): string => (value === null ? '' : `${value} %`)
