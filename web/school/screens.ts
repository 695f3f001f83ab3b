import { IconAdjustments, IconBuildingCommunity, IconFileText, IconSchool } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import { isWithin } from '#domain/platform/dates.ts'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import * as texts from './sections.texts.ru.ts'

const school = { kind: 'school' } as const
const keeps = ({ actor, today }: Me) => may(actor, 'school.settings', school, today)
/** A role of the school's own that opens something: its holder finds here what it opens. */
const looksUp = ({ actor, today }: Me) =>
  actor.roles.some(({ rights, from, to }) => rights.some((right) => right !== 'attendance.read') && isWithin(today, from, to))

/** «Школа»: the way to everything that is set up, and the school's own card, rules and documents. */
export const screens: Screen[] = [
  {
    path: '/school',
    title: texts.hub.title,
    menu: { order: 70, label: texts.hub.menu, icon: IconSchool },
    allowed: (me) => keeps(me) || looksUp(me),
    load: () => import('./SchoolScreen.tsx'),
  },
  {
    path: '/school/card',
    title: texts.card.title,
    section: { group: 'data', order: 10, label: texts.card.title, about: texts.card.about, icon: IconBuildingCommunity },
    allowed: keeps,
    load: () => import('./CardScreen.tsx'),
  },
  {
    path: '/school/policies',
    title: texts.policies.title,
    section: { group: 'data', order: 20, label: texts.policies.title, about: texts.policies.about, icon: IconAdjustments },
    allowed: keeps,
    load: () => import('./PoliciesScreen.tsx'),
  },
  {
    path: '/school/acts',
    title: texts.acts.title,
    section: { group: 'data', order: 30, label: texts.acts.title, about: texts.acts.about, icon: IconFileText },
    allowed: () => true,
    load: () => import('./ActsScreen.tsx'),
  },
]
