import type { Actor } from '#domain/access/actor.ts'
import { staff } from '#domain/access/relations.ts'
import type { Input, Output } from '#domain/operations.ts'
import { agree, sexOf } from '#domain/people/agreement.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import type { Told } from './find.ts'

type Own = Output<'audit.own'>
type Row = Omit<Own['entries'][number], 'sentence'> & { name: string; input: unknown; place: string }

const PAGE = 30
const place = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d(?::\d\d)?)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** What was done under the account of the caller, from the history itself: also what was before the log, and what was done just now. */
export async function ownActions(
  tx: ReadTx,
  actor: Actor,
  { before, today, told }: Input<'audit.own'> & { today: PlainDate; told: Told },
): Promise<Own> {
  const { personId, accountId, sessionId, name } = actor
  const works = staff(actor, { kind: 'school' }, today)
  const [, at, id] = place.exec(before ?? '') ?? []
  const rows = await tx.rows<Row>(sql`
    select o.id as "operationId", o.at, o.at::text || '|' || o.id as place, o.name, o.input,
      coalesce(
        (select g.name || ' · ' || b.name from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id
          join subject b on b.school_id = c.school_id and b.id = c.subject_id
          where ${works} and c.school_id = o.school_id
            and c.id = coalesce((select l.course_id from lesson l where l.school_id = o.school_id and l.id = o.about), o.about)),
        (select g.name from study_group g where ${works} and g.school_id = o.school_id and g.id = o.about), '') as about,
      coalesce(s.id = ${sessionId}::uuid, false) as current, coalesce(s.device, '') as device, coalesce(s.address, '') as address
    from operation o left join session s on s.school_id = o.school_id and s.id = coalesce(o.session_id,
      -- A sign-in has no session yet: the log knows the one it began; until then it is the one that began at that moment.
      (select l.session_id from log_leaf l where l.school_id = o.school_id and l.operation_id = o.id and l.kind = 'operation'),
      (select b.id from session b where o.name = 'access.signIn' and b.school_id = o.school_id and b.account_id = ${accountId}
        and b.created_at between o.at - interval '5 s' and o.at + interval '5 s' order by abs(extract(epoch from b.created_at - o.at)) limit 1))
    where o.school_id = current_school() and o.actor_id = ${personId}
      and (o.at, o.id) < (coalesce(${at ?? null}::timestamptz, 'infinity'), coalesce(${id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by o.at desc, o.id desc limit ${PAGE + 1}`)
  const entries = rows.slice(0, PAGE)
  return {
    entries: entries.map(({ name: operation, input, place: _, ...entry }) => ({
      ...entry,
      sentence: agree(told.of(operation, input), sexOf(name)),
    })),
    next: rows.length > PAGE ? entries.at(-1)!.place : null,
  }
}
