import { IconShieldLock } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import * as texts from './sections.texts.ru.ts'

const reads = ({ actor, today }: Me) => may(actor, 'processing.register', { kind: 'school' }, today)

/** The register of processing; and what is kept of oneself, why and who sees it. */
export const screens: Screen[] = [
  {
    path: '/school/processing',
    title: texts.title,
    section: { group: 'data', order: 60, label: texts.title, about: texts.about, icon: IconShieldLock },
    allowed: reads,
    load: () => import('./RegisterScreen.tsx'),
  },
  { path: '/school/processing/operator', title: texts.title, allowed: reads, load: () => import('./OperatorScreen.tsx') },
  { path: '/school/processing/measures', title: texts.title, allowed: reads, load: () => import('./MeasuresScreen.tsx') },
  { path: '/school/processing/notice', title: texts.title, allowed: reads, load: () => import('./NoticeScreen.tsx') },
  { path: '/me/processing', title: texts.mineTitle, allowed: () => true, load: () => import('./MyProcessingScreen.tsx') },
]
