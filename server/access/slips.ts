import type { FastifyInstance, FastifyRequest } from 'fastify'
import { administrator } from '#domain/access/relations.ts'
import { slipAddress } from '#domain/access/slipAddress.ts'
import { about, type Kind, notice, sheet } from '#domain/access/slips.texts.ru.ts'
import { SlipsToPrint } from '#domain/access/slipsContract.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql } from '#server/platform/db.ts'
import { type Executor, inputParser } from '#server/platform/execute.ts'
import { refuseForeign } from '#server/platform/http.ts'
import { makePdf } from '#server/platform/pdf.ts'
import { besideOf } from './http.ts'
import { sendPdf } from './prints.ts'
import { sessionOf } from './sessionOf.ts'
import type { Session, Sessions } from './sessions.ts'
import { slipSheets, slipsFile } from './slipSheets.texts.ru.ts'

type Parts = {
  db: Db
  executor: Executor
  sessions: Sessions
  clock: Clock
  cookieName: string
  secure: boolean
  publicUrl: string
}
type Sent = SlipsToPrint['slips'][number]
type Whose = { name: string; kind: Kind; detail: string; login: string }
type Slip = Sent & Whose

/** A slip takes some 500 bytes, of a link and a long name. */
const LARGEST = 4 * 1024 * 1024

/** As the form has room for. */
const ON_A_SHEET = 8

const parse = inputParser({ slips: { input: SlipsToPrint } } as never)

/**
 * Slips as PDF. The passwords are on the page alone: they come with the request, go to the process that sets the form and are gone with
 * it. This is no operation: there is nothing to be remembered.
 */
export function serveSlips(app: FastifyInstance, parts: Parts): void {
  const { db, executor, sessions, clock, cookieName } = parts
  const callers = new WeakMap<FastifyRequest, Session>()
  // Before a byte of the body is taken in.
  const onRequest = async (request: FastifyRequest) => {
    refuseForeign(request)
    callers.set(request, await sessionOf(request, sessions, cookieName, 'access.issueInClass'))
  }
  app.post('/api/print/slips', { onRequest, bodyLimit: LARGEST }, async (request, reply) => {
    const session = callers.get(request)!
    const { classId, slips: sent } = parse('slips' as never, request.body) as SlipsToPrint
    if (sent.some(({ password, token }) => (password === null) === (token === null)))
      throw new Refusal('input.wrong', { field: 'slips' })
    const today = clock.today(session.school.timeZone)
    const teachers = classId
      ? await teacherOf(executor, session, { classId, sent, today })
      : new Map((await executor.ask('access.candidates', session, {})).classes.map((one) => [one.name, one.homeroomTeacher]))
    const slips = await withNames(db, session, today, sent)
    const { card } = await executor.ask('school.card', session, {})
    const { origin } = besideOf(request, parts)
    const addresses = [...new Set(slips.map((slip) => slipAddress(slip, origin)))]
    const codeOf = new Map(addresses.map((address, index) => [address, index]))
    const pdf = await makePdf(
      slipSheets,
      {
        school: card.name,
        heading: notice.heading,
        position: notice.signature(card.headPosition),
        headName: card.headName,
        date: numericDate(today),
        sheets: sheetsOf(slips, teachers).map(({ slips: own, ...head }) => ({
          ...head,
          slips: own.map((slip) => ({ ...onPaper(slip, new URL(origin).host), code: codeOf.get(slipAddress(slip, origin)) })),
        })),
      },
      addresses,
    )
    const names = new Set(slips.map((slip) => slip.sheet))
    return sendPdf(reply, slipsFile(names.size === 1 ? [...names][0]! : ''), pdf)
  })
}

/** The class with who leads it, when all of these could be issued to by the caller. Refusals: as of access.issueInClass. */
async function teacherOf(
  executor: Executor,
  session: Session,
  { classId, sent, today }: { classId: string; sent: readonly Sent[]; today: PlainDate },
): Promise<Map<string, string>> {
  const { people, className, homeroomTeacher } = await executor.ask('access.classAccounts', session, { classId })
  const administers = administrator(session.actor, { kind: 'school' }, today)
  if (!administers && !session.school.policies['access.homeroomIssues']) throw new Refusal('access.issuedByAdministrator')
  const known = new Map(people.map((person) => [person.personId, person]))
  const meant = sent.map(({ personId }) => known.get(personId))
  if (sent.some(({ sheet }, i) => !meant[i] || sheet !== className)) throw new Refusal('access.denied')
  if (!administers && meant.some((person) => person!.staff)) throw new Refusal('access.staffByAdministrator')
  if (!administers && meant.some((person) => person!.elsewhere)) throw new Refusal('access.strangerByAdministrator')
  return new Map([[className, homeroomTeacher]])
}

/** The slips with whose they are, as the school knows them. Refusal: access.denied when somebody has no such login. */
async function withNames(db: Db, { actor }: Session, today: PlainDate, sent: readonly Sent[]): Promise<Slip[]> {
  const ids = sent.map(({ personId }) => personId)
  const people = await db.read(actor.schoolId, (tx) =>
    tx.rows<Whose & { personId: string }>(sql`
      select k.person_id as "personId", concat_ws(' ', k.surname, k.given_name, nullif(k.patronymic, '')) as name,
        coalesce(k.kind, 'staff') as kind, coalesce(k.detail, '') as detail, a.login
      from known_people(${today}) k join account a on a.school_id = current_school() and a.person_id = k.person_id
      where k.person_id = any(${ids}::uuid[])`),
  )
  const known = new Map(people.map(({ personId, ...whose }) => [personId, whose]))
  return sent.map((slip) => {
    const whose = known.get(slip.personId)
    if (whose?.login !== slip.login) throw new Refusal('access.denied')
    return { ...slip, ...whose }
  })
}

/** Slips in the order given, a class after the other, with what stands above them. */
const sheetsOf = (slips: readonly Slip[], teachers: ReadonlyMap<string, string>) =>
  [...Map.groupBy(slips, (slip) => slip.sheet)].map(([name, own]) => {
    const teacher = teachers.get(name)
    const title = sheet.title(
      name,
      own.map(({ kind }) => kind),
    )
    const all = Math.ceil(own.length / ON_A_SHEET)
    const pages = Array.from({ length: all }, (_, i) => sheet.number(i + 1, all))
    return { title, teacher: teacher ? sheet.teacher(teacher) : '', pages, slips: own }
  })

/** A slip in words. */
const onPaper = ({ name, kind, detail, classes, login, password, token, expiresOn }: Slip, host: string) => ({
  name,
  about: about(kind, detail),
  said: token ? notice.invited : notice.assigned,
  values: [[notice.address, host], [notice.login, login], ...(password === null ? [] : [[notice.password, password]])],
  scan: token ? notice.scan : '',
  classes: classes.length > 0 ? notice.classes(classes) : '',
  foot: `${expiresOn ? notice.until(numericDate(expiresOn)) : notice.once} ${notice.secret}`,
})
