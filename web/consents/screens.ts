import { IconSignature } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import * as texts from './sections.texts.ru.ts'

const reads = ({ actor, today }: Me) => may(actor, 'consents.report', { kind: 'school' }, today)

/** Consents of the school, of a class, on paper; and those of one’s own family. */
export const screens: Screen[] = [
  {
    path: '/school/consents',
    title: texts.title,
    section: { group: 'people', order: 50, label: texts.title, about: texts.about, icon: IconSignature },
    allowed: reads,
    load: () => import('./ConsentsScreen.tsx'),
  },
  {
    path: '/school/consents/class/:classId',
    title: texts.title,
    allowed: reads,
    load: () => import('./ClassConsentsScreen.tsx'),
  },
  {
    path: '/school/consents/blank/:purposeId',
    title: texts.sheet.title,
    allowed: reads,
    load: () => import('./BlankScreen.tsx'),
  },
  {
    path: '/me/consents',
    title: texts.mine.title,
    allowed: () => true,
    load: () => import('./MyConsentsScreen.tsx'),
  },
]
