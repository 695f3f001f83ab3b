import { IconClipboardList, IconTable } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import * as texts from './sections.texts.ru.ts'

const school = { kind: 'school' } as const
const plans = ({ actor, today }: Me) => may(actor, 'curriculum.plans', school, today)

/** What is taught by which plan, in which rooms, and by whom. */
export const screens: Screen[] = [
  {
    path: '/school/curriculum',
    title: texts.planTitle,
    section: { group: 'learning', order: 10, label: texts.planSection, about: texts.planAbout, icon: IconTable },
    allowed: plans,
    load: () => import('./PlanScreen.tsx'),
  },
  {
    path: '/school/curriculum/subjects',
    title: texts.subjectsTitle,
    allowed: plans,
    load: () => import('./SubjectsScreen.tsx'),
  },
  { path: '/school/curriculum/rooms', title: texts.roomsTitle, allowed: plans, load: () => import('./RoomsScreen.tsx') },
  {
    path: '/school/load',
    title: texts.loadTitle,
    section: { group: 'learning', order: 20, label: texts.loadSection, about: texts.loadAbout, icon: IconClipboardList },
    allowed: ({ actor, today }) => may(actor, 'curriculum.load', school, today),
    load: () => import('./LoadScreen.tsx'),
  },
]
