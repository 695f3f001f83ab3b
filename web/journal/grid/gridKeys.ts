import { looksLikeMark, readKey } from '../keys.ts'
import { readMove, stepped } from '../navigation.ts'
import type { Sheet } from '../sheet.ts'
import { scaleWords } from '../texts.ru.ts'
import type { Cursor } from './Cursor.ts'
import type { Entry } from './Entry.ts'

/** What keys ask of the page around the grid. */
export type GridCalls = {
  openPanel(): void
  openLesson(columnId: string): void
  openEditor(): void
  openHelp(): void
  /** The next Tab leaves the table. */
  leave(): void
}

type Desk = { sheet: Sheet; cursor: Cursor; entry: Entry; writes: boolean; calls: GridCalls }
type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Does what a key means in the grid; answers true when it meant something and the browser must not act on it. */
export function pressKey(key: Key, desk: Desk): boolean {
  return command(key, desk) || navigate(key, desk) || (desk.writes && enter(key, desk))
}

function command(key: Key, { sheet, cursor, entry, writes, calls }: Desk): boolean {
  const far = key.ctrlKey || key.metaKey
  const column = sheet.model.columns[cursor.place.column]
  const onHead = cursor.place.row < 0
  const letter = key.code.startsWith('Key') ? key.code.slice(3) : ''
  if (key.altKey && key.key === 'Enter') return done(calls.openPanel)
  if (onHead && column && !far && (key.key === 'Enter' || key.key === ' ')) return done(() => calls.openLesson(column.id))
  if (key.altKey && key.key === 'ArrowDown' && column) return done(() => calls.openLesson(column.id))
  if (key.key === 'ContextMenu' || (key.shiftKey && key.key === 'F10')) return done(calls.openPanel)
  if (key.key === '?' && !far && !key.altKey) return done(calls.openHelp)
  if (key.key === 'F1' && !far) return done(calls.openHelp)
  if (key.key === ' ' && far)
    return done(() =>
      cursor.select({ row: 0, column: cursor.place.column }, { row: sheet.model.rows.length - 1, column: cursor.place.column }),
    )
  if (key.key === ' ' && key.shiftKey)
    return done(() =>
      cursor.select({ row: cursor.place.row, column: 0 }, { row: cursor.place.row, column: sheet.model.columns.length - 1 }),
    )
  if (far && letter === 'A')
    return done(() =>
      cursor.select({ row: 0, column: 0 }, { row: sheet.model.rows.length - 1, column: sheet.model.columns.length - 1 }),
    )
  if (!writes || onHead) return false
  if (far && letter === 'Z') return done(key.shiftKey ? entry.redo : entry.undo)
  if (far && letter === 'Y') return done(entry.redo)
  if (far && letter === 'D') return done(() => entry.fillDown())
  if (far && key.key === 'Enter') return done(() => entry.fillSelection())
  if (key.key === 'F2') return done(calls.openEditor)
  return false
}

function navigate(key: Key, { sheet, cursor, calls }: Desk): boolean {
  if (key.altKey) return false
  const size = { rows: sheet.model.rows.length, columns: sheet.model.columns.length, summaries: 0 }
  if (key.key === 'Enter') return done(() => go(stepped(cursor.place, key.shiftKey ? 'up' : 'down', size)))
  if (key.key === 'Tab') {
    const next = cursor.place.row < 0 ? null : stepped(cursor.place, key.shiftKey ? 'left' : 'right', size)
    if (next) cursor.go(next)
    return next !== null
  }
  if (key.key === 'Escape') {
    if (cursor.appending) cursor.append(false)
    else if (cursor.several) cursor.go(cursor.place)
    else calls.leave()
    return true
  }
  const move = readMove(key)
  return move !== null && done(() => cursor.move(move, key.shiftKey))

  function go(place: ReturnType<typeof stepped>): void {
    if (place) cursor.go(place)
  }
}

function enter(key: Key, { sheet, cursor, entry }: Desk): boolean {
  if (cursor.place.row < 0 || cursor.place.column >= sheet.model.columns.length) return false
  const { scale } = sheet.model.page.course
  const lowest = sheet.model.policy['marks.lowest']
  const intent = readKey(key, scale, lowest)
  if (intent) return done(() => entry.put(intent))
  if (looksLikeMark(key)) return done(() => entry.refuseValue(key.key, scaleWords(scale, lowest)))
  return key.key === ' '
}

function done(act: () => void): true {
  act()
  return true
}
