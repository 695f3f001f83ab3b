import { useState } from 'react'
import type { Attendance } from '#domain/attendance/rules.ts'
import type { Mark } from '#domain/marks/rules.ts'
import { TextField } from '#web/ui/TextField.tsx'
import type { Cell } from '../cells.ts'
import { attendanceChange, markChange } from '../changes.ts'
import { useJournal } from '../JournalContext.ts'
import type { Column, Row } from '../model.ts'
import { TextArea } from '../TextArea.tsx'
import { panel } from './texts.ru.ts'

/** What belongs to a mark besides its value: the comment for the family, the protocol, the day of a point, minutes of a late comer. Saved on leaving a field. */
export function MarkNotes({ column, row, cell }: { column: Column; row: Row; cell: Cell }) {
  const { sheet, pen, model } = useJournal()
  const { mark, attendance } = cell
  const [comment, setComment] = useState(mark.comment)
  const [basis, setBasis] = useState(mark.basis)
  const [minutes, setMinutes] = useState(attendance.minutes?.toString() ?? '')
  const at = { columnId: column.id, studentId: row.studentId }
  const saveMark = (part: Partial<Mark>) => {
    const { mark: from } = sheet.standing(column, row.studentId)
    const change = markChange(column, row, from, { ...from, ...part })
    if (change) pen.write([change], at)
  }
  const saveMinutes = () => {
    const { attendance: from } = sheet.standing(column, row.studentId)
    const to: Attendance = {
      code: from.code,
      minutes: from.code === 'late' && +minutes >= 1 && +minutes <= 240 ? Math.round(+minutes) : null,
    }
    const change = attendanceChange(column, row, from, to)
    if (change) pen.write([change], at)
  }
  const marked = mark.values.length > 0 || mark.dueOn !== null
  return (
    <>
      {mark.dueOn !== null && (
        <TextField
          label={panel.dueOn}
          type="date"
          min={column.lesson.date}
          value={mark.dueOn}
          onChange={(event) => event.target.value && saveMark({ dueOn: event.target.value })}
        />
      )}
      {attendance.code === 'late' && (
        <TextField
          label={panel.minutes}
          type="number"
          inputMode="numeric"
          min={1}
          max={240}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
          onBlur={saveMinutes}
        />
      )}
      {model.noMarks === null && marked && (
        <>
          <TextArea
            label={panel.comment}
            hint={panel.commentHint}
            maxLength={500}
            rows={2}
            value={comment}
            onChange={setComment}
            onLeave={() => saveMark({ comment: comment.trim() })}
          />
          <TextField
            label={panel.basis}
            hint={panel.basisHint}
            maxLength={200}
            value={basis}
            onChange={(event) => setBasis(event.target.value)}
            onBlur={() => saveMark({ basis: basis.trim() })}
          />
        </>
      )}
    </>
  )
}
