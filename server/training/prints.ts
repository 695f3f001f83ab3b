import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Input } from '#domain/operations.ts'
import { shortName } from '#domain/people/names.ts'
import { personalData, printedBy } from '#domain/people/printed.texts.ru.ts'
import { isPlainDate, type PlainDate } from '#domain/platform/dates.ts'
import { clockTime, moment, numericDate } from '#domain/platform/dateTexts.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { holdsUntil, monthsOf, obligatoryTopics, type Topic } from '#domain/training/rules.ts'
import { topicNames } from '#domain/training/texts.ru.ts'
import { sendPdf } from '#server/access/prints.ts'
import { sessionOf } from '#server/access/sessionOf.ts'
import type { Session, Sessions } from '#server/access/sessions.ts'
import type { Clock } from '#server/platform/clock.ts'
import type { Executor } from '#server/platform/execute.ts'
import { makePdf } from '#server/platform/pdf.ts'
import * as forms from './forms.texts.ru.ts'

type Parts = { executor: Executor; sessions: Sessions; clock: Clock; cookieName: string }
type Period = { from?: string; to?: string; topic?: string }

/** Lines for who comes unasked. */
const BLANK_LINES = 5

/** Sheets of trainings as PDF and as a spreadsheet. What is in them is asked of the operations, in the name of who prints. */
export function serveTrainings(app: FastifyInstance, { executor, sessions, clock, cookieName }: Parts): void {
  const printed = ({ actor, school }: Session) =>
    `${printedBy(shortName(actor.name), moment(clock.now().toISOString(), school.timeZone))}. ${personalData}`

  app.get<{ Params: { trainingId: string } }>('/api/print/training/:trainingId', async (request, reply) => {
    const session = await sessionOf(request, sessions, cookieName, 'training.sheet')
    const { training, people } = await executor.ask('training.sheet', session, { trainingId: request.params.trainingId })
    const { on, startsAt, minutes, place, link, leader, title, topic } = training
    const facts = [
      [forms.facts.when, `${numericDate(on)}, ${clockTime(startsAt)}, ${forms.lasting(minutes)}`],
      [forms.facts.where, [place, link].filter(Boolean).join(', ')],
      [forms.facts.leader, leader],
      [forms.facts.topic, topic === 'other' ? '' : topicNames[topic]],
    ].filter(([, value]) => value)
    const rows = people.map(({ name, detail }) => ({ name, detail }))
    const data = { school: session.school.name, printed: printed(session), title, facts, rows, leader, blank: BLANK_LINES }
    return sendPdf(reply, forms.sheetFile, await makePdf(forms.attendanceSheet, data))
  })

  app.get<{ Querystring: Period }>('/api/print/training-register', async (request, reply) => {
    const session = await sessionOf(request, sessions, cookieName, 'training.register')
    const input = periodOf(request.query)
    const [{ lines }, { card }] = await Promise.all([
      executor.ask('training.register', session, input),
      executor.ask('school.card', session, {}),
    ])
    const rows = lines.map(({ on, way, ...line }) => ({ ...line, on: numericDate(on), way: forms.ways[way] }))
    const about = [
      input.topic ? `«${topicNames[input.topic]}»` : '',
      forms.period(numericDate(input.from), numericDate(input.to)),
    ]
    const data = {
      school: card.fullName,
      headName: card.headName,
      headPosition: card.headPosition,
      printed: printed(session),
      about: about.filter(Boolean).join(', '),
      rows,
    }
    return sendPdf(reply, forms.registerFile, await makePdf(forms.instructionRegister, data))
  })

  app.get<{ Querystring: Period }>('/api/print/training-register.xlsx', async (request, reply) => {
    const session = await sessionOf(request, sessions, cookieName, 'training.register')
    const input = periodOf(request.query)
    const [{ lines }, { people }] = await Promise.all([
      executor.ask('training.register', session, input),
      executor.ask('training.standings', session, {}),
    ])
    const { writeXlsx } = await import('hucre/xlsx') // heavy, and nobody asks for it at a start
    const done = lines.map(({ on, name, position, title, topic, leader, way }) => [
      numericDate(on),
      name,
      position,
      title,
      topicNames[topic],
      leader,
      forms.ways[way],
    ])
    const terms = people.map((person) => [
      person.name,
      person.position,
      ...obligatoryTopics.flatMap((topic) => termOf(person[topic], monthsOf(topic, session.school.policies))),
    ])
    const bytes = await writeXlsx({
      sheets: [
        { name: forms.registerSheet.name, columns: forms.registerSheet.columns.map((header) => ({ header })), rows: done },
        { name: forms.standingsSheet.name, columns: forms.standingsSheet.columns.map((header) => ({ header })), rows: terms },
      ],
    })
    return sendSheet(reply, forms.registerSheet.file, Buffer.from(bytes))
  })
}

const termOf = (doneOn: PlainDate | null, months: number): string[] => {
  if (doneOn === null) return ['', '']
  const until = holdsUntil(doneOn, months)
  return [numericDate(doneOn), until ? numericDate(until) : forms.forGood]
}

/** The period of an address. Refusal: input.wrong (field). */
function periodOf({ from = '', to = '', topic }: Period): Input<'training.register'> {
  if (!isPlainDate(from)) throw new Refusal('input.wrong', { field: 'from' })
  if (!isPlainDate(to)) throw new Refusal('input.wrong', { field: 'to' })
  return { from, to, ...(topic ? { topic: topic as Topic } : {}) }
}

const sendSheet = (reply: FastifyReply, name: string, bytes: Buffer): FastifyReply =>
  reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(bytes)
