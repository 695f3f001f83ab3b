import { focusManager } from '@tanstack/react-query'
import type { Output } from '#domain/operations.ts'
import { call, Offline, Problem, signedInAnew, watchProblems } from './client.ts'
import { keptState } from './idle.ts'
import { keepPerson, keptPerson, wipeKept } from './kept.ts'
import { queryKey } from './queries.ts'
import { queryClient } from './queryClient.ts'
import { changeSession, type Me, sessionNow } from './sessionState.ts'
import { touch, touchedAt } from './touches.ts'

type Message = { kind: 'signedIn'; personId: string } | { kind: 'signedOut' } | { kind: 'locked' } | { kind: 'unlocked' }

const LOCKED = 'zvonok.locked'
/** The one-time password just typed, so that it is not asked for twice; gone with the page. */
let typed: string | null = null
const tabs = new BroadcastChannel('zvonok-session')

/** Finds out whose page this is; without a network it is the last person who used the device and did not sign out. */
export async function openSession(): Promise<void> {
  watchProblems(heed)
  tabs.onmessage = ({ data }: MessageEvent<Message>) => hearTab(data)
  // A slow network must not keep a lesson waiting: what is kept is shown, the answer catches up.
  const late = setTimeout(() => void openKept(false), 2_500)
  try {
    await enter(await call('access.me', {}, { timeout: 8_000 }))
  } catch (error) {
    clearTimeout(late)
    if (sessionNow().state !== 'opening' && sessionNow().state !== 'unreachable') return
    const asleep = error instanceof Problem && error.status === 423
    if (error instanceof Problem && error.status < 500 && !asleep) await forget()
    else if (!(await openKept(asleep))) changeSession({ state: asleep ? 'signedOut' : 'unreachable', me: null })
  }
  clearTimeout(late)
}

/** What the second step needs. */
export type SecondStep = NonNullable<Output<'access.signIn'>['second']>

/**
 * Signs in; answers what the second step needs when there is one, and null when it is done. When pages of one person are open and another
 * signs in, the app starts anew.
 */
export async function signIn(login: string, password: string): Promise<SecondStep | null> {
  const { second } = await call('access.signIn', { login, password })
  if (!second) await enterWith(password)
  return second
}

/** The second step: a code of the app, a recovery code, or what a passkey has signed. */
export async function takeSecondStep(
  second: SecondStep,
  { code = '', passkey = '' }: { code?: string; passkey?: string },
  password: string,
): Promise<void> {
  await call('access.secondStep', { ticket: second.ticket, code, passkey })
  await enterWith(password)
}

async function enterWith(password: string): Promise<void> {
  const me = await call('access.me', {})
  const before = sessionNow().me
  if (me.mustChangePassword) typed = password
  localStorage.removeItem(LOCKED)
  touch()
  tabs.postMessage({ kind: 'signedIn', personId: me.actor.personId } satisfies Message)
  await enter(me)
  if (before) void queryClient.invalidateQueries()
}

/** The one-time password the person has just signed in with, or null. */
export const typedPassword = (): string | null => typed

/** Replaces the password, and asks anew who the person is: the duty to change it is over. */
export async function changePassword(current: string, next: string): Promise<void> {
  await call('access.changePassword', { current, next })
  typed = null
  await passGate('mustChangePassword')
}

type Gate = 'mustChangePassword' | 'mustAcceptTerms' | 'mustProtect'

/** Asks anew who the person is after what the gate wanted has been done. */
export async function passGate(gate: Gate): Promise<void> {
  for (let wait = 50; ; wait *= 2) {
    const me = await call('access.me', {})
    // Whoever answers may have heard of the change a moment later than whoever made it.
    if (me[gate] && wait < 1_000) await new Promise((done) => setTimeout(done, wait))
    else return refreshMe(me)
  }
}

/** Ends the session everywhere it is open and forgets what was kept for reading. Entries that wait to be sent stay. */
export async function signOut(): Promise<void> {
  try {
    await call('access.signOut', {})
  } catch (error) {
    if (!(error instanceof Problem && error.status === 401)) throw error
  }
  await leave()
}

/** Forgets the person on this device and shows the sign-in page. */
export async function leave(): Promise<void> {
  await wipeKept()
  localStorage.removeItem(LOCKED)
  tabs.postMessage({ kind: 'signedOut' } satisfies Message)
  location.replace('/')
}

