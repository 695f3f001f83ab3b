import { type Calendar, isOddWeek, isSchoolDay } from '#scripts/demo/calendar.ts'
import type { Course } from '#scripts/demo/classes.ts'
import { type Day, dateOf, weekdayOf } from '#scripts/demo/days.ts'
import type { History, Json } from '#scripts/demo/history.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { LessonRow, SlotRow, TableName, WorkRow } from '#scripts/demo/rows.ts'
import type { Teacher } from '#scripts/demo/staffing.ts'
import type { Place } from '#scripts/demo/timetable.ts'

/** A lesson while it is being filled: its rows, and how they became what they are. */
export type Lesson = {
  course: Course
  teacher: Teacher
  day: Day
  row: LessonRow
  work: WorkRow
  lessonSteps: Step[]
  workSteps: Step[]
  /** The next lesson of the course that takes place, or null at the end of the year. */
  next: Lesson | null
}

/** What an operation set in a row; the first step names everything that changes later. */
export type Step = { operationId: string; fields: Json }

export type Slot = Place & { row: SlotRow; from: Day }

/** The weekly pattern as rows; grade 1 gets its fourth lesson in November and its fifth in January. */
export function makeSlots(ids: Ids, calendar: Calendar, places: Place[], roomOf: (course: Course) => string): Slot[] {
  const [, second, third] = calendar.terms.filter(({ kind }) => kind === 'quarter')
  return places.map((place) => {
    const stepped = place.course.group.grade === 1 && place.nth > 3
    const from = stepped ? (place.nth === 4 ? second!.from : third!.from) : calendar.from
    const row: SlotRow = {
      id: ids.next(),
      course_id: place.course.id,
      weekday: place.weekday,
      number: place.number,
      room_id: roomOf(place.course),
      week: place.oddOnly ? 'odd' : 'every',
      from_date: dateOf(from),
      to_date: null,
    }
    return { ...place, row, from }
  })
}

/** Every lesson of the year in the order of days, empty, each with its one column. */
export function layOutLessons(options: {
  ids: Ids
  calendar: Calendar
  slots: Slot[]
  teacherOf: Map<string, Teacher>
  plainWork: { id: string; weight: number }
}): Lesson[] {
  const { ids, calendar, slots, teacherOf, plainWork } = options
  const byWeekday = [1, 2, 3, 4, 5].map((weekday) =>
    slots.filter((slot) => slot.weekday === weekday).sort((a, b) => a.number - b.number),
  )
  const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
  const lessons: Lesson[] = []
  for (let day = calendar.from; day <= calendar.to; day++) {
    const taught = new Set(grades.filter((grade) => isSchoolDay(calendar, grade, day)))
    const odd = isOddWeek(calendar, day)
    for (const slot of taught.size > 0 ? byWeekday[weekdayOf(day) - 1]! : []) {
      if (!taught.has(slot.course.group.grade) || day < slot.from || (slot.oddOnly && !odd)) continue
      lessons.push(emptyLesson(ids, slot, day, teacherOf.get(slot.course.id)!, plainWork))
    }
  }
  return lessons
}

/** Tells how a row came to be, step after step; a row of a single step stands as it was made. */
export function tellSteps(history: History, table: TableName, rowId: string, steps: Step[]): void {
  let before: Json | null = null
  let state: Json = {}
  steps.forEach(({ operationId, fields }, index) => {
    state = { ...state, ...fields }
    history.tell(table, rowId, operationId, before, index === steps.length - 1 ? null : state)
    before = state
  })
}

/** The lessons of each course, every one knowing the next that takes place. */
export function chainLessons(lessons: Lesson[]): Map<string, Lesson[]> {
  const byCourse = new Map<string, Lesson[]>()
  for (const lesson of lessons) {
    const list = byCourse.get(lesson.course.id)
    if (list) list.push(lesson)
    else byCourse.set(lesson.course.id, [lesson])
  }
  for (const list of byCourse.values()) {
    let next: Lesson | null = null
    for (const lesson of list.toReversed()) {
      lesson.next = next
      if (!lesson.row.cancelled) next = lesson
    }
  }
  return byCourse
}

function emptyLesson(ids: Ids, slot: Slot, day: Day, teacher: Teacher, plainWork: { id: string; weight: number }): Lesson {
  const row: LessonRow = {
    id: ids.next(),
    course_id: slot.course.id,
    date: dateOf(day),
    number: slot.number,
    room_id: slot.row.room_id,
    teacher_id: teacher.id,
    instead_of_id: null,
    cancelled: false,
    topic: '',
    note: '',
    roll_called_at: null,
  }
  const work: WorkRow = {
    id: ids.next(),
    lesson_id: row.id,
    position: 1,
    work_type_id: plainWork.id,
    weight: plainWork.weight,
    title: '',
    removed: false,
  }
  return { course: slot.course, teacher, day, row, work, lessonSteps: [], workSteps: [], next: null }
}
