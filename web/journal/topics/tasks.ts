import type { Input, Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import type { Queued } from '#web/platform/outbox.ts'

export type Attached = { fileId: string; name: string; size: number; mediaType: string }

/** A task set at a lesson, as it stands on the screen. */
export type Task = {
  homeworkId: string
  dueOn: PlainDate | null
  content: string
  pages: string
  exercises: string
  minutes: number | null
  nothing: boolean
  /** Empty: for everybody. */
  students: string[]
  files: Attached[]
}

/** How safe something typed is; the same three states as of a cell. */
export type Safety = { state: 'saved' | 'waiting' | 'refused'; refused: Queued | null }

export const saved: Safety = { state: 'saved', refused: null }

export type LessonTasks = { tasks: Task[]; safety: ReadonlyMap<string, Safety> }

type Plan = Output<'journal.topics'>

/**
 * Tasks by lesson, with what waits in the queue over what the server told. `named` finds an uploaded file: an operation in the queue
 * knows only its id.
 */
export function tasksByLesson(
  plan: Plan | undefined,
  queue: readonly Queued[],
  named: (fileId: string) => Attached | undefined,
): Map<string, LessonTasks> {
  const lessons = new Map<string, { tasks: Task[]; safety: Map<string, Safety> }>()
  const files = new Map<string, Attached>()
  const at = (lessonId: string) => {
    const lesson = lessons.get(lessonId) ?? { tasks: [], safety: new Map() }
    lessons.set(lessonId, lesson)
    return lesson
  }
  for (const { lessonId, homework } of plan?.lessons ?? []) {
    at(lessonId).tasks = [...homework]
    for (const file of homework.flatMap((task) => task.files)) files.set(file.fileId, file)
  }
  for (const op of queue) {
    const safety: Safety = { state: op.state === 'refused' ? 'refused' : 'waiting', refused: op.state === 'refused' ? op : null }
    if (op.name === 'homework.set') {
      const { lessonId, files: ids, ...rest } = op.input as Input<'homework.set'>
      const lesson = at(lessonId)
      const task: Task = { ...rest, files: ids.flatMap((id) => files.get(id) ?? named(id) ?? []) }
      const known = lesson.tasks.findIndex((old) => old.homeworkId === task.homeworkId)
      lesson.tasks = known < 0 ? [...lesson.tasks, task] : lesson.tasks.map((old, i) => (i === known ? task : old))
      lesson.safety.set(task.homeworkId, safety)
    } else if (op.name === 'homework.remove') {
      const { lessonId, homeworkId } = op.input as Input<'homework.remove'>
      const lesson = at(lessonId)
      if (op.state !== 'refused') lesson.tasks = lesson.tasks.filter((task) => task.homeworkId !== homeworkId)
      lesson.safety.set(homeworkId, safety)
    }
  }
  return lessons
}

/** The plan as the server has it once it has accepted the operation. */
export const patchedPlan = (plan: Plan, op: Queued, named: (fileId: string) => Attached | undefined): Plan => ({
  lessons: [...tasksByLesson(plan, [op], named)].map(([lessonId, { tasks }]) => ({ lessonId, homework: tasks })),
})

/** The task everybody has; a lesson may have several, the first is the one that is edited in the row. */
export const common = (tasks: readonly Task[]): Task | null => tasks.find((task) => task.students.length === 0) ?? null

/** Tasks besides the common one: for chosen students, or a second one for all. */
export const besides = (tasks: readonly Task[]): Task[] => tasks.filter((task) => task !== common(tasks))

export const emptyTask = (homeworkId: string): Task => ({
  homeworkId,
  dueOn: null,
  content: '',
  pages: '',
  exercises: '',
  minutes: null,
  nothing: false,
  students: [],
  files: [],
})

/** Is there anything in the task that would have to be kept? */
export const isBlank = (task: Task): boolean =>
  !task.nothing && task.files.length === 0 && [task.content, task.pages, task.exercises].every((text) => text.trim() === '')

/** «Не задано» is instead of a task, not beside it. */
export const withNothing = (task: Task, nothing: boolean): Task =>
  nothing ? { ...emptyTask(task.homeworkId), students: task.students, nothing } : { ...task, nothing }

export const sameTask = (a: Task, b: Task): boolean => JSON.stringify(trimmed(a)) === JSON.stringify(trimmed(b))

/** As it is sent: without spaces around, files by their ids. */
export const trimmed = ({ files, content, pages, exercises, ...rest }: Task): Omit<Input<'homework.set'>, 'lessonId'> => ({
  homeworkId: rest.homeworkId,
  dueOn: rest.dueOn,
  content: content.trim(),
  pages: pages.trim(),
  exercises: exercises.trim(),
  minutes: rest.minutes,
  nothing: rest.nothing,
  students: rest.students,
  files: files.map((file) => file.fileId),
})

/** The task in one line, for a tip or a narrow place. */
export const taskLine = (task: Pick<Task, 'content' | 'pages' | 'exercises'>): string =>
  [task.content, task.pages, task.exercises]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('; ')
