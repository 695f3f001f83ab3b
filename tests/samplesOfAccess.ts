import { randomUUIDv7 } from 'node:crypto'
import { TOTP } from 'otpauth'
import type { Output } from '#domain/operations.ts'
import { newAuthenticator } from './authenticator.ts'
import { type Caller, callerOf } from './caller.ts'
import { TODAY } from './database.ts'
import type { samples } from './samples.ts'
import { PASSWORD, type PersonKey, type World } from './world.ts'

const notAdministrators = ['ivanova', 'sokolova', 'belova', 'morozov', 'petya', 'petrova'] as const
const notLeaders = ['kuznetsov', 'ivanova', 'belova', 'morozov', 'petya', 'petrova'] as const
const notHeads = ['ivanova', 'sokolova', 'belova', 'petya', 'petrova'] as const
const notDeputies = ['ivanova', 'sokolova', 'petya', 'petrova'] as const

/** Somebody who has come to work and has no account. */
export async function newcomer(world: World, surname = 'Новикова', givenName = 'Анна'): Promise<string> {
  const personId = randomUUIDv7()
  await world.amends(
    `insert into person (school_id, id, surname, given_name, patronymic, sex) values (:school, $1, $2, $3, 'Юрьевна', 'f')`,
    [personId, surname, givenName],
  )
  await world.amends(
    `insert into staff (school_id, person_id, position, from_date) values (:school, $1, 'учитель', '2026-09-01')`,
    [personId],
  )
  return personId
}

/** The code that the app shows so many half-minutes from now. */
export const codeOf = (world: World, secret: string, halfMinutes = 0): string =>
  new TOTP({ secret }).generate({ timestamp: world.app.clock.now().getTime() + halfMinutes * 30_000 })

const answered = <T>({ status, text, body }: { status: number; text: string; body: unknown }): T => {
  if (status !== 200) throw new Error(text)
  return body as T
}

/** Switches the app of codes on; the secret, and the recovery codes. */
export async function protect(
  world: World,
  key: PersonKey,
): Promise<{ secret: string; recoveryCodes: string[]; caller: Caller }> {
  const caller = await callerOf(world, key)
  const { secret } = answered<Output<'access.startTotp'>>(await caller.does('access.startTotp', { password: PASSWORD }))
  const code = codeOf(world, secret)
  const { recoveryCodes } = answered<Output<'access.confirmTotp'>>(await caller.does('access.confirmTotp', { code }))
  return { secret, recoveryCodes, caller }
}

/** What the first step answers to who has a second one. */
export async function firstStep(world: World, key: PersonKey): Promise<NonNullable<Output<'access.signIn'>['second']>> {
  const passerBy = await callerOf(world, null)
  const answer = await passerBy.does('access.signIn', { login: world.login(key), password: PASSWORD })
  return answered<Output<'access.signIn'>>(answer).second!
}

/** A passkey of this person, and what made it. */
export async function withPasskey(world: World, key: PersonKey) {
  const caller = await callerOf(world, key)
  const authenticator = newAuthenticator()
  const { ticket, options } = answered<Output<'access.startPasskey'>>(
    await caller.does('access.startPasskey', { password: PASSWORD }),
  )
  const added = await caller.does('access.addPasskey', { ticket, response: authenticator.registers(options), name: 'Ноутбук' })
  return { caller, authenticator, ...answered<Output<'access.addPasskey'>>(added) }
}

const aRole = { name: 'Медсестра', rights: ['people.read', 'attendance.read'] as ('people.read' | 'attendance.read')[] }

