import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dayOfAddress,
  freeWeek,
  type Homework,
  homeworkMinutes,
  type Lesson,
  lessonState,
  neighbour,
  nextTaughtDay,
  openingDay,
  schoolDays,
  type Week,
  weekOfTerm,
  workName,
} from './week.ts'

const task = (parts: Partial<Homework> = {}): Homework => ({
  homeworkId: 'h',
  content: '§ 9',
  pages: '',
  exercises: '',
  minutes: null,
  nothing: false,
  individual: false,
  setOn: '2026-11-17',
  files: [],
  ...parts,
})
const lesson = (parts: Partial<Lesson> = {}): Lesson => ({
  lessonId: 'l',
  number: 1,
  startsAt: 510,
  endsAt: 555,
  subject: 'Алгебра',
  room: '305',
  teacher: 'Иванова М. П.',
  substitution: false,
  cancelled: false,
  topic: '',
  filled: false,
  absence: null,
  minutes: null,
  marks: [],
  homework: [],
  ...parts,
})
const week = (lessons: Lesson[][], off: (string | null)[] = []): Week => ({
  studentId: 's',
  name: '',
  className: '7Б',
  left: null,
  monday: '2026-11-16',
  today: '2026-11-20',
  term: null,
  days: schoolDays('2026-11-16').map((date, index) => ({ date, off: off[index] ?? null, lessons: lessons[index] ?? [] })),
})

test('an address without a day leads to today, one with nonsense as well', () => {
  assert.equal(dayOfAddress(undefined, '2026-11-20'), '2026-11-20')
  assert.equal(dayOfAddress('2026-02-31', '2026-11-20'), '2026-11-20')
  assert.equal(dayOfAddress('2026-11-17', '2026-11-20'), '2026-11-17')
})

test('on a Sunday the week that ends is open, on its Saturday', () => {
  assert.equal(dayOfAddress(undefined, '2026-11-22'), '2026-11-21')
})

test('a free Saturday gives way to the last day with lessons', () => {
  const five = week([[lesson()], [lesson()], [lesson()], [lesson()], [lesson()], []])
  assert.equal(openingDay(five, '2026-11-21'), '2026-11-20')
  assert.equal(openingDay(five, '2026-11-17'), '2026-11-17')
  assert.equal(openingDay(week([[], [lesson()]]), '2026-11-16'), '2026-11-17')
  assert.equal(openingDay(week([]), '2026-11-18'), '2026-11-18')
})

test('a swipe goes from Saturday to the next Monday and back', () => {
  assert.equal(neighbour('2026-11-21', 1), '2026-11-23')
  assert.equal(neighbour('2026-11-23', -1), '2026-11-21')
  assert.equal(neighbour('2026-11-18', 1), '2026-11-19')
})

test('weeks of a term are counted from the one it starts in', () => {
  const term = { from: '2026-11-05', to: '2026-12-29' }
  assert.equal(weekOfTerm('2026-11-02', term), 1)
  assert.equal(weekOfTerm('2026-11-16', term), 3)
  assert.equal(weekOfTerm('2026-12-28', term), 9)
  assert.equal(weekOfTerm('2027-01-04', term), null)
  assert.equal(weekOfTerm('2026-11-16', null), null)
})

test('a past lesson without an entry is called unfilled, one of today is not [R178]', () => {
  assert.equal(lessonState(lesson(), '2026-11-19', '2026-11-20'), 'unfilled')
  assert.equal(lessonState(lesson(), '2026-11-20', '2026-11-20'), 'ahead')
  assert.equal(lessonState(lesson({ filled: true }), '2026-11-20', '2026-11-20'), 'held')
  assert.equal(lessonState(lesson({ cancelled: true }), '2026-11-19', '2026-11-20'), 'cancelled')
})

test('homework of a day is added up, and an unknown part is said to be unknown', () => {
  const day = (homework: Homework[], parts: Partial<Lesson> = {}) => week([[lesson({ homework, ...parts })]]).days[0]!
  assert.deepEqual(homeworkMinutes(day([task({ minutes: 30 }), task({ minutes: 50 })])), { minutes: 80, partial: false })
  assert.deepEqual(homeworkMinutes(day([task({ minutes: 30 }), task()])), { minutes: 30, partial: true })
  assert.deepEqual(homeworkMinutes(day([task({ minutes: 30 }), task({ nothing: true })])), { minutes: 30, partial: false })
  assert.equal(homeworkMinutes(day([task()])), null)
  assert.equal(homeworkMinutes(day([task({ minutes: 30 })], { cancelled: true })), null)
})

test('after Friday the next school day is found in the coming week', () => {
  const coming = { ...week([]), days: [{ date: '2026-11-23', off: null, lessons: [lesson()] }] }
  assert.equal(nextTaughtDay([week([[lesson()]]), coming], '2026-11-20')?.date, '2026-11-23')
  assert.equal(nextTaughtDay([week([[lesson()]]), undefined], '2026-11-20'), null)
})

test('a week of vacation is named once', () => {
  const vacation = Array<string>(6).fill('Осенние каникулы')
  assert.equal(freeWeek(week([], vacation)), 'Осенние каникулы')
  assert.equal(freeWeek(week([[lesson()]], vacation)), null)
  assert.equal(freeWeek(week([])), null)
})

test('a mark names its work once, though the title repeats the kind', () => {
  const cases: [type: string, title: string, name: string][] = [
    ['Контрольная работа', 'Контрольная работа № 2 «Степени»', 'Контрольная работа № 2 «Степени»'],
    ['Сочинение', 'сочинение по картине', 'сочинение по картине'],
    ['Контрольная работа', 'Степени', 'Контрольная работа: Степени'],
    ['Работа на уроке', '', 'Работа на уроке'],
  ]
  for (const [type, title, name] of cases) assert.equal(workName({ type, title }), name)
})
