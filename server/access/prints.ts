import type { FastifyInstance, FastifyReply } from 'fastify'
import { capabilities, capabilityGroups, capabilityNames, categories } from '#domain/access/capabilities.ts'
import { capabilityTexts, categoryTexts, groupTexts } from '#domain/access/rights.texts.ru.ts'
import { about } from '#domain/access/slips.texts.ru.ts'
import { roleNames } from '#domain/access/texts.ru.ts'
import type { Input } from '#domain/operations.ts'
import { dayIn, isPlainDate, isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Clock } from '#server/platform/clock.ts'
import type { Executor } from '#server/platform/execute.ts'
import { makePdf } from '#server/platform/pdf.ts'
import {
  issueSheet,
  issuesFile,
  issuesOf,
  orderOf,
  rightCell,
  rightDecision,
  rightsFile,
  rightsSheet,
  rolesFile,
  rolesSheet,
} from './forms.texts.ru.ts'
import { sessionOf } from './sessionOf.ts'
import type { Sessions } from './sessions.ts'

type Parts = { executor: Executor; sessions: Sessions; clock: Clock; cookieName: string }

/** Sheets to be signed, as PDF. What is in them is asked of the operations, in the name of who prints. */
export function servePrints(app: FastifyInstance, { executor, sessions, clock, cookieName }: Parts): void {
  app.get<{ Querystring: { from?: string; to?: string; class?: string } }>('/api/print/issues', async (request, reply) => {
    const session = await sessionOf(request, sessions, cookieName, 'access.issues')
    const { from, to, class: className = '' } = request.query
    const input: Input<'access.issues'> = { ...dayField('from', from), ...dayField('to', to) }
    const { issues } = await executor.ask('access.issues', session, input)
    const { timeZone } = session.school
    const rows = issues
      .filter(({ classes }) => !className || classes.includes(className))
      .map(({ name, kind, detail, login, issuedAt, issuedBy, handedOn, receivedBy }) => ({
        name,
        detail: about(kind, detail),
        login,
        issuedAt: numericDate(dayIn(timeZone, new Date(issuedAt))),
        issuedBy,
        handedOn: handedOn ? numericDate(handedOn) : '',
        receivedBy,
      }))
      .reverse()
    const pdf = await makePdf(issueSheet, { school: session.school.name, about: issuesOf(className), rows })
    return sendPdf(reply, issuesFile, pdf)
  })

  app.get('/api/print/roles', async (request, reply) => {
    const session = await sessionOf(request, sessions, cookieName, 'access.roles')
    const [{ grants, customRoles, people }, { card }] = await Promise.all([
      executor.ask('access.roles', session, {}),
      executor.ask('school.card', session, {}),
    ])
    const today = clock.today(session.school.timeZone)
    const positions = new Map(people.map(({ personId, position }) => [personId, position]))
    const rows = grants
      .filter((grant) => isWithin(today, null, grant.to))
      .map((grant) => ({
        name: grant.name,
        position: positions.get(grant.personId) ?? '',
        role: customRoles.find(({ roleId }) => roleId === grant.customRoleId)?.name ?? roleNames[grant.role],
        from: numericDate(grant.from),
        to: grant.to ? numericDate(grant.to) : '',
        order: orderOf(grant.orderNumber, grant.orderDate ? numericDate(grant.orderDate) : ''),
      }))
    const { headName, headPosition, fullName } = card
    const pdf = await makePdf(rolesSheet, { school: fullName, headName, headPosition, today: numericDate(today), rows })
    return sendPdf(reply, rolesFile, pdf)
  })

  app.get('/api/print/rights', async (request, reply) => {
    const session = await sessionOf(request, sessions, cookieName, 'access.rights')
    const [{ cells, roles }, { card }] = await Promise.all([
      executor.ask('access.rights', session, {}),
      executor.ask('school.card', session, {}),
    ])
    const { headName, headPosition, fullName } = card
    const pdf = await makePdf(rightsSheet, {
      school: fullName,
      headName,
      headPosition,
      today: numericDate(clock.today(session.school.timeZone)),
      columns: [...categories.map((one) => categoryTexts[one]), ...roles.map(({ name }) => name)],
      groups: capabilityGroups.map((group) => ({
        name: groupTexts[group],
        rows: capabilityNames
          .filter((one) => capabilities[one].group === group)
          .map((one) => ({
            name: capabilityTexts[one],
            cells: [
              ...cells.filter(({ capability }) => capability === one).map((cell) => rightCell(cell.has, differs(cell))),
              ...roles.map((role) => rightCell(role.capabilities.includes(one), false)),
            ],
          })),
      })),
      decisions: cells
        .filter(differs)
        .map(({ capability, category, has, orderNumber, orderDate }) =>
          rightDecision(
            categoryTexts[category],
            capabilityTexts[capability],
            has,
            orderOf(orderNumber, orderDate ? numericDate(orderDate) : ''),
          ),
        ),
    })
    return sendPdf(reply, rightsFile, pdf)
  })
}

const differs = ({ has, byDefault }: { has: boolean; byDefault: boolean | null }) => byDefault !== null && has !== byDefault

/** A day of the address as the contract wants it, or nothing. Refusal: input.wrong (field). */
function dayField(name: 'from' | 'to', value: string | undefined): { from?: PlainDate; to?: PlainDate } {
  if (value === undefined || value === '') return {}
  if (!isPlainDate(value)) throw new Refusal('input.wrong', { field: name })
  return { [name]: value }
}

/** A PDF to be looked at and printed, kept by nobody on the way. */
export const sendPdf = (reply: FastifyReply, name: string, pdf: Buffer): FastifyReply =>
  reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(pdf)
