import * as access from '#domain/access/texts.ru.ts'
import * as attendance from '#domain/attendance/texts.ru.ts'
import * as audit from '#domain/audit/texts.ru.ts'
import * as calendar from '#domain/calendar/texts.ru.ts'
import * as classes from '#domain/classes/texts.ru.ts'
import * as consents from '#domain/consents/texts.ru.ts'
import * as curriculum from '#domain/curriculum/texts.ru.ts'
import * as diary from '#domain/diary/texts.ru.ts'
import * as exchange from '#domain/exchange/texts.ru.ts'
import * as homework from '#domain/homework/texts.ru.ts'
import * as journal from '#domain/journal/texts.ru.ts'
import * as marks from '#domain/marks/texts.ru.ts'
import * as notifications from '#domain/notifications/texts.ru.ts'
import type { OperationName } from '#domain/operations.ts'
import * as people from '#domain/people/texts.ru.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'
import * as platform from '#domain/platform/texts.ru.ts'
import * as processing from '#domain/processing/texts.ru.ts'
import * as readiness from '#domain/readiness/texts.ru.ts'
import * as school from '#domain/school/texts.ru.ts'
import * as training from '#domain/training/texts.ru.ts'

/** Every refusal in words: what is wrong, and what to do or whom to ask. */
export const refusals = {
  ...platform.refusals,
  ...access.refusals,
  ...attendance.refusals,
  ...audit.refusals,
  ...calendar.refusals,
  ...classes.refusals,
  ...curriculum.refusals,
  ...consents.refusals,
  ...exchange.refusals,
  ...homework.refusals,
  ...journal.refusals,
  ...marks.refusals,
  ...notifications.refusals,
  ...people.refusals,
  ...processing.refusals,
  ...school.refusals,
  ...training.refusals,
}
export type RefusalCode = keyof typeof refusals

/** The sentence for a code; a code without a sentence is a bug that a test finds, and still must not leave a person with nothing. */
export function refusalText(code: string, params: RefusalParams = {}): string {
  const sentence = (refusals as Record<string, (params: RefusalParams) => string>)[code]
  return sentence ? sentence(params) : refusals['server.failed']()
}

/** One sentence per operation, for the history: «Иванова М. П. поставил(а) отметку 5». Complete by type. */
export const sentences = {
  ...access.sentences,
  ...attendance.sentences,
  ...audit.sentences,
  ...calendar.sentences,
  ...classes.sentences,
  ...curriculum.sentences,
  ...diary.sentences,
  ...consents.sentences,
  ...exchange.sentences,
  ...homework.sentences,
  ...journal.sentences,
  ...marks.sentences,
  ...notifications.sentences,
  ...people.sentences,
  ...processing.sentences,
  ...readiness.sentences,
  ...school.sentences,
  ...training.sentences,
} satisfies Record<OperationName, (input: never) => string>

/** What was done, for the history; of nothing in particular when the input says nothing of it (laid out, or of an older shape). */
export function sentenceOf(name: string, input: unknown): string {
  const sentence = (sentences as unknown as Record<string, ((input: unknown) => string) | undefined>)[name]
  const silent = () => audit.veiledSentence(name) ?? sentenceAbout(name).replaceAll(' «…»', '')
  if (!sentence) return audit.unknown
  if (Object.keys(input ?? {}).length === 0 && sentence.length > 0) return silent()
  try {
    const told = sentence(input)
    return /undefined|NaN|null/.test(told) ? silent() : told
  } catch {
    return silent()
  }
}

/** What an operation does, of nothing in particular: «поставил(а) отметку». */
export function sentenceAbout(name: string): string {
  const sample = {
    mark: { values: [5], dueOn: null },
    cells: [],
    absences: [],
    attendance: { code: 'absent' },
    topic: '…',
    title: '',
    name: '…',
    task: { nothing: false },
  }
  const sentence = (sentences as unknown as Record<string, ((input: unknown) => string) | undefined>)[name]
  // A field that the sample does not know reads as «…», or as a day where only a day will do.
  const about = (unknown: string) =>
    sentence?.(new Proxy<Record<string, unknown>>(sample, { get: (known, field) => known[String(field)] ?? unknown })) ?? name
  try {
    return about('…')
  } catch {
    return about('2026-09-01')
  }
}
