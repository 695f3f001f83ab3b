import { IconBook2, IconCalendarTime, IconChartDots } from '@tabler/icons-react'
import type { Screen } from '#web/platform/screens.ts'
import { hasDiary } from './student.ts'
import { texts } from './texts.ru.ts'

const week = () => import('./WeekScreen.tsx')
const marks = () => import('./MarksScreen.tsx')
const timetable = () => import('./TimetableScreen.tsx')

/** Whose diary may be opened, the server knows: a homeroom teacher follows a link to it, a stranger is told nothing. */
const anybody = () => true

/** Screens of the diary. Families find them in the menu; an address with a student leads there whoever may read it. */
export const screens: Screen[] = [
  { path: '/diary', title: texts.diary, menu: { order: 10, label: texts.diary, icon: IconBook2 }, allowed: hasDiary, load: week },
  {
    path: '/diary/marks',
    title: texts.marks,
    menu: { order: 11, label: texts.marks, icon: IconChartDots },
    allowed: hasDiary,
    load: marks,
  },
  {
    path: '/diary/timetable',
    title: texts.timetable,
    menu: { order: 12, label: texts.timetable, icon: IconCalendarTime },
    allowed: hasDiary,
    load: timetable,
  },
  { path: '/diary/week/:monday?', title: texts.diary, allowed: hasDiary, load: week },
  { path: '/diary/:studentId/week/:monday?', title: texts.diary, allowed: anybody, load: week },
  { path: '/diary/:studentId/marks', title: texts.marks, allowed: anybody, load: marks },
  { path: '/diary/:studentId/timetable', title: texts.timetable, allowed: anybody, load: timetable },
  { path: '/diary/:studentId', title: texts.diary, allowed: anybody, load: week },
]
