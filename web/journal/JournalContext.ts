import { createContext, useContext } from 'react'
import type { Model } from './model.ts'
import type { Pen } from './pen.ts'
import type { Sheet } from './sheet.ts'

/** The open page of the journal, for everything on it. */
export type Journal = {
  model: Model
  sheet: Sheet
  pen: Pen
  /** May the person write into any lesson of the page? */
  writes: boolean
  /** May the person see the story of cells? */
  seesHistory: boolean
}

export const JournalContext = createContext<Journal | null>(null)

/** The open page. Only inside JournalPage. */
export function useJournal(): Journal {
  const journal = useContext(JournalContext)
  if (!journal) throw new Error('useJournal outside of a journal page')
  return journal
}
