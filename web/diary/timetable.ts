import type { Output } from '#domain/operations.ts'

export type TimetableLesson = Output<'diary.timetable'>['lessons'][number]

/** Lessons by days of the week, Monday first; days without lessons are left out. */
export function timetableDays(lessons: readonly TimetableLesson[]): { weekday: number; lessons: TimetableLesson[] }[] {
  return [1, 2, 3, 4, 5, 6, 7]
    .map((weekday) => ({
      weekday,
      lessons: lessons.filter((lesson) => lesson.weekday === weekday).sort((a, b) => a.number - b.number || order(a) - order(b)),
    }))
    .filter((day) => day.lessons.length > 0)
}

/** Odd weeks come before even ones in the same place. */
const order = ({ week }: TimetableLesson): number => ({ every: 0, odd: 1, even: 2 })[week]
