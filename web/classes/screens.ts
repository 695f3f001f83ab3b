import { IconUsersGroup } from '@tabler/icons-react'
import type { Screen } from '#web/platform/screens.ts'
import { seesClasses } from './seesClasses.ts'
import { title } from './texts.ru.ts'

/** Students of the class one leads, or of every class: the way to their diaries. */
export const screens: Screen[] = [
  {
    path: '/classes',
    title,
    menu: { order: 25, label: title, icon: IconUsersGroup },
    allowed: seesClasses,
    load: () => import('./ClassesScreen.tsx'),
  },
]
