import { fieldName } from '#domain/audit/fields.texts.ru.ts'
import { tableNames } from '#domain/audit/names.texts.ru.ts'
import { isOfJournals } from '#domain/audit/rules.ts'
import type { Output } from '#domain/operations.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { codeNames } from './codes.texts.ru.ts'
import type { Found } from './find.ts'
import { type Values, valueText } from './words.ts'

type Action = Output<'audit.action'>
type Row = { table: string; rowId: string; before: Values | null; after: Values | null }

const MOST = 100
const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * The rows that an action changed, before and after, in words: names in the place of ids, journals' values only for who may see them, and
 * the columns in `closed` (`table.column`) for nobody.
 */
export async function rowsOf(
  tx: ReadTx,
  found: Found,
  { veiled, closed = new Set(), timeZone }: { veiled: boolean; closed?: ReadonlySet<string>; timeZone: string },
): Promise<Pick<Action, 'rows' | 'more'>> {
  const { rows, count } = await changedBy(tx, found)
  // Ids stand in columns, and inside of what was proposed.
  const ids = new Set(JSON.stringify(rows.map(({ before, after }) => [before, after])).match(anyId))
  const names = await namesOf(tx, [...ids])
  const inWords = (row: Row): Action['rows'][number] => {
    const hidden = veiled && isOfJournals(row.table)
    const tell = (field: string, values: Values | null) =>
      values ? valueText(row.table, field, values, { names, timeZone }) : ''
    const fields = Object.keys({ ...row.before, ...row.after })
      .flatMap((column) => {
        const field = fieldName(row.table, column)
        const unseen = hidden || closed.has(`${row.table}.${column}`)
        return field ? [{ field, before: tell(column, row.before), after: tell(column, row.after), veiled: unseen }] : []
      })
      .filter(({ before, after }) => before !== after)
      .map((one) => (one.veiled ? { ...one, before: '', after: '' } : one))
    const whole = { ...row.before, ...row.after }
    return {
      table: tableNames[row.table] ?? row.table,
      label: labelOf(row.table, whole, names),
      what: row.before === null ? 'added' : row.after === null ? 'removed' : 'changed',
      fields,
    }
  }
  return { rows: rows.map(inWords), more: Math.max(0, count - rows.length) }
}

/** What was done before the log began is found by going through the history: its changes lie in blocks. */
async function changedBy(tx: ReadTx, { operationId, idx, at, changes }: Found): Promise<{ rows: Row[]; count: number }> {
  const known = changes.length > 0 ? changes : await changesOf(tx, operationId, idx, at)
  const rows = await tx.rows<Row>(sql`
    select table_name as table, row_id as "rowId", before, after from change
    where school_id = current_school() and id = any(${known.slice(0, MOST)}::bigint[]) order by id`)
  return { rows, count: known.length }
}

async function changesOf(tx: ReadTx, operationId: string, idx: number | null, at: string): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(sql`
    select id from change where school_id = current_school() and operation_id = ${operationId}
      and id > coalesce((select change_mark from log_seal where school_id = current_school() and ${idx}::bigint is null
        and at <= ${at}::timestamptz - interval '1 minute' order by at desc limit 1), 0)
      and (${idx}::bigint is null or id <= (select change_mark from log_seal where school_id = current_school() and number = 0))
    order by id limit 10000`)
  return rows.map(({ id }) => id)
}

/** Whose or what row it is: the rule, the student, the person, the class. */
function labelOf(table: string, row: Values, names: ReadonlyMap<string, string>): string {
  const told = whose.map((field) => names.get(String(row[field]))).filter((name): name is string => name !== undefined)
  const code = told.length === 0 ? namedByCode.find((field) => codeNames[`${table}.${field}`]) : undefined
  const own = [
    row.surname && `${row.surname} ${row.given_name ?? ''}`.trim(),
    row.name,
    row.title,
    row.login,
    code && codeNames[`${table}.${code}`]![String(row[code])],
  ].find((one) => typeof one === 'string' && one)
  return [...new Set([own, ...told])].filter(Boolean).slice(0, 2).join(', ')
}
const whose = [
  'student_id',
  'person_id',
  'guardian_id',
  'holder_id',
  'account_id',
  'lesson_id',
  'homework_id',
  'group_id',
  'class_id',
  'course_id',
  'teacher_id',
  'training_id',
  'urgent_id',
  'rescue_id',
  'double_use_id',
  'act_id',
]
/** Rows that are named by what they say of something: a rule, a right, a measure. */
const namedByCode = ['key', 'capability', 'purpose', 'measure', 'kind']

