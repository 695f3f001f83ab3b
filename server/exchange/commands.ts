import { randomUUIDv7 } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { fields } from '#domain/exchange/fields.ts'
import { LARGEST_SHEET } from '#domain/exchange/kinds.ts'
import { headingKey, OVER, type Sheet } from '#domain/exchange/sheet.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { dryRunOf } from './dryRun.ts'
import { exportCommand, exportJsonCommand } from './export.ts'
import { forgetUploads } from './forget.ts'
import { readApart } from './readApart.ts'
import { undoCommand } from './undo.ts'
import { write } from './write.ts'

const compress = promisify(brotliCompress)
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

export const uploadCommand = implement('exchange.upload', {
  load: theSchool,
  before: async ({ beside }, { sha256, size }) => {
    const content = beside as { bytes: Buffer; sha256: Buffer } | undefined
    if (content?.sha256.toString('hex') !== sha256) throw new Refusal('files.empty')
    if (size > LARGEST_SHEET) throw new Refusal('files.tooLarge')
    const text = await readApart(content.bytes)
    return { sheets: JSON.parse(text) as Sheet[], packed: await compress(text, quick) }
  },
  run: async ({ tx, school, ready: { sheets, packed } }, { uploadId, name, sha256 }) => {
    await forgetUploads(tx)
    await tx.run(sql`
      insert into import_upload (school_id, id, name, sha256, sheets)
      values (${school.schoolId}, ${uploadId}, ${name}, decode(${sha256}, 'hex'), ${packed})`)
    return { uploadId, sheets: sheets.length, rows: sheets.reduce((total, { rows }) => total + rows.length, 0) }
  },
  announce: () => [],
})

export const setColumnsCommand = implement('exchange.setColumns', {
  load: theSchool,
  run: async ({ tx, school }, { kind, columns }) => {
    const unknown = columns.find(
      ({ key }) => key !== '' && !key.startsWith(OVER) && !fields[kind].some((field) => field.key === key),
    )
    if (unknown) throw new Refusal('exchange.unknownField', { field: unknown.key })
    const said = Object.fromEntries(columns.map(({ heading, key }) => [headingKey(heading), key]))
    await tx.run(sql`
      insert into import_mapping (school_id, kind, columns) values (${school.schoolId}, ${kind}, ${JSON.stringify(said)}::jsonb)
      on conflict (school_id, kind) do update set columns = import_mapping.columns || excluded.columns`)
    return {}
  },
  announce: () => ['school'],
})

export const importCommand = implement('exchange.import', {
  load: theSchool,
  run: async ({ tx, school, today }, { hash, ...asked }) => {
    // One import at a time: the second sees what the first has written.
    await tx.rows(sql`select pg_advisory_xact_lock(hashtext('exchange.import'), current_school())`)
    // Whoever sets periods by hand holds the year too.
    if (asked.kind === 'terms') await tx.rows(sql`select from school_year where school_id = current_school() for update`)
    const { first } = await tx.one<{ first: number }>(sql`
      select coalesce(max(id), 0) + 1 as first from change where school_id = current_school()`)
    const run = await dryRunOf(tx, asked, today)
    if (run.hash !== hash) throw new Refusal('exchange.changedMeanwhile')
    if (!run.plan || run.counts.create + run.counts.change === 0) throw new Refusal('exchange.nothingToDo')
    await write(tx, school.schoolId, run.year.id, run.plan.writes)
    const importId = randomUUIDv7()
    await tx.run(sql`
      insert into import_run (school_id, id, operation_id, kind, file_name, sha256, counts, first_change, last_change)
      select ${school.schoolId}, ${importId}, current_operation(), ${asked.kind}, ${run.fileName}, decode(${run.sha256}, 'hex'),
        ${JSON.stringify(run.counts)}::jsonb, ${first}, max(id) from change where school_id = current_school()`)
    return { importId, counts: run.counts }
  },
  announce: () => ['school'],
})

export const exchangeCommands = [uploadCommand, setColumnsCommand, importCommand, undoCommand, exportCommand, exportJsonCommand]
