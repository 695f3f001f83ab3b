import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { lazyPart } from '#web/ui/lazyPart.ts'
import { say } from '#web/ui/status.ts'
import type { PastePlan } from '../clipboard.ts'
import { useJournal } from '../JournalContext.ts'
import { MarkPad } from '../MarkPad.tsx'
import { startColumn } from '../model.ts'
import { Notices } from '../notices.ts'
import { readingText } from '../readingText.ts'
import { roomBelow } from '../roomBelow.ts'
import { StatusLine } from '../StatusLine.tsx'
import { status } from '../texts.ru.ts'
import { useAfterPaint } from '../useAfterPaint.ts'
import { CellEditor } from './CellEditor.tsx'
import { Cursor } from './Cursor.ts'
import { columnRoom } from './columnRoom.ts'
import { Entry } from './Entry.ts'
import { MarksGrid, sizeOf } from './MarksGrid.tsx'
import styles from './MarksView.module.css'
import { leftAtStart, Sight } from './Sight.ts'

const CellPanel = lazyPart(async () => ({ default: (await import('../cell/CellPanel.tsx')).CellPanel }), 'soon')
const PasteDialog = lazyPart(async () => ({ default: (await import('./PasteDialog.tsx')).PasteDialog }), 'soon')
const KeysDialog = lazyPart(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }), 'soon')

type Props = {
  /** The lesson to begin at, from the address. */
  lessonId: string | null
  homeworkOf: (lessonId: string) => string
  panel: boolean
  onPanel: (open: boolean) => void
  help: boolean
  onHelp: (open: boolean) => void
  onLesson: (columnId: string) => void
  /** Tells which column the cursor is in. */
  onColumn: (columnId: string | null) => void
}

/** The marks of the page on a wide screen: grid, pad, status, the panel of the cell. */
export function MarksView({ lessonId, homeworkOf, panel, onPanel, help, onHelp, onLesson, onColumn }: Props) {
  const { sheet, pen, model, writes } = useJournal()
  const [notices] = useState(() => new Notices())
  const later = useAfterPaint()
  const [start] = useState(() => (lessonId ? model.columnsOfLesson.get(lessonId)?.[0]?.index : undefined) ?? startColumn(model))
  const [sight] = useState(() => new Sight(start))
  const [cursor] = useState(
    () =>
      new Cursor(
        () => sizeOf(sheet.model),
        later,
        (column) => flushSync(() => sight.keep(column)),
      ),
  )
  const [entry] = useState(
    () =>
      new Entry(sheet, pen, cursor, (text, kind) => {
        if (kind !== 'entered') notices.tell(text === readingText(sheet.model, writes) ? status.whyAbove : text, kind)
        later(() => say(text))
      }),
  )
  const scroller = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState(false)
  const [plan, setPlan] = useState<PastePlan | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    const place = { row: 0, column: start }
    cursor.go(place, false, false)
    const room = scroller.current && columnRoom(scroller.current)
    if (room) scroller.current?.scrollTo({ left: leftAtStart({ ...room, column: start }) })
  }, [])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => onColumn(sheet.model.columns[cursor.place.column]?.id ?? null)
    // The toolbar is drawn anew when the cursor rests, not at each step of a held arrow.
    const stop = cursor.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(tell, 120)
    })
    tell()
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [cursor, sheet, onColumn])

  const calls = useMemo(
    () => ({
      openPanel: () => onPanel(true),
      openLesson: onLesson,
      openEditor: () => setEditing(sheet.model.columns[cursor.place.column] !== undefined && cursor.place.row >= 0),
      openHelp: () => onHelp(true),
      leave: () => leave(cursor, notices),
      paste: (text: string) => setPlan(entry.paste(text)),
    }),
    [cursor, entry, notices, sheet, onPanel, onLesson, onHelp],
  )
  const closePanel = useCallback(() => {
    onPanel(false)
    cursor.focus()
  }, [cursor, onPanel])

  return (
    <div ref={roomBelow} className={styles.view}>
      <div className={styles.main}>
        <MarksGrid cursor={cursor} sight={sight} entry={entry} calls={calls} homeworkOf={homeworkOf} scroller={scroller} />
        <div className={styles.foot}>
          {writes && model.page.term.lockedAt === null && <MarkPad size="strip" onPress={(intent) => entry.put(intent)} />}
          <StatusLine notices={notices} onShowRefused={() => showRefused()} />
        </div>
      </div>
      {editing &&
        scroller.current &&
        createPortal(
          <CellEditor cursor={cursor} entry={entry} scroller={scroller} onClose={() => setEditing(false)} />,
          scroller.current,
        )}
      <Suspense>
        {panel && <CellPanel cursor={cursor} entry={entry} onClose={closePanel} />}
        {plan && (
          <PasteDialog
            plan={plan}
            onPaste={() => {
              entry.carryOut(plan)
              setPlan(null)
            }}
            onClose={() => setPlan(null)}
          />
        )}
        {help && <KeysDialog onClose={() => onHelp(false)} />}
      </Suspense>
    </div>
  )

  function showRefused(): void {
    const column = sheet.model.columns[cursor.place.column]
    const row = sheet.model.rows[cursor.place.row]
    const next = sheet.nextRefused(column && row ? { columnId: column.id, studentId: row.studentId } : null)
    const at = next && sheet.model.rowById.get(next.studentId)
    if (!next || !at) return
    cursor.go({ row: at.index, column: next.column.index })
    onPanel(true)
  }
}

/** Tab moves along the row, so Escape opens the way out: for one press the grid is no Tab stop. */
function leave(cursor: Cursor, notices: Notices): void {
  const cell = cursor.cellAt(cursor.place)
  if (!cell) return
  cursor.focus()
  notices.tell(status.left)
  say(status.left)
  const once = (event: KeyboardEvent) => {
    if (event.key === 'Tab') event.stopPropagation()
    if (event.key !== 'Shift') cell.removeEventListener('keydown', once)
  }
  cell.addEventListener('keydown', once)
}
