import { createContext, type ReactNode, Suspense, useContext, useMemo, useState } from 'react'
import { Refusal } from '#domain/platform/refusal.ts'
import { lazyPart } from '#web/ui/lazyPart.ts'
import { toast } from '#web/ui/toasts.ts'
import { changesOf } from '../changes.ts'
import { type Journal, useJournal } from '../JournalContext.ts'
import { status } from '../texts.ru.ts'
import { presentWithoutMark } from '../totals.ts'

const LessonDialog = lazyPart(async () => ({ default: (await import('./LessonDialog.tsx')).LessonDialog }), 'soon')
const WorkDialog = lazyPart(async () => ({ default: (await import('./WorkDialog.tsx')).WorkDialog }), 'soon')
const RollCallDialog = lazyPart(async () => ({ default: (await import('../roll/RollCallDialog.tsx')).RollCallDialog }), 'soon')

type Tools = { openLesson(columnId: string): void; openRollCall(columnId: string): void; addWork(columnId: string): void }
const Context = createContext<Tools | null>(null)

type Open = { kind: 'lesson' | 'roll' | 'adding'; columnId: string }

/** The dialogs about one lesson, opened from the head of a column, the toolbar or the phone. */
export function LessonTools({ children }: { children: ReactNode }) {
  const journal = useJournal()
  const [open, setOpen] = useState<Open | null>(null)
  const tools = useMemo<Tools>(
    () => ({
      openLesson: (columnId) => setOpen({ kind: 'lesson', columnId }),
      openRollCall: (columnId) => setOpen({ kind: 'roll', columnId }),
      addWork: (columnId) => setOpen({ kind: 'adding', columnId }),
    }),
    [],
  )
  const column = open && journal.model.columnById.get(open.columnId)
  return (
    <Context.Provider value={tools}>
      {children}
      <Suspense>
        {column && open.kind === 'roll' && <RollCallDialog column={column} onClose={() => setOpen(null)} />}
        {column && open.kind === 'adding' && <WorkDialog column={column} onClose={() => setOpen(null)} />}
        {column && open.kind === 'lesson' && (
          <LessonDialog
            column={column}
            onRollCall={() => setOpen({ kind: 'roll', columnId: column.id })}
            onFill={(columnId, value) => fillPresent(journal, columnId, value)}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </Context.Provider>
  )
}

/** What may be opened about a lesson. */
export function useLessonTools(): Tools {
  const tools = useContext(Context)
  if (!tools) throw new Error('useLessonTools outside of a journal page')
  return tools
}

/** One mark to everybody who was at the lesson and has none for the work. */
function fillPresent({ model, sheet, pen }: Journal, columnId: string, value: number): void {
  const column = model.columnById.get(columnId)
  if (!column?.mine) return
  const changes = presentWithoutMark(model, sheet.facts(), columnId).flatMap((row) => {
    const answer = changesOf(model, column, row, sheet.standing(column, row.studentId), { kind: 'value', value })
    return answer instanceof Refusal ? [] : answer
  })
  if (changes.length === 0) {
    toast(status.nothingToFill)
    return
  }
  pen.write(changes, { columnId, studentId: changes[0]!.studentId })
  toast(status.filled(changes.length), { label: status.takeBack, run: () => void pen.undo() })
}
