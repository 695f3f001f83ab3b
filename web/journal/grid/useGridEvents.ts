import {
  type ClipboardEvent,
  type DOMAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import { refusalText } from '#domain/texts.ts'
import { useJournal } from '../JournalContext.ts'
import type { Cursor } from './Cursor.ts'
import type { Entry } from './Entry.ts'
import { type GridCalls, pressKey } from './gridKeys.ts'
import { averageTip, cellTip, headTip } from './tips.ts'

const closedTerm = refusalText('journal.termLocked')

type Desk = {
  cursor: Cursor
  entry: Entry
  calls: GridCalls & { paste(text: string): void }
  homeworkOf: (lessonId: string) => string
}

/** One set of listeners on the table for three thousand cells. */
export function useGridEvents({ cursor, entry, calls, homeworkOf }: Desk): DOMAttributes<HTMLElement> {
  const { sheet, writes } = useJournal()
  const dragging = useRef(false)
  useEffect(() => {
    const drop = () => {
      dragging.current = false
    }
    window.addEventListener('pointerup', drop)
    return () => window.removeEventListener('pointerup', drop)
  }, [])
  return useMemo(() => {
    const cellOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>('[aria-colindex]') : null)
    const describe = (target: EventTarget) => {
      const cell = cellOf(target)
      const place = cell && cursor.placeOf(cell)
      if (!cell || !place) return
      const column = sheet.model.columns[place.column]
      const row = sheet.model.rows[place.row]
      const text = column
        ? row
          ? cellTip(sheet, column, row, !writes)
          : headTip(sheet, column, homeworkOf(column.lesson.lessonId))
        : null
      const student = cell.dataset.summary === 'average' && row
      const tip = text ?? (student ? averageTip(sheet, row.studentId) : (cell.dataset.tip ?? ''))
      // Why the whole page is closed stands above it for all to see.
      setOrRemove(cell, 'data-tip', sheet.model.page.term.lockedAt !== null && tip === closedTerm ? '' : tip)
      setOrRemove(cell, 'aria-description', tip.replaceAll('\n', '. '))
    }
    const openAt = (target: EventTarget): boolean => {
      const place = cellOf(target) && cursor.placeOf(cellOf(target)!)
      if (!place || place.column >= sheet.model.columns.length) return false
      cursor.go(place)
      if (place.row < 0) calls.openLesson(sheet.model.columns[place.column]!.id)
      return true
    }
    return {
      onKeyDown(event: KeyboardEvent) {
        if (event.nativeEvent.isComposing) return
        if (pressKey(event.nativeEvent, { sheet, cursor, entry, writes, calls })) event.preventDefault()
      },
      onPointerDown(event: PointerEvent) {
        const cell = cellOf(event.target)
        const place = cell && cursor.placeOf(cell)
        if (!place || event.button !== 0) return
        if (place.row < 0) return
        event.preventDefault()
        dragging.current = event.pointerType === 'mouse'
        cursor.go(place, event.shiftKey)
      },
      onPointerOver(event: PointerEvent) {
        describe(event.target)
        const cell = dragging.current ? cellOf(event.target) : null
        const place = cell && cursor.placeOf(cell)
        if (place && place.row >= 0)
          cursor.go({ row: place.row, column: Math.min(place.column, sheet.model.columns.length - 1) }, true)
      },
      onFocus(event) {
        describe(event.target)
        const place = cellOf(event.target) && cursor.placeOf(cellOf(event.target)!)
        // Focus may come from the outside, by a screen reader or a link: the cursor follows it.
        if (place && (place.row !== cursor.place.row || place.column !== cursor.place.column)) cursor.go(place, false, false)
      },
      onClick(event: MouseEvent) {
        const cell = cellOf(event.target)
        if (cell?.dataset.column) openAt(cell)
      },
      onDoubleClick(event: MouseEvent) {
        if (cellOf(event.target)?.role === 'gridcell' && writes) calls.openEditor()
      },
      onContextMenu(event: MouseEvent) {
        if (cellOf(event.target)?.role === 'gridcell' && openAt(event.target)) {
          event.preventDefault()
          calls.openPanel()
        }
      },
      onCopy(event: ClipboardEvent) {
        event.clipboardData.setData('text/plain', entry.copy())
        event.preventDefault()
      },
      onCut(event: ClipboardEvent) {
        event.clipboardData.setData('text/plain', entry.copy())
        event.preventDefault()
        if (writes) entry.clearSelection()
      },
      onPaste(event: ClipboardEvent) {
        event.preventDefault()
        if (writes) calls.paste(event.clipboardData.getData('text/plain'))
      },
    }
  }, [sheet, cursor, entry, calls, writes, homeworkOf])
}

function setOrRemove(cell: Element, attribute: string, text: string): void {
  if ((cell.getAttribute(attribute) ?? '') === text) return
  if (text) cell.setAttribute(attribute, text)
  else cell.removeAttribute(attribute)
}
