import { dayIn } from '#domain/platform/dates.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'

/** The day of a moment in the school’s own time, inside a sentence. */
export function TimeText({ at, say }: { at: string; say: (at: string) => string }) {
  const { school } = useMe()
  return <time dateTime={at}>{say(numericDate(dayIn(school.timeZone, new Date(at))))}</time>
}
