import { bellOf } from '#scripts/demo/bells.ts'
import { type Moment, momentOf, weekdayOf } from '#scripts/demo/days.ts'
import type { Lesson } from '#scripts/demo/lessons.ts'
import type { Random } from '#scripts/demo/random.ts'

/** When a teacher is in the habit of filling the journal. */
export type Habit = 'atOnce' | 'evening' | 'late'

export function habitOf(random: Random): Habit {
  return random.weighted([
    ['atOnce', 55],
    ['evening', 35],
    ['late', 10],
  ] as const)
}

/** The moment a lesson begins. */
export function startOf({ course, day, row }: Lesson): Moment {
  return momentOf(day, bellOf(course.group.grade, weekdayOf(day), row.number).startsAt)
}

/** The moment the topic is written: after the bell, at 18:40, the next day or days later. */
export function fillingOf(random: Random, habit: Habit, lesson: Lesson): Moment {
  const bell = bellOf(lesson.course.group.grade, weekdayOf(lesson.day), lesson.row.number)
  const way = random.weighted(ways[habit])
  if (way === 'bell') return momentOf(lesson.day, bell.endsAt + random.int(-3, 12))
  if (way === 'evening') return momentOf(lesson.day, 18 * 60 + random.int(10, 130))
  if (way === 'tomorrow') return momentOf(lesson.day + 1, 14 * 60 + random.int(40, 300))
  return momentOf(lesson.day + random.int(2, 6), 16 * 60 + random.int(0, 240))
}

/** Control works are read at home: their marks come one to three evenings later. */
export function readingOf(random: Random, lesson: Lesson): Moment {
  return momentOf(lesson.day + random.int(1, 3), 17 * 60 + random.int(0, 260))
}

const ways: Record<Habit, readonly (readonly ['bell' | 'evening' | 'tomorrow' | 'later', number])[]> = {
  atOnce: [
    ['bell', 78],
    ['evening', 18],
    ['tomorrow', 4],
  ],
  evening: [
    ['bell', 25],
    ['evening', 60],
    ['tomorrow', 15],
  ],
  late: [
    ['bell', 10],
    ['evening', 30],
    ['tomorrow', 30],
    ['later', 30],
  ],
}
