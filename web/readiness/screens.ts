import { IconChartBar, IconChecklist, IconLeaf } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import * as texts from './sections.texts.ru.ts'

const school = { kind: 'school' } as const

/** How far the year is set up, the decision to give paper up, and who uses the journal. */
export const screens: Screen[] = [
  {
    path: '/school/readiness',
    title: texts.board.title,
    section: { group: 'start', order: 10, label: texts.board.title, about: texts.board.about, icon: IconChecklist },
    allowed: ({ actor, today }) => may(actor, 'readiness.board', school, today),
    load: () => import('./ReadinessScreen.tsx'),
  },
  {
    path: '/school/readiness/paper',
    title: texts.paper.title,
    section: { group: 'start', order: 30, label: texts.paper.title, about: texts.paper.about, icon: IconLeaf },
    allowed: ({ actor, today }) => may(actor, 'readiness.board', school, today),
    load: () => import('./PaperlessScreen.tsx'),
  },
  {
    path: '/school/readiness/usage',
    title: texts.usage.title,
    section: { group: 'data', order: 90, label: texts.usage.title, about: texts.usage.about, icon: IconChartBar },
    allowed: ({ actor, today }) => may(actor, 'readiness.usage', school, today),
    load: () => import('./UsageScreen.tsx'),
  },
]
