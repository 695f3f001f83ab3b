import { IconArrowsExchange, IconLayoutColumns, IconUsersGroup } from '@tabler/icons-react'
import { deputyHead, head } from '#domain/access/relations.ts'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import * as movement from './movement/texts.ru.ts'
import * as promotion from './promotion/texts.ru.ts'
import * as setUp from './setUp/texts.ru.ts'
import { title } from './texts.ru.ts'

const school = { kind: 'school' } as const
const reads = ({ actor, today }: Me) => may(actor, 'classes.overview', school, today)
const keeps = ({ actor, today }: Me) => may(actor, 'classes.promote', school, today)
const leads = ({ actor }: Me) => actor.homeroomOf.length > 0

/** Students of the class one leads, or of every class: the way to their diaries; and how classes and groups are set up. What has a word in its address comes before the card. */
export const screens: Screen[] = [
  {
    path: '/classes',
    title,
    menu: { order: 25, label: title, icon: IconUsersGroup },
    allowed: ({ actor, today }) =>
      actor.homeroomOf.length > 0 || head(actor, { kind: 'school' }, today) || deputyHead(actor, { kind: 'school' }, today),
    load: () => import('./ClassesScreen.tsx'),
  },
  {
    path: '/school/classes',
    title: setUp.title,
    section: { group: 'year', order: 30, label: setUp.title, about: setUp.about, icon: IconLayoutColumns },
    allowed: reads,
    load: () => import('./setUp/SetUpScreen.tsx'),
  },
  {
    path: '/school/classes/promotion',
    title: promotion.title,
    allowed: keeps,
    load: () => import('./promotion/PromotionScreen.tsx'),
  },
  {
    path: '/school/classes/:classId/subgroups/:subjectId',
    title: setUp.title,
    allowed: (me) => reads(me) || leads(me),
    load: () => import('./subgroups/SubgroupScreen.tsx'),
  },
  {
    path: '/school/classes/:classId',
    title: setUp.title,
    allowed: (me) => reads(me) || leads(me),
    load: () => import('./setUp/ClassCardScreen.tsx'),
  },
  {
    path: '/school/movement',
    title: movement.title,
    section: { group: 'people', order: 20, label: movement.title, about: movement.about, icon: IconArrowsExchange },
    allowed: ({ actor, today }) => may(actor, 'classes.movement', school, today),
    load: () => import('./movement/MovementScreen.tsx'),
  },
]
