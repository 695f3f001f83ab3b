/** When a lesson begins and ends, in minutes after midnight. */
export type Bell = { fromGrade: number; toGrade: number; weekday: number; number: number; startsAt: number; endsAt: number }

const ordinary = times('8:30–9:10 9:30–10:10 10:30–11:10 11:30–12:10 12:30–13:10 13:30–14:10 14:30–15:10')
// «Разговоры о важном» last half an hour, so Monday runs ten minutes ahead.
const monday = times('8:30–9:00 9:20–10:00 10:20–11:00 11:20–12:00 12:20–13:00 13:20–14:00 14:20–15:00')
// СанПиН: 35 minutes and a long pause in the middle of the day.
const firstGrade = times('8:30–9:05 9:25–10:00 10:40–11:15 11:35–12:10 12:30–13:05')
const firstGradeMonday = times('8:30–9:00 9:20–9:55 10:35–11:10 11:30–12:05 12:25–13:00')

export const bells: readonly Bell[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  ...(weekday === 1 ? firstGradeMonday : firstGrade).map((time) => ({ ...time, weekday, fromGrade: 1, toGrade: 1 })),
  ...(weekday === 1 ? monday : ordinary).map((time) => ({ ...time, weekday, fromGrade: 2, toGrade: 11 })),
])

/** The bell of one lesson of one grade. */
export function bellOf(grade: number, weekday: number, number: number): Bell {
  const list = weekday === 1 ? (grade === 1 ? firstGradeMonday : monday) : grade === 1 ? firstGrade : ordinary
  const time = list[number - 1] ?? list[list.length - 1]!
  return { ...time, weekday, fromGrade: grade, toGrade: grade }
}

function times(text: string): { number: number; startsAt: number; endsAt: number }[] {
  return text.split(' ').map((span, index) => {
    const [startsAt = 0, endsAt = 0] = span.split('–').map(minutes)
    return { number: index + 1, startsAt, endsAt }
  })
}

function minutes(clock: string): number {
  const [hours = 0, rest = 0] = clock.split(':').map(Number)
  return hours * 60 + rest
}
