import { type Day, dateOf, type Moment, momentOf, paperDate, weekdayOf } from '#scripts/demo/days.ts'
import type { Filling, Held } from '#scripts/demo/fillLesson.ts'
import type { Json } from '#scripts/demo/history.ts'
import type { Lesson } from '#scripts/demo/lessons.ts'
import { awaited, chooseStudents, commentFor, type Marker, ofAll, valuesFor } from '#scripts/demo/marking.ts'
import { readingOf } from '#scripts/demo/moments.ts'
import type { Student } from '#scripts/demo/people.ts'
import type { MarkRow, WorkRow } from '#scripts/demo/rows.ts'
import type { WorkCode } from '#scripts/demo/workTypes.ts'

/** Marks a work of a lesson in one sitting; a few marks are corrected, erased or awaited afterwards. */
export function giveMarks(
  filling: Filling,
  marker: Marker,
  told: { lesson: Lesson; work: WorkRow; code: WorkCode; held: Held; density: number },
): void {
  const { random, history, now } = filling
  const { lesson, work, code, held, density } = told
  const filledAt = held.filledAt!
  const moment = ofAll.has(code) && code !== 'НФ' ? Math.max(filledAt + 2, readingOf(random, lesson)) : filledAt + 2
  if (moment > now) return
  const students = chooseStudents(marker, held.present, code, density)
  const missing = awaited.has(code) ? held.away.filter(() => random.chance(0.75)) : []
  if (students.length + missing.length === 0) return

  const operationId = history.operation({
    name: 'marks.set',
    actorId: lesson.row.teacher_id,
    about: lesson.row.id,
    moment,
    input: { lessonId: lesson.row.id, workId: work.id, marks: students.length },
  })
  for (const student of students) {
    const row = newMark(filling, work, student, valuesFor(marker, student, code))
    row.comment = commentFor(random, student, row.values)
    const fate = random.next()
    if (fate < 0.012) correct(filling, marker, lesson, row, operationId, moment)
    else if (fate < 0.014) erase(filling, lesson, row, operationId, moment)
    else history.tell('mark', row.id, operationId, null)
  }
  for (const student of missing) awaitWork(filling, marker, { lesson, work, code, student, operationId, moment })
}

function newMark({ ids, rows }: Filling, work: WorkRow, student: Student, values: number[]): MarkRow {
  const row: MarkRow = { id: ids.next(), work_id: work.id, student_id: student.id, values, due_on: null, comment: '', basis: '' }
  rows.mark.push(row)
  return row
}

// Typed wrongly or marked too strictly: the first value was one off.
function correct(filling: Filling, marker: Marker, lesson: Lesson, row: MarkRow, operationId: string, moment: Moment): void {
  const { random } = filling
  const [value = 5, ...rest] = row.values
  const first = marker.course.scale === 'passFail' ? 1 - value : value === 2 ? 3 : value - 1
  change(filling, lesson, row, { operationId, state: { values: [first, ...rest] } }, moment + random.int(3, 2000))
}

function erase(filling: Filling, lesson: Lesson, row: MarkRow, operationId: string, moment: Moment): void {
  const state = { values: row.values, comment: row.comment }
  row.values = []
  row.comment = ''
  change(filling, lesson, row, { operationId, state }, moment + filling.random.int(2, 90))
}

/** «Точка»: the work is awaited until a day; most bring it in time, some of them by a protocol. */
function awaitWork(
  filling: Filling,
  marker: Marker,
  told: { lesson: Lesson; work: WorkRow; code: WorkCode; student: Student; operationId: string; moment: Moment },
): void {
  const { random, history, now } = filling
  const { lesson, work, code, student, operationId, moment } = told
  const due = workdayAfter(lesson.day + random.int(8, 13))
  const madeGood = momentOf(due - random.int(0, 3), 15 * 60 + random.int(0, 120))
  const row = newMark(filling, work, student, [])
  row.due_on = dateOf(due)
  if (madeGood > now || madeGood <= moment || random.chance(0.25)) {
    history.tell('mark', row.id, operationId, null)
    return
  }
  const state = { values: [], due_on: row.due_on, basis: '' }
  row.values = valuesFor(marker, student, code)
  row.due_on = null
  row.basis = random.chance(0.5) ? `Протокол № ${random.int(1, 60)} от ${paperDate(Math.floor(madeGood / 1440))}` : ''
  change(filling, lesson, row, { operationId, state }, madeGood)
}

function workdayAfter(day: Day): Day {
  return weekdayOf(day) >= 5 ? day + 8 - weekdayOf(day) : day + 1
}

// The row was made in one state and stands now in another.
function change(
  { history, now }: Filling,
  lesson: Lesson,
  row: MarkRow,
  first: { operationId: string; state: Json },
  moment: Moment,
): void {
  const second = history.operation({
    name: 'marks.set',
    actorId: lesson.row.teacher_id,
    about: lesson.row.id,
    moment: Math.min(moment, now),
    input: { lessonId: lesson.row.id, workId: row.work_id, studentId: row.student_id, values: row.values },
  })
  history.tell('mark', row.id, first.operationId, null, first.state)
  history.tell('mark', row.id, second, first.state)
}
