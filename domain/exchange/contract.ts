import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { JsonListsSchema } from './json.ts'
import { kinds, LARGEST_SHEET } from './kinds.ts'
import { actions } from './plan.ts'

const KindOfList = OneOf(...kinds)
const Counts = Obj({ create: T.Integer(), change: T.Integer(), same: T.Integer(), error: T.Integer() })
const Said = Obj({ code: T.String(), field: T.String(), address: T.String(), value: T.String() })
const File = Obj({ name: T.String(), mediaType: T.String(), content: T.String() })
const Format = OneOf('xlsx', 'csv')

export const upload = command('exchange.upload', {
  subject: 'school',
  input: Obj({
    uploadId: Id,
    name: Text(200, 1),
    size: T.Integer({ minimum: 1, maximum: LARGEST_SHEET }),
    sha256: T.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
  output: Obj({ uploadId: Id, sheets: T.Integer(), rows: T.Integer() }),
  description:
    'Reads a list: XLSX, ODS, CSV in UTF-8, windows-1251 or UTF-16 with semicolons, commas or tabs, or JSON as exchange.exportJson writes it. Sent by `POST /api/sheets?name=…` with the bytes as the body. What was read is kept for an hour, for exchange.preview and exchange.import; the file itself is not kept. Formulas are never evaluated: the value that the office saved is taken. [S4 А-пa, R100] Refusals: exchange.empty, exchange.notSheet, exchange.oldExcel, exchange.encrypted, exchange.macros, exchange.bomb, exchange.hostile, exchange.broken, exchange.tooManyRows, exchange.tooManyColumns, exchange.tooHeavy, files.tooLarge, files.empty.',
})

export const preview = query('exchange.preview', {
  subject: 'school',
  input: Obj({ uploadId: Id, kind: KindOfList, onDate: T.Optional(Day) }),
  output: Obj({
    fileName: T.String(),
    kind: KindOfList,
    /** From which day on memberships count for which the file says no day. */
    onDate: Day,
    year: Obj({ name: T.String(), from: Day, to: Day }),
    sheets: T.Array(Obj({ name: T.String(), hidden: T.Boolean(), rows: T.Integer() })),
    /** Other sheets of the file, in which this list was not found. */
    unread: T.Array(T.String()),
    columns: T.Array(Obj({ heading: T.String(), key: T.String(), sample: T.String() })),
    missing: T.Array(T.String()),
    summaries: T.Array(T.String()),
    counts: Counts,
    rows: T.Array(
      Obj({
        sheet: T.String(),
        row: T.Integer(),
        title: T.String(),
        action: OneOf(...actions),
        changes: T.Array(Obj({ field: T.String(), was: T.String(), becomes: T.String() })),
        problems: T.Array(Said),
        notes: T.Array(Said),
        id: Nullable(T.String()),
      }),
    ),
    hash: T.String(),
  }),
  description:
    'The dry run: what an import of this file would do, row by row — created, changed (field, was, becomes), the same, or an error with its cell. Nothing is written. `columns`: how headings were understood (key empty: not read; «over:7А»: hours of that class); `missing`: fields without which nothing can be read, then there are no rows. `hash` stands for the file and for this very result. [R071, R091, R100] Refusals: exchange.noUpload, exchange.noYear, exchange.empty.',
})

export const problems = query('exchange.problems', {
  subject: 'school',
  input: Obj({ uploadId: Id, kind: KindOfList, onDate: T.Optional(Day) }),
  output: Obj({ name: T.String(), mediaType: T.String(), rows: T.Integer(), content: T.String() }),
  description:
    'The rows that the dry run of exchange.preview leaves out, as a workbook of their own: as they stood in the file, with the place of each and what is to be corrected. Corrected, it is uploaded again: the two last columns are not read. `content` in base64. [R071, R100] Refusals: exchange.noUpload, exchange.noYear.',
})

export const setColumns = command('exchange.setColumns', {
  subject: 'school',
  input: Obj({
    kind: KindOfList,
    columns: T.Array(Obj({ heading: Text(200, 1), key: Text(40) }), { minItems: 1, maxItems: 200 }),
  }),
  output: Obj({}),
  description:
    'Says which field each heading stands for in lists of this kind, and remembers it for every later file; an empty key: the column is not read. Refusal: exchange.unknownField (field).',
})

export const importList = command('exchange.import', {
  subject: 'school',
  input: Obj({ uploadId: Id, kind: KindOfList, onDate: Day, hash: T.String({ pattern: '^[0-9a-f]{64}$' }) }),
  output: Obj({ importId: Id, counts: Counts }),
  description:
    'Does what the dry run with this hash has shown, all of it in one transaction; rows with errors are left out. When the school has changed since, so that the dry run would show something else, nothing is done: exchange.changedMeanwhile, and a new dry run shows what is different. [R099, R100] Further refusals: exchange.noUpload, exchange.noYear, exchange.nothingToDo.',
})

export const undoImport = command('exchange.undo', {
  subject: 'school',
  input: Obj({ importId: Id }),
  output: Obj({ taken: T.Integer() }),
  description:
    'Takes an import back: what it added disappears, what it changed is as before; the history keeps both. Only while nobody has changed any of it since: exchange.changedSince (what, by, at), and while nothing new hangs on it: exchange.inUse (what, table). Further refusal: exchange.undone.',
})

export const imports = query('exchange.imports', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    today: Day,
    imports: T.Array(
      Obj({
        importId: Id,
        kind: KindOfList,
        fileName: T.String(),
        at: Moment,
        by: T.String(),
        counts: Counts,
        undoneAt: Nullable(Moment),
        undoneBy: T.String(),
      }),
    ),
    standing: T.Array(Obj({ kind: KindOfList, rows: T.Integer() })),
  }),
  description: 'The last 100 imports, newest first, and how many rows of each kind the school has.',
})

export const template = query('exchange.template', {
  subject: 'school',
  input: Obj({ kind: KindOfList, format: Format }),
  output: File,
  description:
    'An empty list of this kind with its headings, hints, an example, and the values that may be chosen; `content` in base64. [R071]',
})

export const exportList = command('exchange.export', {
  subject: 'school',
  input: Obj({ kind: KindOfList, format: Format }),
  output: Obj({ name: T.String(), mediaType: T.String(), rows: T.Integer(), content: T.String() }),
  secret: ['content'],
  description:
    'Takes a list out, in the form in which it can be brought in again; `content` in base64. It is a command because the history keeps who took out what. In CSV, cells that a spreadsheet could take for formulas get an apostrophe before them. [R100] Refusal: exchange.noYear.',
})

export const exportJson = command('exchange.exportJson', {
  subject: 'school',
  input: Obj({ kinds: T.Array(KindOfList, { maxItems: kinds.length, uniqueItems: true }) }),
  output: JsonListsSchema,
  secret: ['lists'],
  description:
    'Takes lists out as JSON: those named, or all of them, which is the set-up of the school in one file with its manifest. Fields have the meaning of the columns of the same list in exchange.export; days are ISO 8601, hours are numbers, null is «not said». The answer, saved to a file as it is, can be brought in again by exchange.upload. It is a command because the history keeps who took out what; the rows are not written there. [R100, S4 А-пa] Refusal: exchange.noYear.',
})
