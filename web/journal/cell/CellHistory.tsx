import { useEffect, useState } from 'react'
import { dayAndMonth, moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { rowKey } from '../cells.ts'
import { useJournal } from '../JournalContext.ts'
import type { Column, Row } from '../model.ts'
import styles from './CellHistory.module.css'
import { panel } from './texts.ru.ts'

/** The story of a cell, newest first: who, when, from what to what, and with which words. Nothing is ever missing from it. */
export function CellHistory({ column, row }: { column: Column; row: Row }) {
  const { sheet } = useJournal()
  const settled = useSettled()
  const input = {
    lessonId: column.lesson.lessonId,
    ...(column.work ? { workId: column.work.workId } : {}),
    studentId: row.studentId,
  }
  const { data, error, loading, refetch } = useQuery('marks.history', input, { enabled: settled })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = sheet.subscribe(rowKey(row.studentId), () => {
      clearTimeout(timer)
      timer = setTimeout(refetch, 700)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [sheet, row.studentId, refetch])
  return (
    <section className={styles.history}>
      <h3 className={styles.title}>{panel.history}</h3>
      {(loading || !settled) && !data && <Skeleton rows={2} height="line" />}
      {error && !data && <p className={styles.empty}>{error.name === 'Offline' ? panel.historyOffline : error.message}</p>}
      {data?.entries.length === 0 && <p className={styles.empty}>{panel.noHistory}</p>}
      <ol className={styles.list}>
        {data?.entries.map((entry) => (
          <li key={`${entry.at}${entry.what}`} className={styles.entry}>
            <p>
              <span className={styles.from}>{entry.from || panel.nothing}</span> → <b>{entry.to || panel.nothing}</b>
              {entry.what === 'attendance' && <span className={styles.what}> {panel.attendance}</span>}
            </p>
            {entry.comment && <p>{entry.comment}</p>}
            {entry.basis && <p>{panel.basisLine(entry.basis)}</p>}
            {entry.dueOn && <p>{panel.dueLine(dayAndMonth(entry.dueOn))}</p>}
            <p className={styles.who}>
              {entry.by}, {moment(entry.at)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Passing over cells with the arrows asks nothing; staying on one does. */
function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 250)
    return () => clearTimeout(timer)
  }, [])
  return settled
}
