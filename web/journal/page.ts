import type { Output } from '#domain/operations.ts'

/** The page of a journal as the server tells it. */
export type Page = Output<'journal.page'>
export type Lesson = Page['lessons'][number]
export type Work = Lesson['works'][number]
export type WorkType = Page['workTypes'][number]
