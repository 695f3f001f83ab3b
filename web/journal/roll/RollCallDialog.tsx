import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type AbsenceCode, absenceLetters } from '#domain/attendance/rules.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { useJournal } from '../JournalContext.ts'
import { readKey } from '../keys.ts'
import type { Column } from '../model.ts'
import { absenceName, dayName } from '../texts.ru.ts'
import styles from './RollCallDialog.module.css'
import { absencesOf, attendanceIn, called, late, marked, type Roll } from './roll.ts'
import { rollTexts } from './texts.ru.ts'

const codes: AbsenceCode[] = ['absent', 'sick', 'excused', 'unexcused', 'late', 'exempt']

/** The roll of the whole class in one go: everybody is there, then the exceptions. On the keyboard the letters of the journal work. */
export function RollCallDialog({ column, onClose }: { column: Column; onClose: () => void }) {
  const { model, sheet, pen } = useJournal()
  const { lesson } = column
  const rows = called(model.rows, column)
  const [roll, setRoll] = useState<Roll>(
    () =>
      new Map(
        rows.flatMap(({ studentId }) => {
          const { attendance } = sheet.standing(column, studentId)
          return attendance.code ? [[studentId, attendance]] : []
        }),
      ),
  )
  const list = useRef<HTMLUListElement>(null)
  // After the dialog has opened itself: the letters of the journal work at once.
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const missing = rows.filter((row) => attendanceIn(roll, row.studentId).code !== null).length
  const onKey = (event: KeyboardEvent<HTMLElement>, studentId: string) => {
    if (event.target instanceof HTMLInputElement) return
    const intent = readKey(event.nativeEvent, 'five', 2)
    if (intent?.kind === 'absence') setRoll(marked(roll, studentId, intent.code))
    const step = event.key === 'ArrowDown' || intent?.kind === 'absence' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const groups = [...event.currentTarget.closest('ul')!.querySelectorAll<HTMLElement>('[data-student]')]
    const next = groups[groups.indexOf(event.currentTarget) + step]
    next?.querySelector<HTMLElement>('button')?.focus()
  }
  const save = (absences: Roll) => {
    pen.callRoll(lesson.lessonId, absencesOf(absences, rows))
    onClose()
  }
  return (
    <Dialog
      title={rollTexts.title(dayName(lesson.date))}
      shape="sheet"
      onClose={onClose}
      footer={
        <>
          {missing > 0 && <Button onClick={() => setRoll(new Map())}>{rollTexts.clear}</Button>}
          <Button kind="primary" onClick={() => save(roll)}>
            {missing === 0 ? rollTexts.everybody : rollTexts.save(rows.length - missing, missing)}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{rollTexts.lead}</p>
      <ul ref={list} className={styles.list}>
        {rows.map((row) => {
          const { code, minutes } = attendanceIn(roll, row.studentId)
          return (
            <li
              key={row.studentId}
              data-student={row.studentId}
              className={styles.student}
              data-missing={code !== null || undefined}
              onKeyDown={(event) => onKey(event, row.studentId)}
            >
              <button
                type="button"
                className={styles.name}
                aria-pressed={code !== null}
                data-code={code ? absenceLetters[code] : undefined}
                onClick={() => setRoll(marked(roll, row.studentId, code ?? 'absent'))}
              >
                {row.name}
              </button>
              {code === 'late' && (
                <input
                  className={styles.minutes}
                  type="number"
                  inputMode="numeric"
                  min={1}
                  max={240}
                  aria-label={rollTexts.minutes(row.name)}
                  placeholder={rollTexts.minutesShort}
                  value={minutes ?? ''}
                  onChange={(event) => setRoll(late(roll, row.studentId, event.target.value))}
                />
              )}
              <div className={styles.codes} role="group" aria-label={row.name}>
                {codes.map((one) => (
                  <button
                    key={one}
                    type="button"
                    className={styles.code}
                    aria-pressed={code === one}
                    aria-label={`${absenceLetters[one]}, ${absenceName(one)}`}
                    data-tip={absenceName(one)}
                    onClick={() => setRoll(marked(roll, row.studentId, one))}
                  >
                    {absenceLetters[one]}
                  </button>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
