import type { Screen } from '#web/platform/screens.ts'
import * as texts from './bell.texts.ru.ts'

/** How everybody is told of what, and how the parents of the class one leads are. */
export const screens: Screen[] = [
  {
    path: '/me/notices',
    title: texts.settingsTitle,
    allowed: () => true,
    load: () => import('./NoticeSettingsScreen.tsx'),
  },
  {
    path: '/class-access/notices',
    title: texts.classTitle,
    allowed: ({ actor }) => actor.homeroomOf.length > 0,
    load: () => import('./ClassNoticesScreen.tsx'),
  },
]
