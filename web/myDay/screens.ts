import { IconCalendarEvent, IconListCheck } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import { teaches } from '#web/access/people.ts'
import type { Screen } from '#web/platform/screens.ts'
import * as texts from './texts.ru.ts'

/** The teacher's day, and for deputies who has fallen behind. */
export const screens: Screen[] = [
  {
    path: '/',
    title: texts.myDay.title,
    menu: { order: 10, label: texts.myDay.title, icon: IconCalendarEvent },
    allowed: teaches,
    load: () => import('./MyDayScreen.tsx'),
  },
  {
    path: '/overview',
    title: texts.overview.title,
    menu: { order: 30, label: texts.overview.title, short: 'Заполнение', icon: IconListCheck },
    allowed: ({ actor, today }) => may(actor, 'journal.unfilled', { kind: 'school' }, today),
    load: () => import('./OverviewScreen.tsx'),
  },
  {
    path: '/overview/:personId',
    title: texts.overview.title,
    allowed: ({ actor, today }) => may(actor, 'journal.unfilledLessons', { kind: 'school' }, today),
    load: () => import('./TeacherLessonsScreen.tsx'),
  },
]
