import { useEffect, useMemo, useRef, useState } from 'react'
import type { CourseSubject, LessonSubject } from '#domain/access/actor.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { discard, onSettled, type Queued, queueNow, submit, subscribeQueue, useQueueOf } from '#web/platform/outbox.ts'
import { invalidate } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import type { Journal } from './JournalContext.ts'
import { type Model, modelOf } from './model.ts'
import type { Lesson, Page } from './page.ts'
import { reshape, reshapes } from './patches.ts'
import { Pen } from './pen.ts'
import { keepSaved } from './saved.ts'
import { Sheet } from './sheet.ts'
import { useAfterPaint } from './useAfterPaint.ts'

/** Refusals behind which somebody else was first. */
const overtaken = new Set(['journal.changedMeanwhile', 'homework.unknown'])

/** Opens a page for reading and writing: lays it out, puts over it what waits in the queue, follows both as they change. */
export function useOpenJournal(page: Page): Journal {
  const can = useCan()
  const { policies } = useMe()
  const shaped = useShaped(page)
  const previous = useRef<Model | undefined>(undefined)
  const course = courseSubject(page)
  const model = useMemo(() => {
    const mine = (lesson: Lesson) => can('attendance.set', lessonSubject(page, lesson))
    return modelOf(shaped, policies, mine, previous.current)
  }, [shaped, page, policies, can])
  previous.current = model
  const later = useAfterPaint()
  const [sheet] = useState(() => new Sheet(model, shaped, later))
  const [pen] = useState(() => new Pen(sheet, { submit: submitter(later), discard, newId: newOperationId }))
  pen.mayWriteMany = can('marks.setMany', course)

  useEffect(() => sheet.load(model, shaped), [sheet, model, shaped])
  useEffect(() => {
    const follow = () => sheet.setQueue(queueNow())
    follow()
    return subscribeQueue(follow)
  }, [sheet])
  useEffect(() => keepSaved(page.course.courseId, page.term.termId), [page.course.courseId, page.term.termId])
  useEffect(
    () =>
      onSettled((op, outcome) => {
        if (outcome === 'saved') sheet.saved(op)
        // A conflict is decided between two values: the refusal tells of a cell's, the page of all the rest.
        if (outcome === 'refused') sheet.overtaken(op)
        if (outcome === 'refused' && overtaken.has(op.problem?.code ?? '')) {
          void invalidate(['journal.page', 'journal.topics'], (input) => input.courseId === page.course.courseId)
        }
      }),
    [sheet, page.course.courseId],
  )
  const writes = useMemo(() => model.columns.some((column) => column.mine), [model.columns])
  const seesHistory = page.lessons.some((lesson) => can('marks.history', lessonSubject(page, lesson)))
  return useMemo(() => ({ model, sheet, pen, writes, seesHistory }), [model, sheet, pen, writes, seesHistory])
}

/** Gives to the queue what was typed once it has been seen: writing it down takes longer than painting it. */
const submitter =
  (later: (task: () => void) => void): typeof submit =>
  (...typed) =>
    new Promise((kept, notKept) => later(() => submit(...typed).then(kept, notKept)))

/** The page with columns and topics that still wait in the queue. The same object while none of them changes. */
function useShaped(page: Page): Page {
  const waiting = useQueueOf(isReshaping)
  const key = waiting.map((op) => op.id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the operations, which never change under an id
  return useMemo(() => waiting.reduce(reshape, page), [page, key])
}

const isReshaping = (op: Queued): boolean => op.state !== 'refused' && reshapes(op.name)

/** The course as permissions see it. */
export const courseSubject = ({ course }: Page): CourseSubject => ({ kind: 'course', ...course })

/** The lesson as permissions see it. */
export const lessonSubject = (page: Page, lesson: Lesson): LessonSubject => ({
  ...page.course,
  kind: 'lesson',
  lessonId: lesson.lessonId,
  date: lesson.date,
  teacherId: lesson.teacherId,
  insteadOfId: lesson.insteadOfId,
  cancelled: lesson.cancelled,
  lockedAt: page.term.lockedAt,
})
