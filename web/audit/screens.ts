import { IconHistory } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import * as texts from './sections.texts.ru.ts'

/** The log of actions; and of each what was done under the own account. */
export const screens: Screen[] = [
  {
    path: '/school/log',
    title: texts.log.title,
    section: { group: 'data', order: 80, label: texts.log.title, about: texts.log.about, icon: IconHistory },
    allowed: ({ actor, today }) => may(actor, 'audit.log', { kind: 'school' }, today),
    load: () => import('./LogScreen.tsx'),
  },
  { path: '/me/actions', title: texts.own.title, allowed: () => true, load: () => import('./OwnActionsScreen.tsx') },
]
