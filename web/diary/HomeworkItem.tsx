import { IconPaperclip } from '@tabler/icons-react'
import { useContext } from 'react'
import type { PlainDate } from '#domain/platform/dates.ts'
import styles from './HomeworkItem.module.css'
import { homeworkText } from './homeworkText.ts'
import { texts } from './texts.ru.ts'
import { TicksContext } from './ticks.ts'
import type { Homework } from './week.ts'

type Props = { homework: Homework; due: PlainDate }

/** A task with everything needed to do it. The family ticks it off while it is not past. */
export function HomeworkItem({ homework, due }: Props) {
  const ticks = useContext(TicksContext)
  if (homework.nothing) return <li className={styles.nothing}>{texts.nothingSet}</li>

  const { homeworkId, minutes, individual, files } = homework
  const text = (
    <span className={styles.text}>
      {homeworkText(homework)}
      {minutes !== null && <span className={styles.minutes}> {texts.aboutMinutes(minutes)}</span>}
      {individual && <span className={styles.individual}>{texts.individual}</span>}
    </span>
  )
  const tickable = ticks !== null && due >= ticks.today
  const done = tickable && ticks.isDone(homeworkId)
  return (
    <li className={styles.item} data-done={done || undefined}>
      {tickable ? (
        <label className={styles.task}>
          <input
            type="checkbox"
            className={styles.tick}
            checked={done}
            onChange={(event) => ticks.tick(homeworkId, due, event.currentTarget.checked)}
          />
          <span className="unseen">{texts.done}: </span>
          {text}
        </label>
      ) : (
        text
      )}
      {files.length > 0 && (
        <ul className={styles.files} data-indent={tickable || undefined}>
          {files.map((file) => (
            <li key={file.fileId}>
              <a className={styles.file} href={`/api/files/${file.fileId}`} download={file.name}>
                <IconPaperclip size={14} stroke={1.8} aria-hidden />
                <span className={styles.name}>{file.name}</span>
                <span className={styles.size}>{texts.fileSize(file.size)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
