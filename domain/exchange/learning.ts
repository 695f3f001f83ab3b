import { LAST_GRADE, type TermKind } from '#domain/calendar/rules.ts'
import { MOST_HALF_HOURS } from '#domain/curriculum/rules.ts'
import { type Cell, numberOf, type Reading, russian, textOf, timeOf, wordOf } from './cells.ts'
import * as words from './vocabulary.ts'

/** A year of modules has up to a dozen. */
const MOST_TERMS = 12

export type ClassName = { grade: number; letter: string; name: string }
export type Grades = { from: number; to: number }

/** A class: «7А», «7 а», «7-А», «7 «А»», «VII А», «7А класс», a Latin A; a class without a letter is its grade. */
export function classOf(cell: Cell): Reading<ClassName> {
  const said = textOf(cell).replace(words.classWord, ' ').trim().toUpperCase()
  if (said === '') return { problem: 'missing' }
  const plain = said.replace(words.romanClass, (numeral) => String(words.roman.indexOf(numeral)))
  const read = russian(plain)
  if ('problem' in read) return { problem: 'notClass' }
  const parts = words.className.exec(read.value)
  const grade = Number(parts?.[1])
  if (!parts || grade < 1 || grade > LAST_GRADE) return { problem: 'notClass' }
  const value = { grade, letter: parts[2]!, name: `${grade}${parts[2]}` }
  return read.note ? { value, note: read.note } : { value }
}

/**
 * The class that stands in several columns, as one text: «7» and «А» are «7А», «7» and «А, Б» are two classes, a class that is whole
 * already stays. Parts that say different classes stay side by side, and so name none.
 */
export function joinedClass(grade: Cell, own: Cell, letter: Cell): Cell {
  const apart = textOf(grade) !== '' && words.letterAlone.test(textOf(own)) // «Параллель» 7, «Класс» А
  const span = gradesOf(grade) // «5–9» beside a class is a level of the school
  const level = 'value' in span && span.value.from < span.value.to
  const base = apart || textOf(own) === '' ? grade : level ? own : agreed(grade, own)
  const letters = textOf(apart ? own : letter)
    .replace(words.letterQuotes, '')
    .trim()
  const named = classOf(base)
  if (words.noLetter.test(letters) || 'problem' in named) return base
  const whole = classOf(letters)
  if ('value' in whole && whole.value.letter !== '') return agreed(base, letters)
  const joined = classesOf(letters)
    .map((one) => `${named.value.grade}${/^\d/.test(one) ? '-' : ''}${one.toUpperCase()}`)
    .join(', ')
  return agreed(base, joined)
}

/** The fuller of two cells that name one class; both side by side when they name two. What only one of them names is left to it. */
function agreed(part: Cell, whole: Cell): Cell {
  const [first, second] = [classOf(part), classOf(whole)]
  if ('problem' in first || 'problem' in second) return whole
  const { grade, letter } = first.value
  const same = grade === second.value.grade && [letter, ''].includes(second.value.letter)
  if (same) return part
  return grade === second.value.grade && letter === '' ? whole : `${textOf(part)} ${textOf(whole)}`
}

/** The classes named in one cell: «7А, 7Б», «5А; 5Б и 5В». */
export function classesOf(cell: Cell): string[] {
  return textOf(cell)
    .split(words.listBreak)
    .map((one) => one.trim())
    .filter(Boolean)
}

