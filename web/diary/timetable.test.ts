import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TimetableLesson, timetableDays } from './timetable.ts'

const lesson = (weekday: number, number: number, week: TimetableLesson['week'] = 'every'): TimetableLesson => ({
  weekday,
  number,
  week,
  startsAt: null,
  endsAt: null,
  subject: `${weekday}.${number} ${week}`,
  room: '',
  teacher: '',
})

test('the timetable goes by days and lessons, odd weeks before even ones [R200]', () => {
  const days = timetableDays([lesson(2, 1), lesson(1, 2, 'even'), lesson(1, 2, 'odd'), lesson(1, 1)])
  assert.deepEqual(
    days.map((day) => day.lessons.map((one) => one.subject)),
    [['1.1 every', '1.2 odd', '1.2 even'], ['2.1 every']],
  )
})
