import { type Filling, type Held, holdLesson } from '#scripts/demo/fillLesson.ts'
import { giveMarks } from '#scripts/demo/giveMarks.ts'
import type { Lesson } from '#scripts/demo/lessons.ts'
import { type Marker, makeMarker } from '#scripts/demo/marking.ts'
import { type Habit, habitOf, startOf } from '#scripts/demo/moments.ts'
import { type Plan, planCourse } from '#scripts/demo/programme.ts'
import type { Random } from '#scripts/demo/random.ts'
import type { WorkRow } from '#scripts/demo/rows.ts'
import { setHomework } from '#scripts/demo/setHomework.ts'
import { subjectOf } from '#scripts/demo/subjects.ts'
import type { WorkCode } from '#scripts/demo/workTypes.ts'

export type WorkKind = { id: string; weight: number }

/** Fills the lessons that were held until now, course by course, as their teachers would. */
export function fillJournal(filling: Filling, byCourse: Map<string, Lesson[]>, kinds: Map<WorkCode, WorkKind>): void {
  const habits = new Map<string, Habit>()
  for (const lessons of byCourse.values()) {
    const { course, teacher } = lessons[0]!
    const usual = habitOf(filling.random)
    const habit = filling.inTime.has(teacher.id) ? 'atOnce' : (habits.get(teacher.id) ?? usual)
    habits.set(teacher.id, habit)

    const held = lessons.filter(({ row }) => !row.cancelled)
    const plans = planCourse(course, held.length)
    const marker = makeMarker(filling.random.fork(course.id), course)
    held.forEach((lesson, index) => {
      if (startOf(lesson) > filling.now) return
      const plan = plans[index]!
      prepareWork(filling, lesson, plan, kinds)
      const result = holdLesson(filling, lesson, plan, habit)
      if (result.filledAt === null) return
      if (course.group.grade > 1 && !course.group.ungraded) markLesson(filling, marker, lesson, plan, result, kinds)
      const nextPlan = plans[index + 1] ?? null
      const progress = index / held.length
      setHomework(filling, lesson, { plan, nextPlan, progress, present: result.present, moment: result.filledAt + 1 })
    })
  }
}

function markLesson(
  filling: Filling,
  marker: Marker,
  lesson: Lesson,
  plan: Plan,
  held: Held,
  kinds: Map<WorkCode, WorkKind>,
): void {
  const { random, size } = filling
  const density = size === 'school' ? 0.8 : usualDensity[subjectOf(lesson.course.subject).style]
  giveMarks(filling, marker, { lesson, work: lesson.work, code: plan.code, held, density })

  const second = secondWork(random, lesson, plan, size)
  if (second === null) return
  const work = addWork(filling, lesson, second, plan, held.filledAt!, kinds)
  giveMarks(filling, marker, { lesson, work, code: second, held, density: size === 'school' ? 0.75 : 0.5 })
}

// Marks a lesson brings, as a share of those present.
const usualDensity = {
  mathematics: 0.2,
  russian: 0.2,
  literature: 0.24,
  language: 0.26,
  humanities: 0.26,
  science: 0.26,
  craft: 0.35,
  sport: 0.2,
  talk: 0,
}

// The column becomes what the plan says before anything is written into it.
function prepareWork({ history }: Filling, lesson: Lesson, plan: Plan, kinds: Map<WorkCode, WorkKind>): void {
  if (plan.code === 'РУ') return
  const kind = kinds.get(plan.code)!
  const fields = { work_type_id: kind.id, weight: kind.weight, title: plan.title }
  Object.assign(lesson.work, fields)
  const operationId = history.operation({
    name: 'marks.changeWork',
    actorId: lesson.row.teacher_id,
    about: lesson.row.id,
    moment: startOf(lesson) - 5,
    input: { lessonId: lesson.row.id, workId: lesson.work.id, typeId: kind.id, weight: kind.weight, title: plan.title },
  })
  lesson.workSteps.push({ operationId, fields })
}

function secondWork(random: Random, lesson: Lesson, plan: Plan, size: 'demo' | 'school'): WorkCode | null {
  if (plan.code !== 'РУ') return null
  const { style } = subjectOf(lesson.course.subject)
  const quick: Partial<Record<typeof style, WorkCode>> = {
    mathematics: 'СР',
    russian: 'СД',
    language: 'АГ',
    science: 'П',
    humanities: 'ТС',
  }
  if (random.chance(style === 'craft' || style === 'sport' ? 0 : 0.07)) return quick[style] ?? 'ДЗ'
  if (random.chance(size === 'school' ? 0.68 : 0.06) && style !== 'sport') return random.chance(0.7) ? 'ДЗ' : 'Т'
  return size === 'school' && style === 'sport' && random.chance(0.5) ? 'О' : null
}

const untitled = new Set<WorkCode>(['ДЗ', 'Т', 'О', 'СД'])

function addWork(
  { ids, rows, history }: Filling,
  lesson: Lesson,
  code: WorkCode,
  plan: Plan,
  moment: number,
  kinds: Map<WorkCode, WorkKind>,
): WorkRow {
  const kind = kinds.get(code)!
  const title = untitled.has(code) ? '' : plan.topic
  const work: WorkRow = {
    id: ids.next(),
    lesson_id: lesson.row.id,
    position: 2,
    work_type_id: kind.id,
    weight: kind.weight,
    title,
    removed: false,
  }
  rows.work.push(work)
  const operationId = history.operation({
    name: 'marks.addWork',
    actorId: lesson.row.teacher_id,
    about: lesson.row.id,
    moment,
    input: { lessonId: lesson.row.id, workId: work.id, typeId: kind.id, weight: kind.weight, title },
  })
  history.tell('work', work.id, operationId, null)
  return work
}
