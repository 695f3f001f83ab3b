import {
  kindOf,
  type NoticeSource,
  type NoticeWay,
  noticeKinds,
  noticeRules,
  noticeSources,
} from '#domain/notifications/rules.ts'
import { type BareTx, sql } from '#server/platform/db.ts'
import type { Deciders } from './audience.ts'
import type { OwnHours } from './timing.ts'

/** Something that somebody is to be told of, as they have chosen. */
export type Told = { personId: string; studentId: string | null; kind: NoticeSource; sourceId: string; way: NoticeWay }

const operationsOf = (kind: NoticeSource) => noticeRules.filter((rule) => rule.kind === kind).map((rule) => rule.on)
const [MARKS, ABSENCES, HOMEWORK, YEARS, REQUESTS, REQUEST_ANSWERS, PROPOSALS, PROPOSAL_ANSWERS, ACTS, REMINDERS] = (
  ['mark', 'absence', 'homework', 'year', 'request', 'requestAnswer', 'proposal', 'proposalAnswer', 'act', 'reminder'] as const
).map(operationsOf)
const kindsOfSources = noticeSources.map((source) => kindOf[source])

/**
 * Answers who is to be told of what of operations that have waited long enough, as things stand now: a mark erased
 * meanwhile, a request decided, a reminder taken back is told to nobody, nor is anything to who does not want it.
 */
