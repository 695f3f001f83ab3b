import { IconClipboardList, IconTable } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import * as texts from './texts.ru.ts'

const school = { kind: 'school' } as const
const plans = ({ actor, today }: Me) => may(actor, 'curriculum.plans', school, today)

/** What is taught by which plan, in which rooms, and by whom. */
export const screens: Screen[] = [
  {
    path: '/school/curriculum',
    title: texts.plan.title,
    section: { group: 'learning', order: 10, label: texts.plan.section, about: texts.plan.about, icon: IconTable },
    allowed: plans,
    load: () => import('./PlanScreen.tsx'),
  },
  {
    path: '/school/curriculum/subjects',
    title: texts.subjects.title,
    allowed: plans,
    load: () => import('./SubjectsScreen.tsx'),
  },
  { path: '/school/curriculum/rooms', title: texts.rooms.title, allowed: plans, load: () => import('./RoomsScreen.tsx') },
  {
    path: '/school/load',
    title: texts.load.title,
    section: { group: 'learning', order: 20, label: texts.load.section, about: texts.load.about, icon: IconClipboardList },
    allowed: ({ actor, today }) => may(actor, 'curriculum.load', school, today),
    load: () => import('./LoadScreen.tsx'),
  },
]
