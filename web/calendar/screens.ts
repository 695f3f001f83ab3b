import { IconCalendarStats } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import * as texts from './sections.texts.ru.ts'

const allowed = ({ actor, today }: Me) => may(actor, 'calendar.yearPlan', { kind: 'school' }, today)

/** The school year: what it is made of, and the way to prepare the next one. */
export const screens: Screen[] = [
  {
    path: '/school/year',
    title: texts.title,
    section: { group: 'year', order: 10, label: texts.title, about: texts.about, icon: IconCalendarStats },
    allowed,
    load: () => import('./YearScreen.tsx'),
  },
  {
    path: '/school/year/:yearId/:step',
    title: texts.title,
    allowed,
    load: () => import('./StepScreen.tsx'),
  },
]
