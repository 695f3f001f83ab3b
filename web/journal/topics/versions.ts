import type { PlainDate } from '#domain/platform/dates.ts'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { panel } from '../cell/texts.ru.ts'
import { emptyTask, type Task } from './tasks.ts'
import { topics } from './texts.ru.ts'

/** What a task knows by its id only, and the day of the lesson after its own. */
type Names = { student: (id: string) => string; next: PlainDate | null }

/** A version of a task beside another one: a line for each field that reads otherwise there. Null is no task. */
export function versionLines(task: Task | null, other: Task | null, names: Names): string[] {
  if (task === null) return [topics.noTask]
  if (task.nothing) return [topics.nothing]
  const there = new Map(fieldsOf(other && !other.nothing ? other : emptyTask(''), names))
  return fieldsOf(task, names)
    .filter(([label, words]) => words !== there.get(label))
    .map(([label, words]) => `${label}: ${words || panel.empty}`)
}

function fieldsOf(task: Task, { student, next }: Names): [label: string, words: string][] {
  const day = task.dueOn ?? next
  return [
    [topics.content, task.content.trim()],
    [topics.pages, task.pages.trim()],
    [topics.exercises, task.exercises.trim()],
    [topics.minutes, String(task.minutes ?? '')],
    [topics.due, day ? dayAndMonth(day) : topics.nextLesson],
    [topics.files, task.files.map((file) => file.name).join(', ')],
    [topics.whose, task.students.map(student).join(', ') || topics.everybody],
  ]
}
