import type { FastifyInstance } from 'fastify'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { measureRows, noticeParts, purposeLines } from '#domain/processing/sheets.texts.ru.ts'
import { sendPdf } from '#server/access/prints.ts'
import { sessionOf } from '#server/access/sessionOf.ts'
import type { Sessions } from '#server/access/sessions.ts'
import type { Clock } from '#server/platform/clock.ts'
import type { Executor } from '#server/platform/execute.ts'
import { makePdf } from '#server/platform/pdf.ts'
import {
  fileName, leads, measureHead, ownHeading, printedOn, processingSheet, registerHead, responsibleSign, type SheetKind, schoolHeading, sheetTitles,
} from './forms.texts.ru.ts' // biome-ignore format: one glance

type Parts = {
  executor: Executor
  sessions: Sessions
  clock: Clock
  cookieName: string
  permissions: Readonly<Record<string, readonly unknown[]>>
}
type Block = { heading: string; pairs: [string, string][]; head: string[]; widths: number[]; rows: string[][] }

const block = (part: Partial<Block>): Block => ({ heading: '', pairs: [], head: [], widths: [], rows: [], ...part })

/** The register of processing on paper, asked in the name of who prints: `register`, `notice`, `measures`. Refusal: input.wrong (field). */
export function serveProcessing(app: FastifyInstance, { executor, sessions, clock, cookieName, permissions }: Parts): void {
  app.get<{ Params: { sheet: string } }>('/api/print/processing/:sheet', async (request, reply) => {
    const session = await sessionOf(request, sessions, cookieName, 'processing.register')
    const { sheet } = request.params
    if (!Object.hasOwn(sheetTitles, sheet)) throw new Refusal('input.wrong', { field: 'sheet' })
    const kind = sheet as SheetKind
    const [register, { card }] = await Promise.all([
      executor.ask('processing.register', session, {}),
      executor.ask('school.card', session, {}),
    ])
    const { policies, timeZone } = session.school
    const access = { permissions, choices: session.actor.choices }
    const blocks: Record<SheetKind, () => Block[]> = {
      register: () => [
        block({
          head: registerHead,
          widths: [1, 4, 6, 3, 6, 6, 5, 4],
          rows: purposeLines(register, policies, access).map((line, i) => [
            String(i + 1), line.name, line.basis.join('\n'), line.whose, line.data, line.access, line.kept, line.transfer,
          ]), // biome-ignore format: a row
        }),
      ],
      notice: () => noticeParts({ card, register, policies, access }).map(block),
      measures: () => {
        const { own, school } = measureRows(register, policies)
        return [
          block({ heading: ownHeading, head: measureHead, widths: [3, 7, 3], rows: own }),
          block({ heading: schoolHeading, head: measureHead, widths: [3, 7, 3], rows: school }),
        ]
      },
    }
    const pdf = await makePdf(processingSheet, {
      school: card.fullName || card.name,
      title: sheetTitles[kind],
      lead: leads[kind],
      flipped: kind === 'register',
      approve: kind === 'register' ? card.headPosition : '',
      headName: card.headName,
      sign: responsibleSign,
      signName: register.operator.responsible,
      printed: printedOn(numericDate(clock.today(timeZone))),
      blocks: blocks[kind](),
    })
    return sendPdf(reply, fileName(kind), pdf)
  })
}
