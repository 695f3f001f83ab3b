import type { Attendance } from '#domain/attendance/rules.ts'
import { markText } from '#domain/journal/entry.ts'
import type { Mark } from '#domain/marks/rules.ts'
import type { Input } from '#domain/operations.ts'
import { type Effect, effectsOf, type Operation } from './effects.ts'
import { type Facts, factsOf, setFact } from './facts.ts'
import type { Lesson, Page, Work } from './page.ts'
import { attendanceSlot, markSlot } from './slots.ts'

/** The page as it will be after the operations: columns, topics, marks and absences. The page itself when they are about something else. */
export function patchPage(page: Page, ...operations: readonly Operation[]): Page {
  const shaped = operations.reduce(reshape, page)
  const effects = operations
    .flatMap((operation) => effectsOf(operation, () => page.students.map((student) => student.studentId)))
    .filter((effect) => isOn(shaped, effect))
  if (effects.length === 0) return shaped
  const facts = factsOf(shaped)
  for (const { slot, to } of effects) setFact(facts, slot, to)
  return withFacts(shaped, facts)
}

const isOn = (page: Page, { slot }: Effect): boolean => {
  const [, id] = slot.split(':')
  return page.lessons.some((lesson) => lesson.lessonId === id || lesson.works.some((work) => work.workId === id))
}

const shapes = new Set<string>([
  'marks.addWork',
  'marks.changeWork',
  'marks.removeWork',
  'journal.setTopic',
  'journal.setNote',
  'attendance.rollCall',
])

/** Does the operation change what the grid is laid out by? */
export const reshapes = (name: string): boolean => shapes.has(name)

/** Lessons and columns only: what the grid must be laid out by while the operation still waits in the outbox. */
export function reshape(page: Page, { name, input }: Operation): Page {
  if (!page.lessons.some((lesson) => lesson.lessonId === (input as { lessonId?: string }).lessonId)) return page
  switch (name) {
    case 'marks.addWork':
    case 'marks.changeWork':
      return putWork(page, input as Input<'marks.addWork'>)
    case 'marks.removeWork': {
      const { lessonId, workId } = input as Input<'marks.removeWork'>
      return moveWorks(page, lessonId, (lesson) => ({ ...lesson, works: lesson.works.filter((work) => work.workId !== workId) }))
    }
    case 'journal.setTopic': {
      const { lessonId, topic } = input as Input<'journal.setTopic'>
      return changeLesson(page, lessonId, (lesson) => ({ ...lesson, topic }))
    }
    case 'journal.setNote': {
      const { lessonId, note } = input as Input<'journal.setNote'>
      return changeLesson(page, lessonId, (lesson) => ({ ...lesson, note }))
    }
    case 'attendance.rollCall': {
      const { lessonId } = input as Input<'attendance.rollCall'>
      return changeLesson(page, lessonId, (lesson) => ({
        ...lesson,
        rollCalledAt: lesson.rollCalledAt ?? `${page.today}T00:00:00Z`,
      }))
    }
    default:
      return page
  }
}

function putWork(page: Page, { lessonId, workId, typeId, weight, title }: Input<'marks.addWork'>): Page {
  const work: Work = { workId, typeId, weight, title }
  return moveWorks(page, lessonId, (lesson) => ({
    ...lesson,
    works: lesson.works.some((old) => old.workId === workId)
      ? lesson.works.map((old) => (old.workId === workId ? work : old))
      : [...lesson.works, work],
  }))
}

/** Marks are told by the number of their work on the page: when a column comes or goes, the numbers after it move. */
function moveWorks(page: Page, lessonId: string, change: (lesson: Lesson) => Lesson): Page {
  return withFacts(changeLesson(page, lessonId, change), factsOf(page))
}

function changeLesson(page: Page, lessonId: string, change: (lesson: Lesson) => Lesson): Page {
  return { ...page, lessons: page.lessons.map((lesson) => (lesson.lessonId === lessonId ? change(lesson) : lesson)) }
}

/** Writes facts back as the page's columns of indices, in order of works and students. */
export function withFacts(page: Page, facts: Facts): Page {
  const marks: Page['marks'] = { work: [], student: [], text: [] }
  const remarks: Page['remarks'] = []
  const absences: Page['absences'] = { lesson: [], student: [], code: [], minutes: [] }
  const addMark = (work: number, student: number, mark: Mark) => {
    const text = markText(mark.values, mark.dueOn !== null, page.course.scale)
    if (text !== '') {
      marks.work.push(work)
      marks.student.push(student)
      marks.text.push(text)
    }
    const { dueOn, comment, basis } = mark
    if (dueOn !== null || comment !== '' || basis !== '') remarks.push({ work, student, dueOn, comment, basis })
  }
  const addAbsence = (lesson: number, student: number, { code, minutes }: Attendance) => {
    if (code === null) return
    absences.lesson.push(lesson)
    absences.student.push(student)
    absences.code.push(code)
    absences.minutes.push(minutes ?? 0)
  }
  const firstOf = new Map(page.students.map((student, i) => [student.studentId, i]))
  let work = 0
  for (const [i, lesson] of page.lessons.entries()) {
    for (const { workId } of lesson.works) {
      for (const [studentId, student] of firstOf) {
        const mark = facts.marks.get(markSlot(workId, studentId))
        if (mark) addMark(work, student, mark)
      }
      work++
    }
    for (const [studentId, student] of firstOf) {
      const attendance = facts.attendance.get(attendanceSlot(lesson.lessonId, studentId))
      if (attendance) addAbsence(i, student, attendance)
    }
  }
  return { ...page, marks, remarks, absences }
}
