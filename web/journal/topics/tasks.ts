import { type Task as PlainTask, sameTask, tidied } from '#domain/homework/rules.ts'
import type { Input, Output } from '#domain/operations.ts'
import type { Queued } from '#web/platform/outbox.ts'

export type Attached = { fileId: string; name: string; size: number; mediaType: string }

/** A task set at a lesson, as it stands on the screen: with its files by name. */
export type Task = Omit<PlainTask, 'files'> & { homeworkId: string; files: Attached[] }

/** How safe something typed is; the same three states as of a cell. */
export type Safety = { state: 'saved' | 'waiting' | 'refused'; refused: Queued | null }

export const saved: Safety = { state: 'saved', refused: null }

export type LessonTasks = {
  /** As typed here, whatever became of it. */
  tasks: Task[]
  /** Without what was refused: what the next edit is typed over. */
  standing: Task[]
  safety: ReadonlyMap<string, Safety>
}

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
  const lessons = new Map<string, { tasks: Task[]; standing: Task[]; safety: Map<string, Safety> }>()
  const files = new Map<string, Attached>()
  const at = (lessonId: string) => {
    const lesson = lessons.get(lessonId) ?? { tasks: [], standing: [], safety: new Map() }
    lessons.set(lessonId, lesson)
    return lesson
  }
  for (const { lessonId, homework } of plan?.lessons ?? []) {
    Object.assign(at(lessonId), { tasks: homework, standing: homework })
    for (const file of homework.flatMap((task) => task.files)) files.set(file.fileId, file)
  }
  for (const op of queue) {
    const safety: Safety = { state: op.state === 'refused' ? 'refused' : 'waiting', refused: op.state === 'refused' ? op : null }
    if (op.name === 'homework.set') {
      const { lessonId, homeworkId, task } = op.input as Input<'homework.set'>
      const lesson = at(lessonId)
      const typed: Task = { ...task, homeworkId, files: task.files.flatMap((id) => files.get(id) ?? named(id) ?? []) }
      lesson.tasks = withTask(lesson.tasks, typed)
      if (op.state !== 'refused') lesson.standing = withTask(lesson.standing, typed)
      lesson.safety.set(homeworkId, safety)
    } else if (op.name === 'homework.remove') {
      const { lessonId, homeworkId } = op.input as Input<'homework.remove'>
      const lesson = at(lessonId)
      const others = (tasks: Task[]) => tasks.filter((task) => task.homeworkId !== homeworkId)
      if (op.state !== 'refused') Object.assign(lesson, { tasks: others(lesson.tasks), standing: others(lesson.standing) })
      lesson.safety.set(homeworkId, safety)
    }
  }
  return lessons
}

const withTask = (tasks: Task[], task: Task): Task[] =>
  tasks.some((old) => old.homeworkId === task.homeworkId)
    ? tasks.map((old) => (old.homeworkId === task.homeworkId ? task : old))
    : [...tasks, task]

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

/** Minutes as typed: whole, from one to ten hours; null for an empty field. */
export const minutesOf = (text: string): number | null =>
  text === '' ? null : Math.min(600, Math.max(1, Math.round(Number(text))))

/** As it is sent: without spaces around, files by their ids. */
export const asSent = ({ homeworkId: _, files, ...rest }: Task): PlainTask =>
  tidied({ ...rest, files: files.map((file) => file.fileId) })

/** Do the two say the same? No task says as much as an empty one. */
export function sameOnScreen(a: Task, b: Task | null): boolean {
  return b ? sameTask(asSent(a), asSent(b)) : isBlank(a)
}
