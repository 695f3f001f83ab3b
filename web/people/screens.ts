import { IconChecklist, IconInbox, IconPhone, IconUserCheck, IconUsers } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import * as texts from './sections.texts.ru.ts'

const school = { kind: 'school' } as const
const readsPeople = ({ actor, today }: Me) => may(actor, 'people.list', school, today)
const leads = ({ actor }: Me) => actor.homeroomOf.length > 0
const checks = ({ actor, today }: Me) => may(actor, 'people.checks', school, today)

/** People of the school; the checks of their data; what everybody may see of their own. What has a word in its address comes before the card. */
export const screens: Screen[] = [
  {
    path: '/school/people',
    title: texts.listTitle,
    section: { group: 'people', order: 10, label: texts.listTitle, about: texts.listAbout, icon: IconUsers },
    allowed: readsPeople,
    load: () => import('./PeopleScreen.tsx'),
  },
  {
    path: '/school/people/requests',
    title: texts.requestsTitle,
    section: { group: 'people', order: 40, label: texts.listRequests, about: texts.requestsAbout, icon: IconInbox },
    allowed: ({ actor, today }) => may(actor, 'people.requests', school, today),
    load: () => import('./RequestsScreen.tsx'),
  },
  {
    // A homeroom teacher has no page «Школа»: the own class is a line of the menu.
    path: '/school/people/checks',
    title: texts.checksTitle,
    menu: { order: 32, label: texts.checksMenu, short: texts.checksShort, icon: IconUserCheck },
    allowed: (me) => leads(me) && !may(me.actor, 'school.settings', school, me.today),
    load: () => import('./ChecksScreen.tsx'),
  },
  {
    path: '/school/people/checks',
    title: texts.checksTitle,
    section: { group: 'people', order: 30, label: texts.checksTitle, about: texts.checksAbout, icon: IconChecklist },
    allowed: (me) => checks(me) && may(me.actor, 'school.settings', school, me.today),
    load: () => import('./ChecksScreen.tsx'),
  },
  {
    path: '/school/people/checks/:classId',
    title: texts.checksTitle,
    allowed: checks,
    load: () => import('./ClassChecksScreen.tsx'),
  },
  {
    path: '/school/people/contacts',
    title: texts.contactsTitle,
    section: { group: 'people', order: 45, label: texts.contactsTitle, about: texts.contactsAbout, icon: IconPhone },
    allowed: ({ actor, today }) => may(actor, 'people.contactClasses', school, today),
    load: () => import('./ContactsScreen.tsx'),
  },
  {
    path: '/school/people/class/:classId',
    title: texts.listTitle,
    allowed: (me) => leads(me) || readsPeople(me),
    load: () => import('./ClassPeopleScreen.tsx'),
  },
  {
    path: '/school/people/runs',
    title: texts.listTitle,
    allowed: ({ actor, today }) => may(actor, 'people.runs', school, today),
    load: () => import('./RunsScreen.tsx'),
  },
  {
    path: '/school/people/:personId',
    title: texts.listTitle,
    allowed: (me) => leads(me) || readsPeople(me),
    load: () => import('./PersonScreen.tsx'),
  },
  {
    path: '/me',
    title: texts.meTitle,
    allowed: () => true,
    load: () => import('./MeScreen.tsx'),
  },
]
