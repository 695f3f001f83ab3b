import type { Output } from '#domain/operations.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

type Notice = Output<'notifications.list'>['notices'][number]
type Work = NonNullable<Notice['work']>
type Row = Omit<Notice, 'student' | 'work'> & Work

/**
 * What somebody was told of their own work and requests, as it stands now: a request that another has decided is decided, a journal that
 * is filled is filled.
 */
export async function aboutWork(
  tx: ReadTx,
  { personId, since, kinds, most }: { personId: string; since: Date; kinds: readonly string[]; most: number },
  today: string,
): Promise<Notice[]> {
  const rows = await tx.rows<Row>(sql`
    select n.id as "noticeId", n.at, n.read_at is not null as read, n.kind,
      coalesce(y.name, a.title, nullif(concat_ws(' ', p.surname, p.given_name), ''), nullif(concat_ws(', ', g.name, s.name), ''), '') as title,
      case when n.kind = 'year' then case when timetable_missing(y.id) then 'open' else 'done' end
        when n.kind = 'act' then case when k.id is not null then 'done' else 'open' end
        when n.kind = 'reminder' then case when f.lessons is null then 'done' else 'open' end
        when n.kind in ('request', 'requestAnswer') then case when q.state = 'withdrawn' then 'done' else q.state end
        else case when o.state = 'withdrawn' then 'done' else o.state end end as state,
      case n.kind when 'requestAnswer' then q.answer when 'proposalAnswer' then o.answer else '' end as answer,
      o.class_id as "classId", coalesce(f.lessons, '[]') as lessons, coalesce(f.n, 0)::int as count
    from notice n
      left join school_year y on n.kind = 'year' and y.school_id = n.school_id and y.id = n.source_id
      left join change_request q on n.kind in ('request', 'requestAnswer') and q.school_id = n.school_id and q.id = n.source_id
      left join group_proposal o on n.kind in ('proposal', 'proposalAnswer') and o.school_id = n.school_id and o.id = n.source_id
      left join study_group g on g.school_id = o.school_id and g.id = o.class_id
      left join subject s on s.school_id = o.school_id and s.id = o.subject_id
      left join local_act a on n.kind = 'act' and a.school_id = n.school_id and a.id = n.source_id
      left join acknowledgement k on k.school_id = a.school_id and k.act_id = a.id and k.person_id = n.person_id
      left join reminder r on n.kind = 'reminder' and r.school_id = n.school_id and r.id = n.source_id
      left join person p on p.school_id = n.school_id and p.id = coalesce(q.person_id, r.author_id)
      left join lateral (
        select count(*) as n, (json_agg(json_build_object('group', u.group_name, 'subject', u.subject, 'date', u.date) order by u.date, u.number) filter (where u.place <= 3)) as lessons
        from (select gl.name as group_name, sl.name as subject, l.date, l.number, row_number() over (order by l.date, l.number, l.id) as place
          from lessons_to_fill(${today}) l join course cl on cl.school_id = l.school_id and cl.id = l.course_id
            join study_group gl on gl.school_id = cl.school_id and gl.id = cl.group_id
            join subject sl on sl.school_id = cl.school_id and sl.id = cl.subject_id
          where l.teacher_id = n.person_id) u) f on n.kind = 'reminder'
    where n.school_id = current_school() and n.person_id = ${personId} and n.student_id is null and n.at > ${since} and n.waits_until is null
      and n.kind = any(${kinds as string[]}) and (n.kind <> 'reminder' or not r.withdrawn)
    order by n.at desc, n.id limit ${most}`)
  return rows.map(({ noticeId, at, read, kind, ...work }) => ({ noticeId, at, read, kind, student: null, work }))
}
