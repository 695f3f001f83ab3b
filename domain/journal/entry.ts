import { type AbsenceCode, absenceLetters } from '#domain/attendance/rules.ts'

/** What one types into a cell of the journal: marks, an absence code, a point, or several of them together. */
export type Entry = { values: number[]; absence: AbsenceCode | null; pending: boolean }

const words: Record<string, AbsenceCode> = {
  н: 'absent',
  от: 'absent',
  б: 'sick',
  у: 'excused',
  уп: 'excused',
  нп: 'unexcused',
  оп: 'late',
  осв: 'exempt',
}
const passWords: Record<string, number> = { зач: 1, з: 1, '+': 1, нз: 0, незач: 0 }

/**
 * Reads a typed, pasted or imported cell: '5', '4/5', '5,4', '54', 'н', 'н/5', 'Б', 'оп 4', '•', 'зач'. Capitals and Latin twins of
 * Russian letters do not matter, an empty text is an empty entry. Null means «not a journal entry»: two absence codes, a point
 * beside a mark, any other sign. Whether the values fit the scale is for `whyMarkIsWrong`.
 */
export function parseEntry(text: string, scale: 'five' | 'passFail' = 'five'): Entry | null {
  const entry: Entry = { values: [], absence: null, pending: false }
  const clean = text.trim().toLowerCase().replace(/[h]/g, 'н').replace(/[y]/g, 'у').replace(/[o]/g, 'о').replace(/[c]/g, 'с')
  for (const part of clean.split(/[\s,;/]+/).filter(Boolean)) {
    if (!readPart(part, scale, entry)) return null
  }
  if (entry.values.length > 4 || (entry.pending && entry.values.length > 0)) return null
  return entry
}

function readPart(part: string, scale: 'five' | 'passFail', entry: Entry): boolean {
  const code = words[part]
  if (code) {
    if (entry.absence) return false
    entry.absence = code
    return true
  }
  if (part === '•' || part === '.' || part === 'точка') {
    if (entry.pending) return false
    entry.pending = true
    return true
  }
  const pass = passWords[part]
  if (scale === 'passFail' && pass !== undefined) {
    entry.values.push(pass)
    return true
  }
  const glued = /^(нп|оп|осв|[нбу])?([0-9]{0,4})$/.exec(part)
  if (!glued || scale !== 'five') return false
  const [, letters, digits] = glued
  if (letters) {
    if (entry.absence) return false
    entry.absence = words[letters]!
  }
  entry.values.push(...[...digits!].map(Number))
  return true
}

/** A mark as it stands in the cell: «5», «4/5», «зач», «•» for a point, '' for nothing. */
export function markText(values: readonly number[], pending: boolean, scale: 'five' | 'passFail' = 'five'): string {
  if (pending) return '•'
  return values.map((value) => (scale === 'passFail' ? (value === 1 ? 'зач' : 'нз') : String(value))).join('/')
}

/** The whole cell: «н», «5», «н/5». Reads back by `parseEntry`. */
export const entryText = (entry: Entry, scale: 'five' | 'passFail' = 'five'): string =>
  [entry.absence ? absenceLetters[entry.absence] : '', markText(entry.values, entry.pending, scale)].filter(Boolean).join('/')
