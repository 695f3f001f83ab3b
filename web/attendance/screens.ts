import { IconUserOff } from '@tabler/icons-react'
import { may } from '#domain/permissions.ts'
import type { Screen } from '#web/platform/screens.ts'
import * as texts from './sections.texts.ru.ts'

/** Who is missing from school, for who answers for it: heads, nurse, social worker, kitchen, the homeroom teacher for the own class. */
export const screens: Screen[] = [
  {
    path: '/absent',
    title: texts.title,
    menu: { order: 31, label: texts.title, short: texts.short, icon: IconUserOff },
    allowed: ({ actor, today }) => may(actor, 'attendance.absentees', { kind: 'school' }, today),
    load: () => import('./AbsentScreen.tsx'),
  },
]
