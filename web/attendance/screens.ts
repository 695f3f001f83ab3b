import { IconUserOff } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import * as texts from './sections.texts.ru.ts'

/** Who is missing from school, for who answers for it without holding a journal: heads, nurse, social worker, kitchen. */
export const screens: Screen[] = [
  {
    path: '/absent',
    title: texts.title,
    menu: { order: 31, label: texts.title, short: texts.short, icon: IconUserOff },
    allowed: ({ actor, today }) => may(actor, 'attendance.absentees', { kind: 'school' }, today),
    load: () => import('./AbsentScreen.tsx'),
  },
]
