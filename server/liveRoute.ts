import type { OutgoingHttpHeaders } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance } from 'fastify'
import type { Actor } from '#domain/access/actor.ts'
import { readAbsentees } from '#domain/access/duties.ts'
import { isOverseer } from '#domain/access/relations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { sessionOf } from '#server/access/sessionOf.ts'
import type { Sessions } from '#server/access/sessions.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Live, LiveEvent } from '#server/platform/live.ts'

const PING_MS = 20_000
const MOST_STREAMS_OF_ONE_SESSION = 6
const MOST_UNREAD = 64 * 1024

type Parts = { db: Db; clock: Clock; live: Live; sessions: Sessions; cookieName: string }

/** Server-sent hints: which screens of this person should ask again. What they may not read they are not told of either. */
export function serveLive(app: FastifyInstance, { db, clock, live, sessions, cookieName }: Parts): void {
  const open = new Map<string, number>()

  app.get('/api/live', async (request, reply) => {
    const session = await sessionOf(request, sessions, cookieName, 'live')
    const { actor, school } = session
    const sessionId = actor.sessionId!
    const streams = (open.get(sessionId) ?? 0) + 1
    if (streams > MOST_STREAMS_OF_ONE_SESSION) return reply.code(429).send()
    open.set(sessionId, streams)
    const raw = reply.raw
    raw.on('error', () => {}) // the reader has gone: `close` follows
    const onClose: (() => void)[] = [
      () => {
        const left = (open.get(sessionId) ?? 1) - 1
        if (left > 0) open.set(sessionId, left)
        else open.delete(sessionId)
      },
    ]
    raw.on('close', () => {
      for (const leave of onClose.splice(0)) leave()
    })
    const today = clock.today(school.timeZone)
    const follows = await followed(db, actor, today)
    if (raw.destroyed) return reply.hijack()

    reply.hijack()
    raw.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    /** Says it, unless the stream has ended; who does not read is let go rather than remembered. */
    const say = (text: string) => {
      if (raw.writableEnded || raw.destroyed) return
      raw.write(text)
      if (raw.writableLength > MOST_UNREAD) raw.destroy()
    }
    const end = () => {
      if (!raw.writableEnded) raw.end()
    }
    say(': open\n\n')
    // What the school has set up anew may be this person's rights: nothing more is said before they have been looked at. Who hears nothing
    // is not looked at: a thousand open pages do not ask the database at every step of setting up.
    let doubted = false
    let looking: Promise<void> | null = null
    const lookAgain = async () => {
      while (doubted) {
        doubted = false
        const still = await sessions.find(request.cookies[cookieName]).catch(() => null)
        if (!isDeepStrictEqual(still?.actor, actor)) end()
      }
      looking = null
    }
    const hint = (keys: string[]) => `data: ${JSON.stringify({ keys })}\n\n`
    const tell = (keys: string[]) => {
      if (!doubted && !looking) return say(hint(keys))
      looking ??= lookAgain()
      looking.then(() => say(hint(keys)))
    }
    const own = `person:${actor.personId}`
    onClose.push(
      live.subscribe((event) => {
        if (event.schoolId !== actor.schoolId) return
        if (event.keys.includes('school')) doubted = true
        const keys = [...new Set(event.keys.filter(follows).map((key) => key.replace('staff:', 'course:')))]
        if (!keys.includes(own)) return keys.length > 0 && tell(keys)
        say(hint(doubted || looking ? [own] : keys))
        end() // signed out, blocked, given other rights: come back and ask who you are
      }),
    )
    const ping = setInterval(() => {
      // Tomorrow other assignments and guardianships hold.
      if (clock.now().getTime() > session.expiresAt || clock.today(school.timeZone) !== today) end()
      else say(': ping\n\n')
    }, PING_MS)
    onClose.push(() => clearInterval(ping))
  })
}

/** Which keys are this person's: own and children's courses, taught courses, the class led; everything for head and deputy. */
async function followed(db: Db, actor: Actor, today: PlainDate): Promise<(key: LiveEvent['keys'][number]) => boolean> {
  const overseer = actor.roles.some((grant) => isOverseer(grant) && isWithin(today, grant.from, grant.to))
  const students = actor.children.filter((child) => isWithin(today, child.from, child.to)).map((child) => child.studentId)
  if (actor.student) students.push(actor.personId)
  const [attended, led, pupils] = await db.read(actor.schoolId, (tx) =>
    Promise.all([
      tx.rows<{ id: string }>(sql`
        select distinct c.id from enrolment e join course c on c.school_id = e.school_id and c.group_id = e.group_id
        where e.school_id = current_school() and e.student_id = any(${students}::uuid[]) and coalesce(e.to_date, 'infinity') >= ${today}::date`),
      tx.rows<{ id: string }>(sql`
        select c.id from study_group g join course c on c.school_id = g.school_id and c.group_id = g.id
        where g.school_id = current_school() and (g.class_id = any(${actor.homeroomOf}::uuid[])
          or exists (select from group_class x where x.school_id = g.school_id and x.group_id = g.id and not x.removed
            and x.class_id = any(${actor.homeroomOf}::uuid[])))`),
      tx.rows<{ id: string }>(sql`
        select distinct student_id as id from enrolment e where e.school_id = current_school() and e.group_id = any(${actor.homeroomOf}::uuid[])`),
    ]),
  )
  const mine = new Set<string>([
    `person:${actor.personId}`,
    `notices:${actor.personId}`,
    ...students.map((id) => `student:${id}`),
    ...attended.map(({ id }) => `course:${id}`),
  ])
  for (const { id } of led) mine.add(`staff:${id}`).add(`course:${id}`)
  for (const { id } of pupils) mine.add(`student:${id}`)
  const taught = actor.courses.filter((course) => isWithin(today, course.from, course.to))
  for (const { courseId } of [...taught, ...actor.substitutions]) mine.add(`staff:${courseId}`).add(`course:${courseId}`)
  const grants = actor.roles.filter((grant) => isWithin(today, grant.from, grant.to))
  // Lists of the set-up are kept by several people; who is absent is looked at by several more.
  if (grants.some(({ role, rights }) => role === 'administrator' || rights.length > 0)) mine.add('school')
  if (actor.homeroomOf.length > 0 || grants.some(({ role }) => role === 'administrator')) mine.add('urgent')
  if (actor.homeroomOf.length > 0 || readAbsentees.some((may) => may(actor, { kind: 'school' }, today))) mine.add('absences')
  return (key) => mine.has(key) || (overseer && !/^(person|notices):/.test(key))
}
