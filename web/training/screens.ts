import { IconCertificate } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import { isStaff } from '#web/access/people.ts'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import * as texts from './sections.texts.ru.ts'

const school = { kind: 'school' } as const
const reads = ({ actor, today }: Me) => may(actor, 'training.list', school, today)

/** Trainings and instructions of the school, the list at the door, and everybody's own record. */
export const screens: Screen[] = [
  {
    path: '/school/trainings',
    title: texts.title,
    section: { group: 'people', order: 80, label: texts.title, about: texts.about, icon: IconCertificate },
    allowed: reads,
    load: () => import('./TrainingsScreen.tsx'),
  },
  {
    path: '/school/trainings/standings',
    title: texts.standings.title,
    allowed: reads,
    load: () => import('./StandingsScreen.tsx'),
  },
  {
    path: '/school/trainings/:trainingId',
    title: texts.sheet.title,
    allowed: (me) => isStaff(me),
    load: () => import('./SheetScreen.tsx'),
  },
  {
    path: '/me/trainings',
    title: texts.mine.title,
    allowed: () => true,
    load: () => import('./MyTrainingsScreen.tsx'),
  },
]
