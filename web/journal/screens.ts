import { IconNotebook } from '@tabler/icons-react'
import { seesJournals } from '#web/access/people.ts'
import type { Screen } from '#web/platform/screens.ts'
import { journal, journals } from './texts.ru.ts'

/** The class journal and the list of its sections. */
export const screens: Screen[] = [
  {
    path: '/journals',
    title: journals,
    menu: { order: 20, label: journals, icon: IconNotebook },
    allowed: seesJournals,
    load: () => import('./list/JournalsScreen.tsx'),
  },
  { path: '/journal/:courseId', title: journal, allowed: seesJournals, load: () => import('./JournalScreen.tsx') },
]
