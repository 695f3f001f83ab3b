import type { SubjectKey } from '#scripts/demo/subjects.ts'

/** Grades 10 and 11 study by a profile. */
export type Profile = 'general' | 'technological' | 'humanities' | 'philological'

/** Hours a week; 0.5 is a lesson in odd weeks only. */
export type Hours = readonly (readonly [SubjectKey, number])[]

/** The weekly grid of a grade. */
export function hoursOf(grade: number, profile: Profile): Hours {
  if (grade <= 4) return primary[grade - 1]!
  if (grade <= 9) return rows(basic, grade - 5)
  const column = profile === 'technological' ? 0 : profile === 'humanities' ? 1 : 2
  return rows(senior, column).filter(([subject]) => grade === 10 || subject !== 'project')
}

/** How many lessons a class has in a week, halves rounded up to whole places in the timetable. */
export function lessonsAWeek(hours: Hours): number {
  return hours.reduce((sum, [, count]) => sum + Math.ceil(count), 0)
}

const primaryCore: Hours = [
  ['russian', 5],
  ['reading', 4],
  ['mathematics', 4],
  ['world', 2],
  ['art', 1],
  ['music', 1],
  ['technology', 1],
]

const primary: readonly Hours[] = [
  [...primaryCore, ['sport', 3]],
  [...primaryCore, ['sport', 2], ['english', 2]],
  [...primaryCore, ['sport', 2], ['english', 2]],
  [...primaryCore, ['sport', 2], ['english', 2], ['ethics', 1]],
]

type Grid = readonly (readonly [SubjectKey, ...number[]])[]

// The federal programme of 2026/27 for five school days, grades 5 to 9.
const basic: Grid = [
  ['russian', 5, 6, 4, 3, 3],
  ['literature', 3, 3, 2, 2, 3],
  ['english', 2, 3, 3, 3, 3],
  ['mathematics', 5, 5, 0, 0, 0],
  ['algebra', 0, 0, 3, 3, 3],
  ['geometry', 0, 0, 2, 2, 2],
  ['statistics', 0, 0, 1, 1, 1],
  ['informatics', 0, 0, 1, 1, 1],
  ['history', 3, 3, 3, 3, 2],
  ['socialStudies', 0, 0, 0, 0, 1],
  ['heritage', 0.5, 0, 0, 0, 0],
  ['geography', 1, 1, 2, 2, 2],
  ['physics', 0, 0, 2, 2, 3],
  ['chemistry', 0, 0, 0, 2, 2],
  ['biology', 1, 1, 1, 2, 2],
  ['art', 1, 1, 1, 0, 0],
  ['music', 1, 1, 1, 1, 0],
  ['technology', 2, 2, 2, 1, 1],
  ['sport', 2, 2, 2, 2, 2],
  ['safety', 0, 0, 0, 1, 1],
]

// Technological, humanities, philological.
const senior: Grid = [
  ['russian', 2, 2, 5.5],
  ['literature', 3, 3, 4],
  ['english', 3, 3, 3],
  ['algebra', 4, 3, 2],
  ['geometry', 3, 2, 2],
  ['statistics', 1, 1, 1],
  ['informatics', 2, 1, 1],
  ['history', 2, 4, 2],
  ['socialStudies', 2, 4, 2],
  ['geography', 1, 1, 1],
  ['physics', 5, 2, 2],
  ['chemistry', 1, 1, 1],
  ['biology', 1, 1, 1],
  ['sport', 2, 2, 2],
  ['safety', 1, 1, 1],
  ['project', 1, 1, 1],
]

function rows(grid: Grid, column: number): Hours {
  return grid.map(([subject, ...hours]) => [subject, hours[column] ?? 0] as const).filter(([, hours]) => hours > 0)
}
