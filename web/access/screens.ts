import { IconAlertTriangle, IconKey, IconLifebuoy, IconUrgent, IconUserShield, IconUsers } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import * as texts from './sections.texts.ru.ts'

const school = { kind: 'school' } as const

/** Accounts and their register for the administrator, the own class for its homeroom teacher, roles, and everybody's own security. */
export const screens: Screen[] = [
  {
    path: '/accounts',
    title: texts.accounts.title,
    menu: { order: 80, label: texts.accounts.menu, short: texts.accounts.short, icon: IconUsers },
    allowed: ({ actor, today }) => may(actor, 'access.accounts', { kind: 'school' }, today),
    load: () => import('./AccountsScreen.tsx'),
  },
  {
    path: '/accounts/issue',
    title: texts.issue.title,
    allowed: ({ actor, today }) => may(actor, 'access.createAccounts', school, today),
    load: () => import('./IssueScreen.tsx'),
  },
  {
    path: '/accounts/register',
    title: texts.register.title,
    allowed: ({ actor, today }) => may(actor, 'access.issues', school, today),
    load: () => import('./RegisterScreen.tsx'),
  },
  {
    path: '/accounts/leavers',
    title: texts.leavers.title,
    allowed: ({ actor, today }) => may(actor, 'access.leavers', school, today),
    load: () => import('./LeaversScreen.tsx'),
  },
  {
    path: '/accounts/places',
    title: texts.places.title,
    allowed: ({ actor, today }) => may(actor, 'access.doubleUses', school, today),
    load: () => import('./DoubleUsesScreen.tsx'),
  },
  {
    path: '/class-access',
    title: texts.classAccess.title,
    menu: { order: 45, label: texts.classAccess.menu, short: texts.classAccess.short, icon: IconKey },
    allowed: ({ actor }) => actor.homeroomOf.length > 0,
    load: () => import('./ClassAccessScreen.tsx'),
  },
  {
    path: '/class-access/leaflet',
    title: texts.leaflet.title,
    allowed: ({ actor, today }) => actor.homeroomOf.length > 0 || may(actor, 'access.createAccounts', school, today),
    load: () => import('./LeafletScreen.tsx'),
  },
  {
    path: '/school/roles',
    title: texts.rolesTitle,
    section: { group: 'people', order: 60, label: texts.rolesTitle, about: texts.rolesAbout, icon: IconUserShield },
    allowed: ({ actor, today }) => may(actor, 'access.roles', school, today),
    load: () => import('./RolesScreen.tsx'),
  },
  {
    path: '/school/compromises',
    title: texts.list.title,
    section: { group: 'people', order: 70, label: texts.list.title, about: texts.list.about, icon: IconAlertTriangle },
    allowed: ({ actor, today }) => may(actor, 'access.compromises', school, today),
    load: () => import('./CompromisesScreen.tsx'),
  },
  {
    path: '/school/support',
    title: texts.support.title,
    section: { group: 'people', order: 75, label: texts.support.title, about: texts.support.about, icon: IconLifebuoy },
    allowed: ({ actor, today }) => may(actor, 'access.tickets', school, today),
    load: () => import('./SupportScreen.tsx'),
  },
  {
    path: '/urgent',
    title: texts.urgent.title,
    allowed: ({ actor, today }) => may(actor, 'access.urgent', school, today),
    load: () => import('./UrgentScreen.tsx'),
  },
  {
    path: '/school/urgent',
    title: texts.urgentRegister.title,
    section: {
      group: 'people',
      order: 75,
      label: texts.urgentRegister.title,
      about: texts.urgentRegister.about,
      icon: IconUrgent,
    },
    allowed: ({ actor, today }) => may(actor, 'access.urgentRegister', school, today),
    load: () => import('./UrgentRegisterScreen.tsx'),
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
