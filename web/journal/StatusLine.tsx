import { memo, useEffect, useState, useSyncExternalStore } from 'react'
import { average, shownAverage } from '#domain/marks/rules.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { decimal } from '#domain/platform/numbers.ts'
import { Button } from '#web/ui/Button.tsx'
import { anyKey } from './cells.ts'
import { useJournal } from './JournalContext.ts'
import type { Model } from './model.ts'
import type { Notices } from './notices.ts'
import styles from './StatusLine.module.css'
import { status } from './texts.ru.ts'

/** Under the grid: the class in two numbers, what was refused, and the last word of the page. What waits the header tells. */
export const StatusLine = memo(function StatusLine({ notices, onShowRefused }: { notices: Notices; onShowRefused: () => void }) {
  const { model } = useJournal()
  const said = useSyncExternalStore(notices.subscribe, notices.now)
  const { refused, mean } = useCounts()
  return (
    <div className={styles.line}>
      <span>{status.students(studentsOf(model))}</span>
      {mean && <span>{status.average(mean)}</span>}
      {refused > 0 && (
        <span className={styles.refused}>
          {status.refused(refused)}
          <Button kind="quiet" size="s" onClick={onShowRefused}>
            {status.showRefused}
          </Button>
        </span>
      )}
      {said && (
        <span key={said.turn} className={said.kind === 'refused' ? styles.no : styles.said}>
          {said.text}
        </span>
      )}
    </div>
  )
})

/** Who is in the group today, or on the day of the term next to it. */
function studentsOf({ rows, page: { today, term } }: Model): number {
  const day = today < term.from ? term.from : today > term.to ? term.to : today
  return rows.filter(({ stays }) => stays.some(({ from, to }) => isWithin(day, from, to))).length
}

/** Counted a moment after the last key: nobody reads them while typing. */
function useCounts() {
  const { sheet } = useJournal()
  const [counts, setCounts] = useState(() => sheet.counts())
  const [mean, setMean] = useState(() => classAverage())
  function classAverage(): string {
    if (sheet.model.noMarks || sheet.model.page.course.scale !== 'five') return ''
    const shown = shownAverage(average(sheet.model.rows.flatMap((row) => sheet.weighed(row.studentId))))
    return shown === null ? '' : decimal(shown)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads the sheet, which stays the same
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = () => {
      setCounts(sheet.counts())
      setMean(classAverage())
      timer = undefined
    }
    const soon = () => {
      timer ??= setTimeout(count, 250)
    }
    count()
    const stop = sheet.subscribe(anyKey, soon)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [sheet])
  return { ...counts, mean }
}
