import type { OperationName } from '#domain/operations.ts'
import type { Sample } from './samples.ts'
import type { World } from './world.ts'

const notOverseers = ['ivanova', 'kuznetsov', 'petya', 'petrova', 'kiselev'] as const

/** Working calls about notices, how they are told, and reminders. */
export const noticeSamples = {
  'notifications.list': { by: 'petrova', strangers: [], input: () => ({}) },
  'notifications.read': { by: 'petrova', strangers: [], input: () => ({}) },
  'notifications.settings': { by: 'petrova', strangers: [], input: () => ({}) },
  'notifications.choose': {
    by: 'petrova',
    strangers: [],
    input: (world: World) => ({ kind: 'marks', studentId: world.who.petya, way: 'daily' }),
  },
  'notifications.setHours': { by: 'petrova', strangers: [], input: () => ({ daily: 19, quiet: { from: 22, to: 8 } }) },
  'notifications.ofClass': {
    by: 'sokolova',
    strangers: ['ivanova', 'kuznetsov', 'petya', 'petrova', 'egorov'],
    input: (world: World) => ({ classId: world.groups.seventhA }),
  },
  'journal.remind': { by: 'belova', strangers: notOverseers, input: (world: World) => ({ personIds: [world.who.ivanova] }) },
  'journal.takeBackReminders': {
    by: 'belova',
    strangers: notOverseers,
    input: async (world: World) => {
      const { reminders } = await world.does('belova', 'journal.remind', { personIds: null })
      return { reminderIds: reminders.map(({ reminderId }) => reminderId) }
    },
  },
} satisfies {
  [N in Extract<OperationName, `notifications.${string}` | 'journal.remind' | 'journal.takeBackReminders'>]: Sample<N>
}
