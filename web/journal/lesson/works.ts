import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Frame, Lesson, WorkType } from '../page.ts'

/** A column while it is being made or changed. */
export type WorkDraft = { typeId: string; weight: number; title: string }

const MOST_WORKS = 6

/** A new column begins as the first kind of work in the school's list. */
export const newWork = (page: Frame): WorkDraft => {
  const [first] = page.workTypes
  return { typeId: first?.typeId ?? '', weight: first?.weight ?? 10, title: '' }
}

/** Another kind brings its own weight, which may then be changed. */
export const withType = (draft: WorkDraft, type: WorkType): WorkDraft => ({ ...draft, typeId: type.typeId, weight: type.weight })

/** Why the column cannot be so, or null: control works are named. S1 4.4i. */
export function whyWorkIsWrong(page: Frame, draft: WorkDraft): Refusal | null {
  const type = page.workTypes.find((one) => one.typeId === draft.typeId)
  return type?.control && draft.title.trim() === '' ? new Refusal('marks.titleNeeded') : null
}

export const whyNoMoreWorks = (lesson: Lesson): Refusal | null =>
  lesson.works.length >= MOST_WORKS ? new Refusal('marks.tooManyWorks') : null

/** «1,5» → 15 tenths; null when it is no weight. */
export function parseWeight(text: string): number | null {
  const weight = Math.round(Number(text.replace(',', '.')) * 10)
  return text.trim() !== '' && Number.isInteger(weight) && weight >= 0 && weight <= 100 ? weight : null
}

export const workInput = (lessonId: string, workId: string, { typeId, weight, title }: WorkDraft): Input<'marks.addWork'> => ({
  lessonId,
  workId,
  typeId,
  weight,
  title: title.trim(),
})
