import { dateOf, type Moment } from '#scripts/demo/days.ts'
import type { Filling } from '#scripts/demo/fillLesson.ts'
import type { Lesson } from '#scripts/demo/lessons.ts'
import type { Student } from '#scripts/demo/people.ts'
import type { Plan } from '#scripts/demo/programme.ts'
import { subjectOf } from '#scripts/demo/subjects.ts'
import { revisionFor, type Task, taskFor } from '#scripts/demo/tasks.ts'

const nothing: Task = { content: '', pages: '', exercises: '', minutes: null }

/** Sets the task for the next lesson; sometimes none, sometimes one more for two or three students. */
export function setHomework(
  filling: Filling,
  lesson: Lesson,
  told: { plan: Plan; nextPlan: Plan | null; progress: number; present: Student[]; moment: Moment },
): void {
  const { random } = filling
  const { style } = subjectOf(lesson.course.subject)
  const { grade, ungraded } = lesson.course.group
  if (grade === 1 || ungraded || lesson.next === null || random.chance(0.04)) return

  const free = random.chance(style === 'craft' || style === 'sport' ? 0.45 : 0.08)
  const ready = told.nextPlan?.code === 'КР' || told.nextPlan?.code === 'КД'
  const task = ready ? revisionFor(told.nextPlan!.title) : taskFor(random, style, grade, told.progress, told.plan.topic)
  add(filling, lesson, free && !ready ? nothing : task, told.moment, [])

  if (random.chance(0.008) && told.present.length > 4) {
    const students = random.shuffle(told.present).slice(0, random.int(1, 3))
    const content = random.pick([
      'Карточка с заданиями для повторения',
      'Дополнительные задачи повышенной сложности',
      'Работа над ошибками',
    ])
    add(filling, lesson, { ...nothing, content, minutes: 20 }, told.moment + 1, students)
  }
}

function add({ ids, rows, history }: Filling, lesson: Lesson, task: Task, moment: Moment, students: Student[]): void {
  const id = ids.next()
  const due = dateOf(lesson.next!.day)
  rows.homework.push({
    id,
    lesson_id: lesson.row.id,
    course_id: lesson.course.id,
    due_on: due,
    content: task.content,
    pages: task.pages,
    exercises: task.exercises,
    minutes: task.minutes,
    nothing: task.content + task.pages + task.exercises === '',
    individual: students.length > 0,
    removed: false,
  })
  const operationId = history.operation({
    name: 'homework.set',
    actorId: lesson.row.teacher_id,
    about: lesson.row.id,
    moment,
    input: { lessonId: lesson.row.id, homeworkId: id, dueOn: due, students: students.map((student) => student.id) },
  })
  history.tell('homework', id, operationId, null)
  for (const student of students) {
    const link = ids.next()
    rows.homework_student.push({ id: link, homework_id: id, student_id: student.id })
    history.tell('homework_student', link, operationId, null)
  }
}
