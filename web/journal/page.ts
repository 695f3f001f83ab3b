import type { Output } from '#domain/operations.ts'

/** The page of a journal as the server tells it. */
export type Page = Output<'journal.page'>
/** What stands in the cells. */
export const cellParts = ['marks', 'remarks', 'absences'] as const
/** All the rest of a page: what the screens are laid out by. */
export type Frame = Omit<Page, (typeof cellParts)[number]>
export type Lesson = Page['lessons'][number]
export type Work = Lesson['works'][number]
export type WorkType = Page['workTypes'][number]