/** «1–4», «5», all of them when empty. Excel takes «1-4» for 1 April: that is understood. */
export function gradesOf(cell: Cell): Reading<Grades> {
  if (typeof cell === 'object' && cell !== null) {
    const [from, to] = [Number(cell.at.slice(8, 10)), Number(cell.at.slice(5, 7))]
    return from < to && to <= LAST_GRADE ? { value: { from, to }, note: 'excelDate' } : { problem: 'notGrades' }
  }
  const said = wordOf(cell).replace(words.classWord, ' ').trim()
  if (words.everyGrade.includes(said)) return { value: { from: 1, to: LAST_GRADE } }
  const parts = /^(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?$/.exec(said)
  const from = Number(parts?.[1])
  const to = Number(parts?.[2] ?? parts?.[1])
  return parts && from >= 1 && from <= to && to <= LAST_GRADE ? { value: { from, to } } : { problem: 'notGrades' }
}

/** Half-hours a week, and into how many groups the class is cut: «3», «0,5», «2*» is two groups, a dash is none. */
export function hoursOf(cell: Cell): Reading<{ halfHours: number; groups: number } | null> {
  const said = textOf(cell).replace(/\s/g, '')
  if (words.noHours.test(said)) return { value: null }
  const parts = /^(\d{1,2}(?:[.,]\d+)?)(\*?)$/.exec(said)
  const halfHours = Number((parts?.[1] ?? '').replace(',', '.')) * 2
  if (!parts || !Number.isInteger(halfHours) || halfHours > MOST_HALF_HOURS) return { problem: 'notHours' }
  return { value: halfHours === 0 ? null : { halfHours, groups: parts[2] ? 2 : 1 } }
}

/** «3», «0,5» */
export const hoursText = (halfHours: number): string => String(halfHours / 2).replace('.', ',')

/** Days of the week: «пн–пт», «понедельник», «вт, чт», «1-5». */
export function weekdaysOf(cell: Cell): Reading<number[]> {
  if (typeof cell === 'object' && cell !== null) {
    const [from, to] = [Number(cell.at.slice(8, 10)), Number(cell.at.slice(5, 7))]
    return from < to && to <= 7 ? { value: range(from, to), note: 'excelDate' } : { problem: 'notWeekday' }
  }
  const said = wordOf(cell)
  if (said === '') return { problem: 'missing' }
  const every = words.everyWeekday[said]
  if (every) return { value: range(1, every) }
  const days = said.split(words.listBreak).flatMap((part) => {
    const [from, to = from] = part.split(/\s*[-–—]\s*/).map((one) => words.weekdays[one.replace(/\.$/, '')] ?? Number(one))
    return from! >= 1 && to! <= 7 && from! <= to! ? range(from!, to!) : [Number.NaN]
  })
  return days.some(Number.isNaN) ? { problem: 'notWeekday' } : { value: [...new Set(days)].sort() }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** The number of a lesson: «2», «2 урок», «2-й урок». */
export const lessonNumberOf = (cell: Cell): Reading<number | null> =>
  numberOf(words.lessonNumber.exec(wordOf(cell))?.[1] ?? cell, 0, 16)

/** Start and end of a lesson, in one cell «8:30–9:10» or in two. */
export function lessonTimeOf(start: Cell, end: Cell): Reading<{ starts: number; ends: number }> {
  const both = textOf(end) === '' ? /^(.+?)\s*[-–—]\s*(\d{1,2}[:.]\d{2})$/.exec(textOf(start)) : null
  const [first, last] = both ? [timeOf(both[1]!), timeOf(both[2]!)] : [timeOf(start), timeOf(end)]
  if ('problem' in first) return first
  if ('problem' in last) return last
  return first.value < last.value ? { value: { starts: first.value, ends: last.value } } : { problem: 'notTime' }
}

/** «1 четверть», «I полугодие», «2-й триместр», «третий модуль», «учебный год». */
export function termOf(cell: Cell): Reading<{ kind: TermKind; number: number }> {
  const said = wordOf(cell)
  if (said === '') return { problem: 'missing' }
  const kind = words.termKinds.find(([pattern]) => pattern.test(said))?.[1]
  if (!kind) return { problem: 'notTerm' }
  if (kind === 'year') return { value: { kind, number: 1 } }
  const word = said.replace(words.termWord, ' ').trim()
  const numeral = words.roman.indexOf(words.romanOf(word))
  const ordinal = words.ordinals.findIndex((one) => word.startsWith(one)) + 1
  const number = numeral > 0 ? numeral : ordinal > 0 ? ordinal : Number(words.ordinalNumber.exec(word)?.[1])
  return number >= 1 && number <= MOST_TERMS ? { value: { kind, number } } : { problem: 'notTerm' }
}

/** First, second or third shift; nothing when the cell is empty. */
export function shiftOf(cell: Cell): Reading<number | null> {
  const said = wordOf(cell).replace(words.shiftWord, '')
  if (said === '') return { value: null }
  const value = words.shifts[said] ?? Number(said)
  return [1, 2, 3].includes(value) ? { value } : { problem: 'notNumber' }
}

/** The group of a class: «1», «группа 1», «1 подгруппа» are «1»; another name stays as it is. */
export const groupOf = (cell: Cell): string => textOf(cell).replace(words.groupWord, ' ').replace(/\s+/g, ' ').trim()

/** What a day without lessons is, by its kind or by its name. A day that names nothing else is a holiday. */
export function dayKindOf(kind: Cell, title: string): Reading<'holiday' | 'vacation' | 'workday' | 'quarantine'> {
  const said = wordOf(kind)
  if (said !== '') {
    const value = words.dayKinds[said]
    return value ? { value } : { problem: 'notKind' }
  }
  const named = words.dayKindInName.find(([pattern]) => pattern.test(title.toLowerCase()))
  return { value: named?.[1] ?? 'holiday' }
}

/** The part of the curriculum; nothing when the cell is empty. */
export function partOf(cell: Cell): Reading<'federal' | 'school' | 'extracurricular' | null> {
  const said = wordOf(cell)
  if (said === '') return { value: null }
  const found = words.parts.find(([pattern]) => pattern.test(said))
  return found ? { value: found[1] } : { problem: 'notKind' }
}
