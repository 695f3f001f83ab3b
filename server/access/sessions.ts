import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import { staff } from '#domain/access/relations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql, type Tx } from '#server/platform/db.ts'
import { loadActor, loadSchool } from './actor.ts'
import { type Gates, gatesOf } from './gates.ts'
import { secondsOf } from './lifetime.ts'
import { lastTouch, noteTouch, type Touch } from './touches.ts'
import { openUses } from './uses.ts'

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
export const newToken = (): string => randomBytes(24).toString('base64url')

export type Session = Touch &
  Gates & {
    actor: Actor
    school: School
    login: string
    /** The day for which gates and rights were read. */
    day: PlainDate
    expiresAt: number
    loadedAt: number
    /** The touch that the database knows of. */
    notedAt: number
  }

const REMEMBERED_MS = 60_000
const MOST_REMEMBERED = 20_000
const NOTED_EVERY_MS = 60_000

export type Sessions = {
  /** The session of a cookie `<school>.<token>`. Refusal: access.signedOut. */
  find(cookie: string | undefined): Promise<Session>
  /** Refusal: access.locked when the session was put to sleep, or a member of staff idled longer than the policy allows. */
  check(session: Session): Promise<void>
  /** Checks it, and marks the session as in use. Refusal: access.locked. */
  touch(session: Session): Promise<void>
  /** Notes that a person uses the account by hand from there: two who share one are noticed by it. */
  use(session: Session, address: string, typed: boolean): Promise<void>
  /** Forgets what is remembered of one person, one school or everything: the next request loads it anew. */
  forget(match?: { schoolId: number; personId?: string }): void
}

/**
 * Sessions live in the database; for a minute at most a process remembers who they are, and forgets at once when told. Since when they
 * idle is noted there too, to the minute: other processes and a restarted one go by it.
 */
export function openSessions(db: Db, clock: Clock, tell: (schoolId: number, personId: string) => void): Sessions {
  const uses = openUses(db, clock, tell)
  const remembered = new Map<string, Session>()
  let forgotten = 0

  async function load(cookie: string): Promise<Session> {
    const [schoolPart, token] = cookie.split('.')
    const schoolId = Number(schoolPart)
    if (!token || !Number.isInteger(schoolId) || schoolId < 1 || schoolId > 2 ** 31 - 1) throw new Refusal('access.signedOut')
    return db.read(schoolId, async (tx) => {
      const row = await tx.maybe<{
        id: string
        account_id: string
        login: string
        created_at: string
        expires_at: string
      }>(sql`
        select s.id, s.account_id, a.login, s.created_at, s.expires_at
        from session s join account a on a.school_id = s.school_id and a.id = s.account_id
        where s.school_id = ${schoolId} and s.token_hash = ${hashToken(token)} and s.ended_at is null and a.blocked_at is null and a.ended_at is null`)
      if (!row) throw new Refusal('access.signedOut')
      const school = await loadSchool(tx, schoolId)
      const today = clock.today(school.timeZone)
      const actor = await loadActor(tx, schoolId, row.account_id, row.id, today)
      // A parent who has become a teacher has a teacher's session from now on, whatever it was begun as.
      const expiresAt = Math.min(Date.parse(row.expires_at), Date.parse(row.created_at) + secondsOf(actor, today) * 1_000)
      if (expiresAt <= clock.now().getTime()) throw new Refusal('access.signedOut')
      const gates = await gatesOf(tx, actor, school, today)
      const touch = await lastTouch(tx, row.id)
      const now = clock.now().getTime()
      return {
        actor,
        school,
        login: row.login,
        day: today,
        expiresAt,
        loadedAt: now,
        notedAt: touch.touchedAt,
        ...touch,
        ...gates,
      }
    })
  }

  const ofStaff = ({ actor, school }: Session) => staff(actor, { kind: 'school' }, clock.today(school.timeZone))
  const sleeps = (session: Session) => {
    const idle = session.school.policies['access.idleMinutes'] * 60_000
    return session.asleep || (clock.now().getTime() - session.touchedAt > idle && ofStaff(session))
  }
  async function check(session: Session): Promise<void> {
    if (!sleeps(session)) return
    // Another process may have seen the person since.
    Object.assign(session, await db.read(session.actor.schoolId, (tx) => lastTouch(tx, session.actor.sessionId!)))
    if (sleeps(session)) throw new Refusal('access.locked')
  }

  return {
    async find(cookie) {
      if (!cookie) throw new Refusal('access.signedOut')
      const known = remembered.get(cookie)
      const now = clock.now().getTime()
      // Roles begin and end at midnight, and with them limits and gates.
      const fresh = known && now - known.loadedAt < REMEMBERED_MS && known.day === clock.today(known.school.timeZone)
      if (fresh && now < known.expiresAt) return known
      remembered.delete(cookie)
      const before = forgotten
      const session = await load(cookie)
      if (known && !session.asleep) session.touchedAt = Math.max(session.touchedAt, known.touchedAt)
      if (before !== forgotten) return session // told to forget while it was being read: use it once, do not keep it
      if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!)
      remembered.set(cookie, session)
      return session
    },
    check,
    use: uses.note,
    async touch(session) {
      await check(session)
      const { schoolId, sessionId } = session.actor
      const at = clock.now()
      session.touchedAt = at.getTime()
      if (session.touchedAt - session.notedAt < NOTED_EVERY_MS || !ofStaff(session)) return
      session.notedAt = session.touchedAt
      session.asleep = !(await db.write(schoolId, randomUUIDv7(), (tx) => noteTouch(tx, sessionId!, at)))
      if (session.asleep) throw new Refusal('access.locked')
    },
    forget(match) {
      forgotten++
      for (const [cookie, session] of remembered) {
        if (
          !match ||
          (session.actor.schoolId === match.schoolId && (!match.personId || session.actor.personId === match.personId))
        ) {
          remembered.delete(cookie)
        }
      }
    },
  }
}

/** Ends every session of an account at once, but the one that is named. */
export const endSessions = (tx: Tx, accountId: string, now: Date, except: string | null): Promise<number> =>
  tx.run(sql`
    update session set ended_at = ${now}
    where school_id = current_school() and account_id = ${accountId} and ended_at is null and id is distinct from ${except}::uuid`)