export const accessSamples = {
  'access.candidates': { by: 'kiselev', strangers: notAdministrators, input: () => ({}) },
  'access.createAccounts': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: async (world) => ({ personIds: [await newcomer(world)], by: 'password' as const }),
  },
  'access.reissue': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: (world) => ({ personIds: [world.who.elkin], by: 'link' as const }),
  },
  'access.classAccounts': {
    by: 'sokolova',
    strangers: notLeaders,
    input: (world) => ({ classId: world.groups.seventhA }),
  },
  'access.issueInClass': {
    by: 'sokolova',
    strangers: notLeaders,
    input: (world) => ({ classId: world.groups.seventhA, personIds: [world.who.masha], by: 'link' as const }),
  },
  'access.issues': { by: 'kiselev', strangers: notAdministrators, input: () => ({ from: '2026-11-01' }) },
  'access.handOut': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: async (world) => ({ issueIds: [await issueOf(world, 'elkin')], handedOn: TODAY, receivedBy: '' }),
  },
  'access.handOutInClass': {
    by: 'sokolova',
    strangers: notLeaders,
    input: async (world) => ({
      classId: world.groups.seventhA,
      issueIds: [await issueOf(world, 'masha')],
      handedOn: TODAY,
      receivedBy: 'Петрова О. И., мать',
    }),
  },
  'access.activate': {
    by: 'ivanova',
    strangers: [],
    input: async (world) => {
      const { issued } = await world.does('kiselev', 'access.reissue', { personIds: [world.who.elkin], by: 'link' })
      return { token: issued[0]!.token!, password: 'три весёлых гуся' }
    },
  },
  'access.leavers': { by: 'kiselev', strangers: notAdministrators, input: () => ({}) },
  'access.endAccounts': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: (world) => ({ accountIds: [world.accounts.elkin] }),
  },
  'access.resumeAccount': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: async (world) => {
      await world.does('kiselev', 'access.endAccounts', { accountIds: [world.accounts.elkin] })
      return { accountId: world.accounts.elkin }
    },
  },

  'access.secondStep': {
    by: 'ivanova',
    strangers: [],
    input: async (world) => {
      const { secret } = await protect(world, 'egorov')
      const { ticket } = await firstStep(world, 'egorov')
      return { ticket, code: codeOf(world, secret, 1), passkey: '' }
    },
  },
  'access.signIns': { by: 'petrova', strangers: [], input: () => ({}) },
  'access.seeDevices': { by: 'petrova', strangers: [], input: () => ({}) },
  'access.secondFactor': { by: 'petrova', strangers: [], input: () => ({}) },
  'access.startTotp': { by: 'ivanova', strangers: [], input: () => ({ password: PASSWORD }) },
  'access.confirmTotp': {
    by: 'ivanova',
    strangers: [],
    input: async (world) => {
      const caller = await callerOf(world, 'ivanova')
      const { secret } = answered<Output<'access.startTotp'>>(await caller.does('access.startTotp', { password: PASSWORD }))
      return { code: codeOf(world, secret) }
    },
  },
  'access.removeTotp': { by: 'ivanova', strangers: [], input: () => ({ password: PASSWORD }) },
  'access.startPasskey': { by: 'ivanova', strangers: [], input: () => ({ password: PASSWORD }) },
  'access.addPasskey': {
    by: 'ivanova',
    strangers: [],
    input: async (world) => {
      const caller = await callerOf(world, 'ivanova')
      const { ticket, options } = answered<Output<'access.startPasskey'>>(
        await caller.does('access.startPasskey', { password: PASSWORD }),
      )
      return { ticket, response: newAuthenticator().registers(options), name: 'Ноутбук' }
    },
  },
  'access.removePasskey': {
    by: 'ivanova',
    strangers: ['kuznetsov', 'petya', 'kiselev', 'morozov'],
    input: async (world) => {
      await withPasskey(world, 'ivanova')
      const [passkey] = await world.rows<{ id: string }>('select id from passkey where school_id = :school')
      return { passkeyId: passkey!.id, password: PASSWORD }
    },
  },
  'access.renewRecoveryCodes': {
    by: 'ivanova',
    strangers: [],
    input: async (world) => {
      await protect(world, 'ivanova')
      return { password: PASSWORD }
    },
  },
  'access.resetSecondFactor': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: (world) => ({ accountId: world.accounts.elkin }),
  },

  'access.roles': { by: 'belova', strangers: notDeputies, input: () => ({}) },
  'access.grantRole': {
    by: 'kiselev',
    strangers: notHeads,
    input: (world) => ({
      personId: world.who.ivanova,
      role: 'deputyHead' as const,
      customRoleId: null,
      from: TODAY,
      to: '2027-08-31',
      orderNumber: '41-к',
      orderDate: '2026-11-19',
    }),
  },
  'access.endRole': {
    by: 'morozov',
    strangers: notHeads,
    input: async (world) => {
      const { grants } = await world.asks('morozov', 'access.roles', {})
      return { grantId: grants.find(({ role }) => role === 'deputyHead')!.grantId, to: '2026-12-31' as const }
    },
  },
  'access.addCustomRole': { by: 'kiselev', strangers: notHeads, input: () => aRole },
  'access.changeCustomRole': {
    by: 'kiselev',
    strangers: notHeads,
    input: async (world) => {
      const role = { ...aRole, name: 'Секретарь' }
      const { roleId } = await world.does('kiselev', 'access.addCustomRole', role)
      const expected = { ...role, archived: false }
      return { roleId, role: { ...expected, name: 'Делопроизводитель' }, expected }
    },
  },

  'access.rights': { by: 'belova', strangers: notDeputies, input: () => ({}) },
  'access.setRight': {
    by: 'kiselev',
    strangers: notHeads,
    input: () => ({
      capability: 'movement.keep' as const,
      category: 'deputyHead' as const,
      allowed: false,
      expected: true,
      orderNumber: '12',
      orderDate: '2026-11-19',
    }),
  },

  'access.reportCompromise': {
    by: 'ivanova',
    strangers: [],
    input: () => ({ detectedAt: '2026-11-20T11:30:00Z', description: 'Пароль был записан на листке, листок пропал.' }),
  },
  'access.reportCompromiseOf': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: (world) => ({ accountId: world.accounts.elkin, detectedAt: '2026-11-20T11:30:00Z', description: '' }),
  },
  'access.compromises': { by: 'morozov', strangers: notHeads, input: () => ({}) },
  'access.tellOfCompromise': {
    by: 'morozov',
    strangers: notHeads,
    input: async (world) => {
      const report = { accountId: world.accounts.elkin, detectedAt: '2026-11-20T11:30:00Z', description: '' }
      const { compromiseId } = await world.does('kiselev', 'access.reportCompromiseOf', report)
      return { compromiseId }
    },
  },
} satisfies Partial<typeof samples>

/** A slip that somebody was given. */
async function issueOf(world: World, key: PersonKey): Promise<string> {
  await world.does('kiselev', 'access.reissue', { personIds: [world.who[key]], by: 'password' })
  const [issue] = await world.rows<{ id: string }>(
    'select id from credential_issue where school_id = :school and account_id = $1 order by issued_at desc, id desc limit 1',
    [world.accounts[key]],
  )
  return issue!.id
}
