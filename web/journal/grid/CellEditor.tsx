import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { entryText, parseEntry } from '#domain/journal/entry.ts'
import { say } from '#web/ui/status.ts'
import { useJournal } from '../JournalContext.ts'
import { editor } from '../texts.ru.ts'
import styles from './CellEditor.module.css'
import type { Cursor } from './Cursor.ts'
import type { Entry } from './Entry.ts'

type Props = { cursor: Cursor; entry: Entry; scroller: RefObject<HTMLDivElement | null>; onClose: () => void }

/** The whole cell as text, for what one key cannot say: F2 or a double press. Enter writes, Escape leaves it as it was. */
export function CellEditor({ cursor, entry, scroller, onClose }: Props) {
  const { sheet, model } = useJournal()
  const input = useRef<HTMLInputElement>(null)
  const [place] = useState(cursor.place)
  const column = model.columns[place.column]
  const row = model.rows[place.row]
  const { scale } = model.page.course
  const [text, setText] = useState(() => {
    if (!column || !row) return ''
    const { mark, attendance } = sheet.cell(column, row.studentId)
    return entryText({ values: mark.values, absence: column.first ? attendance.code : null, pending: mark.dueOn !== null }, scale)
  })
  const [wrong, setWrong] = useState(false)
  useLayoutEffect(() => {
    const cell = cursor.cellAt(place)
    const box = scroller.current
    const field = input.current
    if (!cell || !box || !field) return
    const [at, frame] = [cell.getBoundingClientRect(), box.getBoundingClientRect()]
    field.style.left = `${at.left - frame.left + box.scrollLeft - 12}px`
    field.style.top = `${at.top - frame.top + box.scrollTop}px`
    field.style.height = `${at.height}px`
    field.style.width = `${at.width + 24}px`
    field.focus()
    field.select()
  }, [cursor, place, scroller])
  if (!column || !row) return null
  const close = () => {
    onClose()
    cursor.focus()
  }
  const commit = () => {
    const typed = parseEntry(text, scale)
    if (!typed) {
      setWrong(true)
      say(editor.wrong)
      return
    }
    if (entry.write(column, row, { kind: 'entry', entry: typed })) close()
  }
  return (
    <input
      ref={input}
      className={styles.editor}
      aria-label={editor.label(row.name)}
      aria-invalid={wrong || undefined}
      data-tip={wrong ? editor.wrong : undefined}
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setText(event.target.value)
        setWrong(false)
      }}
      onBlur={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') close()
        if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
      }}
    />
  )
}
