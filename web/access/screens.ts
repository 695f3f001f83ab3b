import { IconUsers } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import * as texts from './texts.ru.ts'

/** Accounts for the administrator; one's own security for everybody. */
export const screens: Screen[] = [
  {
    path: '/accounts',
    title: texts.accounts.title,
    menu: { order: 80, label: texts.accounts.menu, short: texts.accounts.short, icon: IconUsers },
    allowed: ({ actor, today }) => may(actor, 'access.accounts', { kind: 'school' }, today),
    load: () => import('./AccountsScreen.tsx'),
  },
  {
    path: '/security',
    title: texts.security.title,
    allowed: () => true,
    load: () => import('./SecurityScreen.tsx'),
  },
  {
    path: '/security/password',
    title: texts.password.title,
    allowed: () => true,
    load: () => import('./PasswordScreen.tsx'),
  },
]