/**
 * Hides the pages until the password is given; survives a reload, reaches all tabs. The server is told, so that the cookie alone opens
 * nothing; without a network the pages are hidden all the same.
 */
export function lock(): void {
  const { me } = sessionNow()
  if (!me) return
  localStorage.setItem(LOCKED, me.actor.personId)
  tabs.postMessage({ kind: 'locked' } satisfies Message)
  turn('locked')
  call('access.lock', {}, { personId: me.actor.personId, quiet: true }).catch(ignoreOffline)
}

/** Opens what was locked. */
export async function unlock(password: string): Promise<void> {
  await call('access.unlock', { password })
  localStorage.removeItem(LOCKED)
  tabs.postMessage({ kind: 'unlocked' } satisfies Message)
  touch()
  turn('open')
  void queryClient.invalidateQueries()
}

/** A fresh answer about the person: of today's date, roles, children. */
export function refreshMe(me: Me): void {
  const session = sessionNow()
  if (session.me === null) return
  if (session.me === me) return
  if (session.me.actor.personId !== me.actor.personId) {
    location.replace('/')
    return
  }
  remember(me)
  changeSession({ ...session, me, reached: true })
  void keepPerson(me.actor.personId, me)
}

/** Opens the app as the person who used the device last; false when nobody did. */
async function openKept(asleep: boolean): Promise<boolean> {
  const last = await keptPerson()
  if (last && sessionNow().me === null) {
    const me = last.me as Me
    const locked = asleep || isLocked(last.personId)
    changeSession({ state: keptState(me, { touchedAt: touchedAt(), now: Date.now(), locked }), me, reached: false })
  }
  return last !== null
}

/** The server knows no session: nothing of the last one stays readable here. */
async function forget(): Promise<void> {
  await wipeKept()
  changeSession({ state: 'signedOut', me: null })
}

async function openAgain(): Promise<void> {
  await enter(await call('access.me', {}))
}

async function enter(me: Me): Promise<void> {
  signedInAnew()
  const before = sessionNow().me
  if (before && before.actor.personId !== me.actor.personId) return location.replace('/')
  await keepPerson(me.actor.personId, me)
  focusManager.setFocused(isLocked(me.actor.personId) ? false : undefined)
  remember(me)
  changeSession({ state: isLocked(me.actor.personId) ? 'locked' : 'open', me, reached: true })
}

function remember(me: Me): void {
  queryClient.setQueryData(queryKey('access.me', {}), { output: me, keptAt: null, at: new Date().toISOString() })
}

const isLocked = (personId: string): boolean => localStorage.getItem(LOCKED) === personId

function turn(state: 'open' | 'locked' | 'ended'): void {
  const session = sessionNow()
  // While nobody may look, nothing is asked: questions would keep the session awake.
  focusManager.setFocused(state === 'open' ? undefined : false)
  if (session.me !== null && session.state !== state) changeSession({ ...session, state })
}

/** The person is ending the session on purpose, and reads what comes of it. */
let ending = false

/** From now on the end of the session is no news: nobody is asked to sign in again. */
export const expectEnd = (expected: boolean): void => {
  ending = expected
}

const gates: Record<string, Gate> = {
  'access.mustChangePassword': 'mustChangePassword',
  'access.mustAcceptTerms': 'mustAcceptTerms',
  'access.mustProtect': 'mustProtect',
}

function heed(problem: Problem): void {
  if (problem.code === 'access.signedOut' && !ending) turn('ended')
  if (problem.code === 'access.locked') turn('locked')
  const gate = gates[problem.code]
  const { me } = sessionNow()
  if (gate && me && !me[gate]) refreshMe({ ...me, [gate]: true })
}

function hearTab(message: Message): void {
  const { me } = sessionNow()
  if (message.kind === 'signedOut') location.replace('/')
  else if (message.kind === 'signedIn') {
    if (me && me.actor.personId !== message.personId) location.replace('/')
    else void openAgain().catch((error: unknown) => ignoreOffline(error))
  } else if (message.kind === 'locked') turn('locked')
  else {
    turn('open')
    void queryClient.invalidateQueries()
  }
}

function ignoreOffline(error: unknown): void {
  if (!(error instanceof Offline) && !(error instanceof Problem)) throw error
}
