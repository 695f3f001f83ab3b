import { isSnils, snilsDigits } from '#domain/people/snils.ts'
import { addDays, isPlainDate, type PlainDate } from '#domain/platform/dates.ts'
import { searchForm } from '#domain/platform/texts.ts'
import * as words from './vocabulary.ts'

/** What stands in a cell; a moment of Excel travels as text: «2015-09-01T00:00», a time alone as «1899-12-30T08:30». */
export type Cell = string | number | boolean | { at: string } | null

/** What a cell says, with what had to be put right to read it; or why it says nothing. */
export type Reading<T> = { value: T; note?: Note } | { problem: Problem }
export type Note = 'latin' | 'leadingZeros' | 'dateAsText' | 'dayFirst' | 'excelDate' | 'shouted'
export type Problem =
  | 'missing'
  | 'notDay'
  | 'notSnils'
  | 'snilsSum'
  | 'shortened'
  | 'notClass'
  | 'notGrades'
  | 'notHours'
  | 'notTime'
  | 'notNumber'
  | 'notYesNo'
  | 'notSex'
  | 'notRelation'
  | 'notWeekday'
  | 'notKind'
  | 'notTerm'
  | 'latinLetters'
  | 'tooLong'

/** Without doubled, narrow, non-breaking and zero-width spaces, soft hyphens, letters in two pieces. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\s\u0000-\u001f\u007f-\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .trim()

/** The cell as a person reads it. */
export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return tidy(cell)
  if (typeof cell === 'object') return cell.at.startsWith('1899') ? cell.at.slice(11, 16) : dotted(cell.at.slice(0, 10))
  return String(cell).replace('.', typeof cell === 'number' ? ',' : '.')
}

