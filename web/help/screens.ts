import type { Screen } from '#web/platform/screens.ts'
import { title } from './sections.texts.ru.ts'

/** Help for everybody: from the menu of the person. */
export const screens: Screen[] = [{ path: '/help', title, allowed: () => true, load: () => import('./HelpScreen.tsx') }]
