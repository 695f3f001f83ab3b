import { randomUUIDv7 } from 'node:crypto'
import { callerOf } from './caller.ts'
import type { samples } from './samples.ts'
import type { PersonKey, World } from './world.ts'

const notAdministrators = ['ivanova', 'sokolova', 'belova', 'morozov', 'petya', 'petrova'] as const
const notHeads = ['ivanova', 'sokolova', 'belova', 'petya', 'petrova'] as const

export const outside = {
  kind: 'external' as const,
  name: 'Служба поддержки «Звонка»',
  phone: '8 800 555-35-00',
  email: '',
  site: '',
  hours: 'по будням с 9 до 18',
}
const aFault = { subject: 'Не печатается журнал выдачи', description: '', diagnostics: 'Chrome 142, Windows' }

export const protectionSamples = {
  'access.doubleUses': { by: 'morozov', strangers: notHeads, input: () => ({}) },
  'access.answerDoubleUse': {
    by: 'petrova',
    strangers: ['egorov', 'petya', 'ivanova', 'kiselev', 'morozov'],
    input: async (world) => ({ doubleUseId: await doubleUseOf(world, 'petrova'), answer: 'notMine' as const }),
  },
  'access.settleDoubleUse': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: async (world) => ({
      doubleUseId: await doubleUseOf(world, 'petrova'),
      note: 'Выдали отцу его собственный доступ.',
      expected: { settled: false, note: '' },
    }),
  },
  'access.seeRescues': {
    by: 'morozov',
    strangers: notHeads,
    input: async (world) => {
      const rescueId = randomUUIDv7()
      await world.amends(
        `insert into rescue (school_id, id, account_id, at, machine) values (:school, $1, $2, $3, 'root@school')`,
        [rescueId, world.accounts.kiselev, world.app.clock.now()],
      )
      return { rescueIds: [rescueId] }
    },
  },
  'access.support': { by: 'petrova', strangers: [], input: () => ({}) },
  'access.setSupport': {
    by: 'kiselev',
    strangers: notHeads,
    input: () => ({ support: outside, expected: { ...outside, kind: 'own' as const, name: '', phone: '', hours: '' } }),
  },
  'access.tickets': { by: 'morozov', strangers: notHeads, input: () => ({}) },
  'access.openTicket': { by: 'kiselev', strangers: notHeads, input: () => aFault },
  'access.handTicket': {
    by: 'kiselev',
    strangers: notHeads,
    input: async (world) => {
      await world.amends(`insert into support_service (school_id, kind, name) values (:school, 'external', 'Служба')`)
      return { ticketId: (await world.does('kiselev', 'access.openTicket', aFault)).ticketId, at: null }
    },
  },
  'access.acceptTicket': {
    by: 'kiselev',
    strangers: notHeads,
    input: async (world) => {
      const { ticketId } = await world.does('kiselev', 'access.openTicket', aFault)
      return { ticketId, at: null, number: 'SD-1048', by: 'Орлова' }
    },
  },
  'access.closeTicket': {
    by: 'kiselev',
    strangers: notHeads,
    input: async (world) => {
      const { ticketId } = await world.does('kiselev', 'access.openTicket', aFault)
      await world.does('kiselev', 'access.acceptTicket', { ticketId, at: null, number: '', by: '' })
      return { ticketId, outcome: 'Исправлено обновлением.' }
    },
  },
} satisfies Partial<typeof samples>

/** Somebody’s account that was used in two places; the owner has not answered. */
export async function doubleUseOf(world: World, key: PersonKey): Promise<string> {
  // Of one account one question at a time.
  const [open] = await world.rows<{ id: string }>(
    'select id from double_use where school_id = :school and account_id = $1 and answer is null and settled_at is null',
    [world.accounts[key]],
  )
  if (open) return open.id
  const { sessionId } = await callerOf(world, key)
  const id = randomUUIDv7()
  const at = world.app.clock.now()
  await world.amends(
    `insert into double_use (school_id, id, account_id, kind, noticed_at, last_at) values (:school, $1, $2, 'places', $3, $3)`,
    [id, world.accounts[key], at],
  )
  await world.amends(
    `insert into double_use_place (school_id, double_use_id, session_id, device, address, at) values (:school, $1, $2, 'Chrome, Android', '95.24.17.8', $3)`,
    [id, sessionId, at],
  )
  return id
}