async function namesOf(tx: ReadTx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<{ id: string; name: string }>(sql`
    with wanted as (select unnest(${[...ids]}::uuid[]) as id)
    select p.id, concat_ws(' ', p.surname, p.given_name) as name from wanted w join person p on p.school_id = current_school() and p.id = w.id
    union all select a.id, concat_ws(' ', p.surname, p.given_name) from wanted w join account a on a.school_id = current_school() and a.id = w.id
      join person p on p.school_id = a.school_id and p.id = a.person_id
    union all select g.id, g.name from wanted w join study_group g on g.school_id = current_school() and g.id = w.id
    union all select s.id, s.name from wanted w join subject s on s.school_id = current_school() and s.id = w.id
    union all select r.id, r.name from wanted w join room r on r.school_id = current_school() and r.id = w.id
    union all select t.id, t.name from wanted w join work_type t on t.school_id = current_school() and t.id = w.id
    union all select c.id, g.name || ' · ' || s.name from wanted w join course c on c.school_id = current_school() and c.id = w.id
      join study_group g on g.school_id = c.school_id and g.id = c.group_id join subject s on s.school_id = c.school_id and s.id = c.subject_id
    union all select l.id, g.name || ' · ' || s.name || ', ' || to_char(l.date, 'DD.MM.YYYY') from wanted w join lesson l on l.school_id = current_school() and l.id = w.id
      join course c on c.school_id = l.school_id and c.id = l.course_id
      join study_group g on g.school_id = c.school_id and g.id = c.group_id join subject s on s.school_id = c.school_id and s.id = c.subject_id
    union all select x.id, x.name from wanted w cross join lateral (
      select y.id, y.name from school_year y where y.school_id = current_school() and y.id = w.id
      union all select u.id, u.name from curriculum u where u.school_id = current_school() and u.id = w.id
      union all select f.id, f.name from profile f where f.school_id = current_school() and f.id = w.id
      union all select r.id, r.name from custom_role r where r.school_id = current_school() and r.id = w.id
      union all select o.id, o.name from consent_purpose o where o.school_id = current_school() and o.id = w.id
      union all select f.id, f.name from file f where f.school_id = current_school() and f.id = w.id
      union all select a.id, a.title from local_act a where a.school_id = current_school() and a.id = w.id
      union all select t.id, t.title from training t where t.school_id = current_school() and t.id = w.id) x
    union all select k.id, coalesce(nullif(k.title, ''), t.name) || ', ' || to_char(l.date, 'DD.MM.YYYY') from wanted w
      join work k on k.school_id = current_school() and k.id = w.id join work_type t on t.school_id = k.school_id and t.id = k.work_type_id
      join lesson l on l.school_id = k.school_id and l.id = k.lesson_id
    union all select h.id, g.name || ' · ' || s.name || ', ' || to_char(l.date, 'DD.MM.YYYY') from wanted w
      join homework h on h.school_id = current_school() and h.id = w.id join lesson l on l.school_id = h.school_id and l.id = h.lesson_id
      join course c on c.school_id = l.school_id and c.id = l.course_id
      join study_group g on g.school_id = c.school_id and g.id = c.group_id join subject s on s.school_id = c.school_id and s.id = c.subject_id
    union all select x.id, concat_ws(' ', p.surname, p.given_name) from wanted w cross join lateral (
      select u.id, u.student_id as person_id from urgent_access u where u.school_id = current_school() and u.id = w.id
      union all select d.id, a.person_id from double_use d join account a on a.school_id = d.school_id and a.id = d.account_id
        where d.school_id = current_school() and d.id = w.id
      union all select r.id, a.person_id from rescue r join account a on a.school_id = r.school_id and a.id = r.account_id
        where r.school_id = current_school() and r.id = w.id) x
      join person p on p.school_id = current_school() and p.id = x.person_id`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
