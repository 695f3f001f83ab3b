import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, byDay, type DayLesson, lacks, minutesIn, nowLineBefore, phaseOf } from './dayLesson.ts'

const lesson = (number: number, startsAt: number | null, date = '2026-11-20'): DayLesson => ({
  lessonId: `l${number}`,
  courseId: 'c',
  termId: 't',
  date,
  number,
  startsAt,
  endsAt: startsAt === null ? null : startsAt + 40,
  group: '7 «Б»',
  subject: 'Алгебра',
  room: '305',
  insteadOf: null,
  cancelled: false,
  dayOff: null,
  topic: '',
  rollCalled: false,
  absent: 0,
  students: 28,
  marks: 0,
  homework: false,
})
const at = (minutes: number, date = '2026-11-20') => ({ date, minutes })

test('a lesson goes on from its bell up to the next one', () => {
  const table: [number, string][] = [
    [509, 'future'],
    [510, 'now'],
    [549, 'now'],
    [550, 'past'],
  ]
  for (const [minutes, phase] of table) assert.equal(phaseOf(lesson(1, 510), at(minutes)), phase, String(minutes))
  assert.equal(phaseOf(lesson(1, 510), at(0, '2026-11-21')), 'past')
  assert.equal(phaseOf(lesson(1, null), at(0)), 'past')
})

test('only a lesson that has begun lacks anything, and a cancelled one never', () => {
  assert.deepEqual(lacks(lesson(1, 510), 'now'), ['topic', 'rollCall'])
  assert.deepEqual(lacks({ ...lesson(1, 510), topic: 'Дроби' }, 'past'), ['rollCall'])
  assert.deepEqual(lacks(lesson(1, 510), 'future'), [])
  assert.deepEqual(lacks({ ...lesson(1, 510), cancelled: true }, 'past'), [])
})

test('the line «сейчас» stands in a break, before the next lesson', () => {
  const day = [lesson(1, 510), lesson(2, 565)]
  assert.equal(nowLineBefore(day, at(555)), 'l2')
  assert.equal(nowLineBefore(day, at(520)), null)
  assert.equal(nowLineBefore(day, at(700)), null)
  assert.equal(nowLineBefore(day, at(555, '2026-11-21')), null)
})

test('overdue lessons are grouped by day, in the order of the bells', () => {
  const days = byDay([lesson(3, 600, '2026-11-19'), lesson(1, 510, '2026-11-19'), lesson(2, 560, '2026-11-18')])
  assert.deepEqual(
    days.map(({ date, lessons }) => [date, lessons.map(({ number }) => number)]),
    [
      ['2026-11-19', [1, 3]],
      ['2026-11-18', [2]],
    ],
  )
})

test('a lesson opens in its journal, on its term', () => {
  assert.equal(addressOf(lesson(1, 510)), '/journal/c?term=t&lesson=l1')
})

test('the clock is the school’s, not the device’s', () => {
  assert.equal(minutesIn('Asia/Yekaterinburg', new Date('2026-11-20T05:42:00Z')), 642)
  assert.equal(minutesIn('Europe/Moscow', new Date('2026-11-20T21:05:00Z')), 5)
})
