import { useId, useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { AverageExplanation } from './AverageExplanation.tsx'
import { averageFormula, averageText, runningAverages } from './average.ts'
import { ForecastTable } from './ForecastTable.tsx'
import { markKey } from './fresh.ts'
import { MarkButton } from './MarkButton.tsx'
import { Sparkline } from './Sparkline.tsx'
import styles from './SubjectMarks.module.css'
import { texts } from './texts.ru.ts'

type Diary = Output<'diary.marks'>
type Subject = Diary['subjects'][number]
type Props = {
  subject: Subject
  term: Diary['term']
  today: PlainDate
  fresh: ReadonlySet<string>
  /** Say of this subject that it is ungraded; not when the whole class is and the page says so once. */
  explained: boolean
  onOpen(mark: Subject['marks'][number]): void
}

/** A subject: its marks in order of dates, the average and what it is made of, lessons missed, what may come. */
export function SubjectMarks({ subject, term, today, fresh, explained, onOpen }: Props) {
  const { courseId, marks, missed, late, held } = subject
  const [shown, setShown] = useState<'average' | 'forecast' | null>(null)
  const panel = useId()
  const counted = subject.scale === 'five' && !subject.ungraded
  const average = counted ? averageText(marks) : null
  const averages = average === null ? [] : runningAverages(marks)
  const running = isWithin(today, term.from, term.to)
  const toggle = (which: 'average' | 'forecast') => setShown((before) => (before === which ? null : which))
  return (
    <li className={styles.subject}>
      <div className={styles.name}>
        <h2>{subject.subject}</h2>
        {subject.teacher && <p className={styles.teacher}>{subject.teacher}</p>}
        {[...Map.groupBy(marks, ({ group }) => group)].map(
          ([group, own]) =>
            group && (
              <p key={group} className={styles.teacher}>
                {texts.brought(group, own.length)}
              </p>
            ),
        )}
      </div>
      <div className={styles.marks}>
        {subject.ungraded ? (
          explained && <p className={styles.none}>{texts.ungraded}</p>
        ) : marks.length === 0 ? (
          <p className={styles.none}>{texts.noMarks}</p>
        ) : (
          <ul className={styles.chips}>
            {marks.map((mark, index) => {
              const key = markKey(courseId, marks, index)
              return (
                <li key={key}>
                  <MarkButton mark={mark} fresh={fresh.has(key)} onOpen={() => onOpen(mark)} />
                </li>
              )
            })}
          </ul>
        )}
      </div>
      <p className={styles.attendance}>
        {held === 0 ? texts.notHeld : texts.missed(missed, held)}
        {late > 0 && <span className={styles.late}>{texts.late(late)}</span>}
      </p>
      {average !== null && (
        <div className={styles.result}>
          {averages.length > 1 && <Sparkline averages={averages} />}
          <button
            type="button"
            className={styles.average}
            aria-expanded={shown === 'average'}
            aria-controls={panel}
            data-tip={averageFormula(marks)}
            onClick={() => toggle('average')}
          >
            <span className="unseen">{texts.average} </span>
            {average}
          </button>
          {running && (
            <button
              type="button"
              className={styles.forecast}
              aria-expanded={shown === 'forecast'}
              aria-controls={panel}
              onClick={() => toggle('forecast')}
            >
              {texts.forecast}
            </button>
          )}
        </div>
      )}
      <div id={panel} className={styles.panel} hidden={shown === null}>
        {shown === 'average' && <AverageExplanation marks={marks} />}
        {shown === 'forecast' && <ForecastTable marks={marks} held={held} term={term} today={today} />}
      </div>
    </li>
  )
}
