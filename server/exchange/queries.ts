import { exampleOf } from '#domain/exchange/examples.ts'
import { wholeFields } from '#domain/exchange/fields.ts'
import { kinds } from '#domain/exchange/kinds.ts'
import { rowsOut } from '#domain/exchange/rowsOut.ts'
import { fileNameOf, hints } from '#domain/exchange/sheet.texts.ru.ts'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { dryRunOf } from './dryRun.ts'
import { problemsQuery } from './problems.ts'
import { templateOf } from './sheetOut.ts'
import { stateOf } from './state.ts'

export const previewQuery = answer('exchange.preview', {
  load: theSchool,
  run: async ({ tx, today }, { uploadId, kind, onDate = null }) => {
    const { plan, year, sha256: _, lines: __, ...run } = await dryRunOf(tx, { uploadId, kind, onDate }, today)
    const { name, from, to } = year
    const columns = run.columns.map(({ heading, key, sample }) => ({ heading, key, sample }))
    return { ...run, kind, year: { name, from, to }, columns, rows: plan?.rows ?? [] }
  },
})

export const importsQuery = answer('exchange.imports', {
  load: theSchool,
  run: async ({ tx, today }) => {
    const [imports, standing] = await Promise.all([
      tx.rows<Output<'exchange.imports'>['imports'][number]>(sql`
        select r.id as "importId", r.kind, r.file_name as "fileName", o.at, r.counts, u.at as "undoneAt",
          concat(p.surname, ' ', left(p.given_name, 1), '.', ' ' || left(nullif(p.patronymic, ''), 1) || '.') as by,
          case when q.id is null then '' else concat(q.surname, ' ', left(q.given_name, 1), '.', ' ' || left(nullif(q.patronymic, ''), 1) || '.') end
            as "undoneBy"
        from import_run r join operation o on o.school_id = r.school_id and o.id = r.operation_id
          join person p on p.school_id = o.school_id and p.id = o.actor_id
          left join operation u on u.school_id = r.school_id and u.id = r.undone_by
          left join person q on q.school_id = u.school_id and q.id = u.actor_id
        where r.school_id = current_school() order by o.at desc, r.id desc limit 100`),
      stateOf(tx, today).catch((error: unknown) => {
        if (error instanceof Refusal) return null // no year: no lists
        throw error
      }),
    ])
    return { today, imports, standing: kinds.map((kind) => ({ kind, rows: standing ? rowsOut[kind](standing).length : 0 })) }
  },
})

export const templateQuery = answer('exchange.template', {
  load: theSchool,
  run: async (_context, { kind, format }) => {
    const made = await templateOf(format, kindNames[kind], wholeFields(kind), exampleOf(kind), {
      ...hints.sheet,
      rows: wholeFields(kind).map((field) => [field.label, hints.need(field.need), hints.of(field)]),
    })
    return { name: `${hints.name(fileNameOf(kind))}.${format}`, ...made }
  },
})

export const exchangeQueries = [previewQuery, problemsQuery, importsQuery, templateQuery]
