import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { IconButton } from '#web/ui/IconButton.tsx'
import { close } from '#web/ui/texts.ru.ts'
import type { Cursor } from '../grid/Cursor.ts'
import type { Entry } from '../grid/Entry.ts'
import { useJournal } from '../JournalContext.ts'
import { columnName } from '../texts.ru.ts'
import { CellDetails } from './CellDetails.tsx'
import styles from './CellPanel.module.css'
import { panel } from './texts.ru.ts'

/** The cell under the cursor in full, beside the grid; follows the cursor while it stays open. Escape closes it. */
export function CellPanel({ cursor, entry, onClose }: { cursor: Cursor; entry: Entry; onClose: () => void }) {
  const { model } = useJournal()
  const ref = useRef<HTMLElement>(null)
  useSyncExternalStore(cursor.subscribe, cursor.key)
  const column = model.columns[cursor.place.column]
  const row = model.rows[cursor.place.row]
  useEffect(() => ref.current?.focus(), [])
  return (
    <aside
      ref={ref}
      tabIndex={-1}
      aria-label={panel.label}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{row?.name ?? panel.label}</h2>
        <IconButton label={close} size="s" icon={<IconX size={18} stroke={1.8} />} onClick={onClose} />
      </div>
      {column && row ? (
        <>
          <p className={styles.where}>
            {columnName(column.lesson.date, model.noMarks ? '' : (column.type?.name ?? ''), column.work?.title ?? '')}
          </p>
          <CellDetails
            key={`${column.id}:${row.studentId}`}
            column={column}
            row={row}
            write={(put) => entry.write(column, row, put)}
          />
        </>
      ) : (
        <p className={styles.where}>{panel.none}</p>
      )}
    </aside>
  )
}
