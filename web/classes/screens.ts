import { IconArrowsExchange, IconLayoutColumns, IconUsersGroup } from '@tabler/icons-react'
import { deputyHead, head } from '#domain/access/relations.ts'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'
import * as texts from './sections.texts.ru.ts'

const school = { kind: 'school' } as const
const reads = ({ actor, today }: Me) => may(actor, 'classes.overview', school, today)
const keeps = ({ actor, today }: Me) => may(actor, 'classes.promote', school, today)
const leads = ({ actor }: Me) => actor.homeroomOf.length > 0

/** Students of the class one leads, or of every class: the way to their diaries; and how classes and groups are set up. What has a word in its address comes before the card. */
export const screens: Screen[] = [
  {
    path: '/classes',
    title: texts.title,
    menu: { order: 25, label: texts.title, icon: IconUsersGroup },
    allowed: ({ actor, today }) =>
      actor.homeroomOf.length > 0 || head(actor, { kind: 'school' }, today) || deputyHead(actor, { kind: 'school' }, today),
    load: () => import('./ClassesScreen.tsx'),
  },
  {
    path: '/school/classes',
    title: texts.setUpTitle,
    section: { group: 'year', order: 30, label: texts.setUpTitle, about: texts.setUpAbout, icon: IconLayoutColumns },
    allowed: reads,
    load: () => import('./setUp/SetUpScreen.tsx'),
  },
  {
    path: '/school/classes/promotion',
    title: texts.promotionTitle,
    allowed: keeps,
    load: () => import('./promotion/PromotionScreen.tsx'),
  },
  {
    path: '/school/classes/plans/:groupId',
    title: texts.setUpTitle,
    allowed: (me) => reads(me) || leads(me),
    load: () => import('./ownPlan/OwnPlanScreen.tsx'),
  },
  {
    path: '/school/classes/:classId/subgroups/:subjectId',
    title: texts.setUpTitle,
    allowed: (me) => reads(me) || leads(me),
    load: () => import('./subgroups/SubgroupScreen.tsx'),
  },
  {
    path: '/school/classes/:classId',
    title: texts.setUpTitle,
    allowed: (me) => reads(me) || leads(me),
    load: () => import('./setUp/ClassCardScreen.tsx'),
  },
  {
    path: '/school/movement',
    title: texts.movementTitle,
    section: { group: 'people', order: 20, label: texts.movementTitle, about: texts.movementAbout, icon: IconArrowsExchange },
    allowed: ({ actor, today }) => may(actor, 'classes.movement', school, today),
    load: () => import('./movement/MovementScreen.tsx'),
  },
]
