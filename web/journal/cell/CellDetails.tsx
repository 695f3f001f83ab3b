import { useCallback, useState, useSyncExternalStore } from 'react'
import { entryText } from '#domain/journal/entry.ts'
import { MarkChip } from '#web/ui/MarkChip.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { cellKey } from '../cells.ts'
import type { Put } from '../changes.ts'
import { useJournal } from '../JournalContext.ts'
import type { Intent } from '../keys.ts'
import { MarkPad } from '../MarkPad.tsx'
import type { Column, Row } from '../model.ts'
import { status } from '../texts.ru.ts'
import { whyNotHere } from '../why.ts'
import styles from './CellDetails.module.css'
import { CellHistory } from './CellHistory.tsx'
import { MarkNotes } from './MarkNotes.tsx'
import { RefusedValue } from './RefusedValue.tsx'
import { panel } from './texts.ru.ts'

type Props = { column: Column; row: Row; write: (put: Put) => boolean }

/** A cell in full: what stands there and may be put there, notes on the mark, why it is locked or was refused, its story. */
export function CellDetails({ column, row, write }: Props) {
  const { sheet, model, seesHistory } = useJournal()
  const subscribe = useCallback(
    (listener: () => void) => sheet.subscribe(cellKey(column.id, row.studentId), listener),
    [sheet, column.id, row.studentId],
  )
  const cell = useSyncExternalStore(subscribe, () => sheet.cell(column, row.studentId))
  const [appending, setAppending] = useState(false)
  const press = (intent: Intent) => {
    setAppending(intent.kind === 'another')
    if (intent.kind !== 'another') write(appending && intent.kind === 'value' ? { kind: 'append', value: intent.value } : intent)
  }
  const why = whyNotHere(model, column, row)
  const { scale } = model.page.course
  const text = entryText({ values: cell.mark.values, absence: cell.attendance.code, pending: cell.mark.dueOn !== null }, scale)
  return (
    <div className={styles.details}>
      {cell.refused ? (
        <RefusedValue column={column} row={row} cell={cell} refused={cell.refused} />
      ) : (
        <p className={styles.now}>{text ? <MarkChip text={text} /> : <span className={styles.empty}>{panel.empty}</span>}</p>
      )}
      {why ? (
        <Notice>{why}</Notice>
      ) : (
        <>
          <MarkPad size="strip" onPress={press} />
          {appending && <p className={styles.empty}>{status.appending}</p>}
          <MarkNotes column={column} row={row} cell={cell} />
        </>
      )}
      {seesHistory && <CellHistory column={column} row={row} />}
    </div>
  )
}
