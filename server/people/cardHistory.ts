import type { Output } from '#domain/operations.ts'
import type { ContactKind } from '#domain/people/rules.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

type Entry = Output<'people.card'>['history'][number]
type Row = Omit<Entry, 'changes'> & { before: Values | null; after: Values }
type Values = Record<string, string | number | boolean | null>

/** Columns worth telling, by table; what is not named is an id or a matter of machines. */
const told: Record<string, readonly string[]> = {
  person: ['surname', 'given_name', 'patronymic', 'sex', 'born_on', 'snils', 'foreign_languages', 'merged_into'],
  guardian_of: ['relation', 'lives_with', 'informed', 'from_date', 'to_date'],
  staff: ['position', 'category', 'category_on', 'category_order', 'rate', 'from_date', 'to_date'],
  enrolment: ['from_date', 'to_date', 'cancelled'],
  account: ['login', 'blocked_at'],
  role_grant: ['role', 'from_date', 'to_date'],
  contact: ['value', 'removed'],
}

/** The last 200 changes of a card and of what hangs on it, newest first: who, when, what. Contacts only of the kinds the school keeps. */
export async function historyOf(tx: ReadTx, personId: string, kept: readonly ContactKind[]): Promise<Entry[]> {
  const rows = await tx.rows<Row>(sql`
    with own as (
      select ${personId}::uuid as id, '' as about
      union all
      select g.id, concat_ws(' ', o.surname, o.given_name, nullif(o.patronymic, '')) from guardian_of g join person o on o.school_id = g.school_id
        and o.id = case when g.student_id = ${personId} then g.guardian_id else g.student_id end
        where g.school_id = current_school() and ${personId} in (g.student_id, g.guardian_id)
      union all
      select id, position from staff where school_id = current_school() and person_id = ${personId}
      union all
      select e.id, g.name from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
        where e.school_id = current_school() and e.student_id = ${personId}
      union all
      select id, login from account where school_id = current_school() and person_id = ${personId}
      union all
      select id, role from role_grant where school_id = current_school() and person_id = ${personId}
      union all
      select id, kind from contact where school_id = current_school() and person_id = ${personId} and kind = any(${[...kept]}::text[])
    )
    select o.at, o.name as operation, c.table_name as "table", own.about, c.before, c.after,
      concat(a.surname, ' ', left(a.given_name, 1), '.', ' ' || left(nullif(a.patronymic, ''), 1) || '.') as by
    from own join change c on c.school_id = current_school() and c.row_id = own.id
      join operation o on o.school_id = c.school_id and o.id = c.operation_id
      join person a on a.school_id = o.school_id and a.id = o.actor_id
    where c.after is not null
    order by c.id desc limit 200`)
  return rows.flatMap(({ before, after, ...entry }) => {
    const changes = (told[entry.table] ?? [])
      .map((field) => ({ field, before: written(before?.[field]), after: written(after[field]) }))
      .filter((change) => change.before !== change.after)
    return changes.length > 0 ? [{ ...entry, changes }] : []
  })
}

const written = (value: string | number | boolean | null | undefined): string =>
  value === null || value === undefined || value === '-infinity' ? '' : String(value)
