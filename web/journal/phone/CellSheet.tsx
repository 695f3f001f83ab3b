import { BottomSheet } from '#web/ui/BottomSheet.tsx'
import { CellDetails } from '../cell/CellDetails.tsx'
import { useJournal } from '../JournalContext.ts'
import type { Column, Row } from '../model.ts'
import { columnName } from '../texts.ru.ts'
import { padWrite } from './padWrite.ts'

/** The cell in full on a phone: notes, the story, a conflict to decide. */
export function CellSheet({ column, row, onClose }: { column: Column; row: Row; onClose: () => void }) {
  const { sheet, pen, model } = useJournal()
  return (
    <BottomSheet title={row.name} onClose={onClose}>
      <p>{columnName(column.lesson.date, model.noMarks ? '' : (column.type?.name ?? ''), column.work?.title ?? '')}</p>
      <CellDetails
        column={column}
        row={row}
        write={(intent) => padWrite({ sheet, pen, column, row, intent, appending: false }) === null}
      />
    </BottomSheet>
  )
}
