import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'

/** A task as it is sent and stored: files and students by their ids. */
export type Task = {
  /** The lesson for which it is; null says the next one. */
  dueOn: PlainDate | null
  content: string
  pages: string
  exercises: string
  minutes: number | null
  /** «Не задано», said outright. */
  nothing: boolean
  /** Empty: for everybody. */
  students: string[]
  files: string[]
}

/** The task without spaces around its texts: as it is stored. */
export const tidied = (task: Task): Task => ({
  ...task,
  content: task.content.trim(),
  pages: task.pages.trim(),
  exercises: task.exercises.trim(),
})

/** Do the two say the same? Spaces around a text say nothing, nor does the order of students and files. */
export const sameTask = (a: Task, b: Task): boolean => plain(a) === plain(b)

const plain = (task: Task): string => {
  const { dueOn, content, pages, exercises, minutes, nothing, students, files } = tidied(task)
  return JSON.stringify([dueOn, content, pages, exercises, minutes, nothing, [...students].sort(), [...files].sort()])
}

/**
 * Is what stands what its author saw? Null is no task. Who saw a task for the next lesson may have seen it before its day was known:
 * then it is the day of `next`.
 */
export function isAsSeen(standing: Task | null, seen: Task | null, next: PlainDate | null): boolean {
  if (standing === null || seen === null) return standing === seen
  return sameTask(standing, seen) || (seen.dueOn === null && sameTask(standing, { ...seen, dueOn: next }))
}

/** The task in one line; '' when it says nothing in words. */
export const taskLine = (task: Pick<Task, 'content' | 'pages' | 'exercises'>): string =>
  [task.content, task.pages, task.exercises]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('; ')

/**
 * Why the task cannot be written so, or null. S4 У4: content and manner, pages, numbers of exercises, or «не задано» said outright.
 * Refusals: homework.empty, homework.nothingWithText, homework.dueBeforeLesson.
 */
export function whyTaskIsWrong(task: Task, lessonDate: PlainDate): Refusal | null {
  const said = [task.content, task.pages, task.exercises].some((part) => part.trim() !== '') || task.files.length > 0
  if (task.nothing && said) return new Refusal('homework.nothingWithText')
  if (!task.nothing && !said) return new Refusal('homework.empty')
  if (task.dueOn !== null && task.dueOn <= lessonDate) return new Refusal('homework.dueBeforeLesson')
  return null
}

/** Kinds of files that may be attached: documents, tables, slides, pictures. Programs and pages that could run scripts are not. */
export const attachable: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'audio/mpeg': 'mp3',
  'text/plain': 'txt',
}
export const LARGEST_FILE = 20 * 1024 * 1024
