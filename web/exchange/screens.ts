import { IconTableImport } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import * as texts from './sections.texts.ru.ts'

/** Lists in and out of spreadsheets. */
export const screens: Screen[] = [
  {
    path: '/school/import',
    title: texts.title,
    section: { group: 'data', order: 10, label: texts.title, about: texts.about, icon: IconTableImport },
    allowed: ({ actor, today }) => may(actor, 'exchange.imports', { kind: 'school' }, today),
    load: () => import('./ListsScreen.tsx'),
  },
  {
    path: '/school/import/:kind',
    title: texts.title,
    allowed: ({ actor, today }) => may(actor, 'exchange.preview', { kind: 'school' }, today),
    load: () => import('./ListScreen.tsx'),
  },
]