/** «01.09.2015» */
export const dotted = (day: PlainDate): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`

/** In words that can be compared: small letters, «е» for «ё», no stop at the end. */
export const wordOf = (cell: Cell): string => searchForm(textOf(cell)).replace(/[.:]+$/, '')

/**
 * Latin letters among Russian ones, or nothing but letters that look Russian, become Russian. A word of other Latin letters alone stays:
 * people are called Smith. Russian and foreign letters in one word are a problem.
 */
export function russian(text: string): Reading<string> {
  let put = false
  let mixed = false
  const value = text.replace(/[\p{L}’']+/gu, (word) => {
    const replaced = word.replace(/[A-Za-z]/g, (letter) => words.lookAlikes[letter] ?? letter)
    if (/[A-Za-z]/.test(replaced)) {
      mixed ||= words.russianLetter.test(word)
      return word
    }
    if (replaced === word) return word
    put = true
    return replaced
  })
  if (mixed) return { problem: 'latinLetters' }
  return put ? { value, note: 'latin' } : { value }
}

const SHORTEST_SERIAL = 10_959 // 1 January 1930
const LONGEST_SERIAL = 73_415 // 31 December 2100

/** The day of Excel's number: 1 is 1 January 1900, and 29 February 1900 is counted though there was none. */
const serialDay = (serial: number): PlainDate => addDays('1899-12-30', Math.floor(serial))

const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?=$|[ t])/i

/**
 * Do the days of a column stand as an office abroad writes them, month before day? They do when «10/24/2026» is among them and nothing
 * that can only be read the other way.
 */
export function isMonthFirst(column: readonly Cell[]): boolean {
  const parts = column.flatMap((cell) =>
    typeof cell === 'string' ? [slashed.exec(tidy(cell))].filter((one) => one !== null) : [],
  )
  return parts.some((one) => Number(one[2]) > 12) && parts.every((one) => Number(one[1]) <= 12)
}

/** «10/24/2026» as «24.10.2026»; other cells as they are. */
export const dayFirst = (cell: Cell): Cell =>
  typeof cell === 'string' ? tidy(cell).replace(slashed, (_, month, day, year) => `${day}.${month}.${year}`) : cell

/**
 * A day: of Excel, as its number, as text — 01.09.2015, 1.9.15, 1/9/2015, 2015-09-01, «1 сентября 2015 г.» Two figures of a year are of
 * this century unless that lies more than five years ahead of `today`. A day with strokes that could be read both ways says so. Nothing
 * when the cell is empty.
 */
export function dayOf(cell: Cell, today: PlainDate): Reading<PlainDate | null> {
  if (cell === null || cell === '') return { value: null }
  if (typeof cell === 'object') {
    const day = cell.at.slice(0, 10)
    return isPlainDate(day) && day > '1900-01-01' ? { value: day } : { problem: 'notDay' }
  }
  if (typeof cell === 'number') return ofNumber(cell)
  if (typeof cell === 'boolean') return { problem: 'notDay' }
  const text = tidy(cell).toLowerCase().replace(words.yearWord, '')
  if (text === '') return { value: null }
  if (/^\d{5}$/.test(text)) return ofNumber(Number(text))
  const numbers = /^(\d{1,2})\s*[./\-\s,]\s*(\d{1,2})\s*[./\-\s,]\s*(\d{4}|\d{2})(?:[ t]+[\d:.]+)?$/.exec(text)
  if (numbers) {
    const read = ofParts(numbers[3]!, numbers[2]!, numbers[1]!, today)
    const doubtful = slashed.test(text) && Number(numbers[1]) <= 12 && numbers[1] !== numbers[2]
    return doubtful && 'value' in read ? { ...read, note: 'dayFirst' } : read
  }
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ t]+[\d:.]+z?)?$/.exec(text)
  if (iso) return ofParts(iso[1]!, iso[2]!, iso[3]!, today)
  const spoken = /^[«"]?(\d{1,2})[»"]?\s+(\p{L}+)\s+(\d{4}|\d{2})$/u.exec(text)
  const month = spoken ? words.months.indexOf(spoken[2]!) + 1 : 0
  return spoken && month > 0 ? ofParts(spoken[3]!, String(month), spoken[1]!, today) : { problem: 'notDay' }
}

const ofNumber = (serial: number): Reading<PlainDate> =>
  serial >= SHORTEST_SERIAL && serial < LONGEST_SERIAL + 1
    ? { value: serialDay(serial), note: 'excelDate' }
    : { problem: 'notDay' }

function ofParts(year: string, month: string, day: string, today: PlainDate): Reading<PlainDate> {
  const century = Math.floor(Number(today.slice(0, 4)) / 100)
  const near = century * 100 + Number(year)
  const full = year.length === 4 ? year : String(near > Number(today.slice(0, 4)) + 5 ? near - 100 : near)
  const value = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(value) && value > '1900-01-01' ? { value, note: 'dateAsText' } : { problem: 'notDay' }
}

/** Eleven figures with a right check number; zeros that Excel took from the front come back. Nothing when the cell is empty. */
export function snilsOf(cell: Cell): Reading<string | null> {
  const text = typeof cell === 'number' ? String(cell) : textOf(cell)
  if (/^[-–—\s]*$/.test(text)) return { value: null }
  // What Excel saves of a number that its column was too narrow for.
  if (/\de\+\d/i.test(text)) return { problem: 'shortened' }
  const value = snilsDigits(text.replaceAll('№', ''))
  if (value === null) return { problem: 'notSnils' }
  if (!isSnils(value)) return { problem: 'snilsSum' }
  return text.replace(/\D/g, '').length < 11 ? { value, note: 'leadingZeros' } : { value }
}

/** Minutes after midnight: a time of Excel, its part of a day, «8:30», «08.30», «8-30». */
export function timeOf(cell: Cell): Reading<number> {
  if (typeof cell === 'object' && cell !== null)
    return { value: Number(cell.at.slice(11, 13)) * 60 + Number(cell.at.slice(14, 16)) }
  if (typeof cell === 'number' && cell > 0 && cell < 1) return { value: Math.round(cell * 1440) }
  const parts = /^(\d{1,2})\s*[:.\-–,]\s*(\d{2})(?::\d{2})?(?:\s*(am|pm))?$/i.exec(textOf(cell))
  if (!parts || Number(parts[1]) > (parts[3] ? 12 : 23) || Number(parts[2]) > 59)
    return { problem: textOf(cell) === '' ? 'missing' : 'notTime' }
  const half = parts[3]?.toLowerCase() === 'pm' ? 12 : 0
  const hour = parts[3] ? (Number(parts[1]) % 12) + half : Number(parts[1])
  return { value: hour * 60 + Number(parts[2]) }
}

/** «8:30» */
export const timeText = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** A whole number within bounds; nothing when the cell is empty. */
export function numberOf(cell: Cell, least: number, most: number): Reading<number | null> {
  const text = textOf(cell)
  if (text === '') return { value: null }
  const value = Number(text.replace(/[.)]$/, ''))
  return Number.isInteger(value) && value >= least && value <= most ? { value } : { problem: 'notNumber' }
}

/** Yes or no; nothing when the cell is empty. */
export function yesNoOf(cell: Cell): Reading<boolean | null> {
  const word = wordOf(cell)
  if (word === '') return { value: null }
  if (words.yes.includes(word)) return { value: true }
  return words.no.includes(word) ? { value: false } : { problem: 'notYesNo' }
}
