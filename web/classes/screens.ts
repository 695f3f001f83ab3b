import { IconUsersGroup } from '@tabler/icons-react'
import { deputyHead, head } from '#domain/access/relations.ts'
import type { Screen } from '#web/platform/screens.ts'
import { title } from './texts.ru.ts'

/** Students of the class one leads, or of every class: the way to their diaries. */
export const screens: Screen[] = [
  {
    path: '/classes',
    title,
    menu: { order: 25, label: title, icon: IconUsersGroup },
    allowed: ({ actor, today }) =>
      actor.homeroomOf.length > 0 || head(actor, { kind: 'school' }, today) || deputyHead(actor, { kind: 'school' }, today),
    load: () => import('./ClassesScreen.tsx'),
  },
]
