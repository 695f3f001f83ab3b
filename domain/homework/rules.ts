import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'

export type Task = {
  content: string
  pages: string
  exercises: string
  nothing: boolean
  files: readonly string[]
  dueOn: PlainDate | null
}

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
