import { Refusal } from '#domain/platform/refusal.ts'
import { refusalText } from '#domain/texts.ts'
import { changesOf, type Put } from '../changes.ts'
import type { Column, Row } from '../model.ts'
import type { Pen } from '../pen.ts'
import type { Sheet } from '../sheet.ts'
import { whyNotHere } from '../why.ts'

type Press = { sheet: Sheet; pen: Pen; column: Column; row: Row; intent: Put; appending: boolean }

/** One press of the pad into one cell; answers why not, in words, or null when it is written. */
export function padWrite({ sheet, pen, column, row, intent, appending }: Press): string | null {
  const cell = sheet.cell(column, row.studentId)
  if (cell.refused && (intent.kind === 'backspace' || intent.kind === 'clear')) {
    pen.giveUp([cell.refused.id])
    return null
  }
  const why = whyNotHere(sheet.model, column, row)
  if (why) return why
  const put: Put = appending && intent.kind === 'value' ? { kind: 'append', value: intent.value } : intent
  const answer = changesOf(sheet.model, column, row, sheet.standing(column, row.studentId), put)
  if (answer instanceof Refusal) return refusalText(answer.code, answer.params)
  pen.write(answer, { columnId: column.id, studentId: row.studentId })
  return null
}
