import { texts } from './texts.ru.ts'
import type { Homework } from './week.ts'

/** What is to be done, in the order one reads it: the task, the pages, the exercises; each only when it was named. */
export function homeworkText({ content, pages, exercises }: Pick<Homework, 'content' | 'pages' | 'exercises'>): string {
  const parts = [
    content.trim().replace(/[.;]$/, ''),
    pages.trim() && texts.pages(pages.trim()),
    exercises.trim() && texts.exercises(exercises.trim()),
  ]
  // A sign and its number stay on one line: «§ 14», «упр. 130».
  return parts
    .filter(Boolean)
    .join('; ')
    .replace(/(§|№|[а-я]\.) (?=\d)/gi, '$1\u00a0')
}