export const newsAbout = (
  tx: BareTx,
  {
    operationIds,
    today,
    byDefault,
    deciders,
  }: { operationIds: string[]; today: string; byDefault: (NoticeWay | 'none')[]; deciders: Deciders },
): Promise<(Told & OwnHours)[]> =>
  tx.rows<Told & OwnHours>(sql`
    with said as (
      select o.name, o.input, o.output, o.actor_id from unnest(${operationIds}::uuid[]) d (id) join operation o on o.school_id = current_school() and o.id = d.id
    ), cells as (
      select (input ->> 'workId')::uuid as work_id, (input ->> 'lessonId')::uuid as lesson_id, (input ->> 'studentId')::uuid as student_id, name
      from said where input ? 'studentId' and name = any(${[...MARKS!, ...ABSENCES!]})
      union
      select (c ->> 'workId')::uuid, (c ->> 'lessonId')::uuid, (c ->> 'studentId')::uuid, name
      from said cross join jsonb_array_elements(input -> 'cells') c where input ? 'cells' and name = any(${[...MARKS!, ...ABSENCES!]})
      union
      select null, (input ->> 'lessonId')::uuid, (a ->> 'studentId')::uuid, name
      from said cross join jsonb_array_elements(input -> 'absences') a where input ? 'absences'
    ), wanted (kind) as (
      -- Whole classes are gone through for a task that nobody may want to hear of: not when nobody does.
      select k.kind from unnest(${[...noticeKinds]}::text[], ${byDefault}::text[]) k (kind, way)
      where k.way in ('now', 'daily') or k.way = 'off' and exists (select from notice_choice c
        where c.school_id = current_school() and c.kind = k.kind and c.way in ('now', 'daily'))
    ), news as (
      select 'mark' as kind, m.id as source_id, m.student_id
      from cells c join mark m on m.school_id = current_school() and m.work_id = c.work_id and m.student_id = c.student_id
      where c.name = any(${MARKS}) and (cardinality(m."values") > 0 or m.due_on is not null)
      union
      select 'absence', a.id, a.student_id
      from cells c join absence a on a.school_id = current_school() and a.lesson_id = c.lesson_id and a.student_id = c.student_id
      where c.name = any(${ABSENCES}) and a.code is not null and a.code <> 'exempt'
      union
      select 'homework', h.id, e.student_id
      from said s join homework h on h.school_id = current_school() and h.id = (s.input ->> 'homeworkId')::uuid and not h.removed and not h.nothing
        join lesson l on l.school_id = h.school_id and l.id = h.lesson_id
        join course c on c.school_id = h.school_id and c.id = h.course_id
        join enrolment e on e.school_id = c.school_id and e.group_id = c.group_id and not e.cancelled
          and coalesce(h.due_on, l.date) between e.from_date and coalesce(e.to_date, 'infinity')
      where s.name = any(${HOMEWORK}) and exists (select from wanted where kind = 'homework')
        and (not h.individual or exists (select from homework_student x where x.school_id = h.school_id and x.homework_id = h.id
          and x.student_id = e.student_id and not x.removed))
    ), duties as (
      select 'year' as kind, y.id as source_id, r.person_id, 'deputyHead' as role
      from said s join school_year y on y.school_id = current_school() and y.id = (s.input ->> 'yearId')::uuid
        join role_grant r on r.school_id = y.school_id and r.role = 'deputyHead' and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
      where s.name = any(${YEARS}) and timetable_missing(y.id)
      union
      select 'request', q.id, r.person_id, r.role
      from said s join change_request q on q.school_id = current_school() and q.id = (s.output ->> 'requestId')::uuid and q.state = 'open'
        join role_grant r on r.school_id = q.school_id and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity') and r.person_id <> q.author_id
        left join custom_role u on u.school_id = r.school_id and u.id = r.custom_role_id
      where s.name = any(${REQUESTS}) and (r.role = any(${deciders.requests}) or 'requests.decide' = any(u.rights))
      union
      select 'requestAnswer', q.id, q.author_id, null
      from said s join change_request q on q.school_id = current_school() and q.id = (s.input ->> 'requestId')::uuid and q.state in ('accepted', 'declined')
      where s.name = any(${REQUEST_ANSWERS}) and q.decided_by is distinct from q.author_id
      union
      select 'proposal', q.id, r.person_id, r.role
      from said s join group_proposal q on q.school_id = current_school() and q.id = (s.input ->> 'proposalId')::uuid and q.state = 'open'
        join role_grant r on r.school_id = q.school_id and r.role = any(${deciders.proposals})
          and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity') and r.person_id <> q.author_id
      where s.name = any(${PROPOSALS})
      union
      select 'proposalAnswer', q.id, q.author_id, null
      from said s join group_proposal q on q.school_id = current_school() and q.id = (s.input ->> 'proposalId')::uuid and q.state in ('accepted', 'declined')
      where s.name = any(${PROPOSAL_ANSWERS}) and q.decided_by is distinct from q.author_id
      union
      select 'act', a.id, f.person_id, null
      from said s join local_act a on a.school_id = current_school() and a.id = (s.input ->> 'actId')::uuid and a.for_staff and a.kind <> 'terms'
          and coalesce(a.to_date, 'infinity') >= ${today}
        join staff f on f.school_id = a.school_id and ${today}::date between f.from_date and coalesce(f.to_date, 'infinity') and f.person_id <> s.actor_id
      where s.name = any(${ACTS})
      union
      select 'reminder', r.id, r.teacher_id, null
      from said s cross join jsonb_array_elements(s.output -> 'reminders') x
        join reminder r on r.school_id = current_school() and r.id = (x ->> 'reminderId')::uuid and not r.withdrawn
      where s.name = any(${REMINDERS})
    ), audience as (
      select n.kind, n.source_id, n.student_id, p.person_id
      from news n cross join lateral (
          select n.student_id as person_id where n.kind <> 'absence'
          union
          select g.guardian_id from guardian_of g where g.school_id = current_school() and g.student_id = n.student_id
            and g.informed and ${today}::date between g.from_date and coalesce(g.to_date, 'infinity')) p
      union
      select kind, source_id, null, person_id from duties
    ), kinds as (
      select * from unnest(${noticeSources as readonly string[]}::text[], ${kindsOfSources}::text[]) k (source, kind)
    ), chosen as (
      select n.*, case when d.way = 'none' then 'off' else coalesce(c.way, d.way) end as way
      from audience n join kinds k on k.source = n.kind
        join unnest(${[...noticeKinds]}::text[], ${byDefault}::text[]) d (kind, way) on d.kind = k.kind
        left join notice_choice c on c.school_id = current_school() and c.person_id = n.person_id and c.kind = k.kind
          and (c.student_id = n.student_id or c.student_id is null and n.student_id is null)
    )
    select n.person_id as "personId", n.student_id as "studentId", n.kind, n.source_id as "sourceId", n.way,
      h.daily, h.quiet_from as "quietFrom", h.quiet_to as "quietTo"
    from chosen n join account a on a.school_id = current_school() and a.person_id = n.person_id
      left join notice_hours h on h.school_id = a.school_id and h.person_id = a.person_id
    where n.way <> 'off'`)
