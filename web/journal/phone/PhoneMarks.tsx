import { IconChevronLeft, IconChevronRight, IconFileText, IconListCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { refusalText } from '#domain/texts.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { say } from '#web/ui/status.ts'
import { useJournal } from '../JournalContext.ts'
import type { Intent } from '../keys.ts'
import { MarkPad } from '../MarkPad.tsx'
import { isWritable, startColumn } from '../model.ts'
import { grid } from '../texts.ru.ts'
import { UndoButtons } from '../UndoButtons.tsx'
import { CellSheet } from './CellSheet.tsx'
import styles from './PhoneMarks.module.css'
import { PhoneStudent } from './PhoneStudent.tsx'
import { padWrite } from './padWrite.ts'
import { phone } from './texts.ru.ts'
import { useSwipe } from './useSwipe.ts'

type Props = { lessonId: string | null; onLesson: (columnId: string) => void; onRollCall: (columnId: string) => void }

/** Marks on a phone: one lesson, the class under one another, a pad for the thumb. A press goes on to the next student by itself. */
export function PhoneMarks({ lessonId, onLesson, onRollCall }: Props) {
  const { model, sheet, pen, writes } = useJournal()
  const [columnId, setColumnId] = useState(
    () => (lessonId ? model.columnsOfLesson.get(lessonId)?.[0] : undefined)?.id ?? model.columns[startColumn(model)]?.id,
  )
  const [studentId, setStudentId] = useState(() => model.rows[0]?.studentId)
  const [appending, setAppending] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [details, setDetails] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const column = model.columns.find((one) => one.id === columnId) ?? model.columns[startColumn(model)]
  const row = model.rowById.get(studentId ?? '') ?? model.rows[0]

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows the chosen student
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [studentId])
  const toColumn = (by: number) => {
    const next = model.columns[(column?.index ?? 0) + by]
    if (!next) return
    setColumnId(next.id)
    setRefusal(null)
    setAppending(false)
    say(phone.now(next.lesson.date, model.noMarks ? '' : (next.type?.name ?? '')))
  }
  const toStudent = (by: number) => {
    const next = model.rows[(row?.index ?? 0) + by]
    if (!next) return
    setStudentId(next.studentId)
    setAppending(false)
    setTyped(null)
  }
  const swipeLesson = useSwipe((to) => toColumn(to === 'left' ? 1 : -1))
  const swipeStudent = useSwipe((to) => toStudent(to === 'left' ? 1 : -1))
  if (!column || !row) return null

  const press = (intent: Intent) => {
    if (intent.kind === 'another') {
      setAppending(true)
      if (typed) setStudentId(typed)
      return
    }
    const why = padWrite({ sheet, pen, column, row, intent, appending })
    setRefusal(why)
    setAppending(false)
    if (why) return say(why)
    if (intent.kind === 'backspace') return
    setTyped(row.studentId)
    const next = model.rows.find((one) => one.index > row.index && isWritable(column, one))
    if (next) setStudentId(next.studentId)
  }
  const locked = !column.mine || column.locked !== null
  const topicMissing = !column.lesson.topic && column.lesson.date <= model.page.today
  return (
    <div className={styles.phone}>
      <div className={styles.lesson}>
        <IconButton
          label={phone.previousLesson}
          icon={<IconChevronLeft size={20} />}
          disabled={column.index === 0}
          onClick={() => toColumn(-1)}
        />
        <SelectField
          label={phone.lesson}
          bare
          value={column.id}
          options={model.columns.map((one) => ({
            value: one.id,
            label: phone.lessonOption(
              one.lesson.date,
              model.noMarks ? '' : (one.type?.shortName ?? ''),
              one.lesson.date === model.page.today,
            ),
          }))}
          onChange={setColumnId}
        />
        <IconButton
          label={phone.nextLesson}
          icon={<IconChevronRight size={20} />}
          disabled={column.index === model.columns.length - 1}
          onClick={() => toColumn(1)}
        />
        {writes && !locked && (
          <IconButton
            framed
            label={phone.rollCall}
            icon={<IconListCheck size={20} stroke={1.7} />}
            onClick={() => onRollCall(column.id)}
          />
        )}
        <IconButton
          framed
          label={topicMissing ? `${phone.topic}, ${grid.noTopic}` : phone.topic}
          icon={<IconFileText size={20} stroke={1.7} />}
          className={topicMissing ? styles.missing : undefined}
          onClick={() => onLesson(column.id)}
        />
      </div>
      <ul ref={list} className={styles.list} {...swipeLesson}>
        {model.rows.map((one) => (
          <PhoneStudent
            key={one.studentId}
            sheet={sheet}
            column={column}
            row={one}
            scale={model.page.course.scale}
            averages={model.noMarks === null && model.page.course.scale === 'five'}
            current={one === row}
            appending={one === row && appending}
            onChoose={() => {
              if (one === row) setDetails(true)
              setStudentId(one.studentId)
              setAppending(false)
            }}
          />
        ))}
      </ul>
      <div className={styles.dock} {...swipeStudent}>
        <p className={styles.who}>
          <span className={styles.name}>{row.name}</span>
          {writes && <UndoButtons />}
          <button type="button" className={styles.more} onClick={() => setDetails(true)}>
            {phone.details}
          </button>
        </p>
        {column.mine && column.locked && model.page.term.lockedAt === null && (
          <p className={styles.refusal}>{refusalText(column.locked.code, column.locked.params)}</p>
        )}
        {refusal && (
          <p className={styles.refusal} role="alert">
            {refusal}
          </p>
        )}
        {writes && !locked && <MarkPad size="thumb" onPress={press} />}
      </div>
      {details && <CellSheet column={column} row={row} onClose={() => setDetails(false)} />}
    </div>
  )
}
