import type { Actor } from '#domain/access/actor.ts'
import { decideRequests, issueAccounts, keepGroups } from '#domain/access/duties.ts'
import { administrator, deputyHead, head, staff } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import { campaignOf, isCampaignOpen, monthOf } from '#domain/people/checks.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { deadlineOf } from '#domain/readiness/rules.ts'
import { ENDING_DAYS, inOrder, monthlyCheckDue, octoberCheckDue, type TaskKey } from '#domain/readiness/tasks.ts'
import type { Policies } from '#domain/school/policies.ts'
import { theSchool } from '#server/access/subjects.ts'
import { firstDueOn } from '#server/people/requestTerms.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'

type Task = Output<'readiness.tasks'>['tasks'][number]
type Row = Omit<Task, 'due'> & { day: PlainDate | null }

const school = { kind: 'school' } as const

/** Which tasks are this person's at all: of the rest nothing is asked. */
function tasksOf(actor: Actor, today: PlainDate, policies: Policies): TaskKey[] {
  const is = (...relations: readonly (typeof administrator)[]) => relations.some((relation) => relation(actor, school, today))
  const own: Record<TaskKey, boolean> = {
    reminder: is(staff),
    timetable: is(deputyHead),
    proposals: is(...keepGroups),
    requests: is(...decideRequests),
    monthlyCheck: actor.homeroomOf.length > 0,
    octoberCheck: actor.homeroomOf.length > 0 && isCampaignOpen(today),
    consents: actor.homeroomOf.length > 0,
    handOut: is(...issueAccounts),
    handOutClass: actor.homeroomOf.length > 0 && policies['access.homeroomIssues'],
    rolesEnding: is(administrator, head),
    ownRoleEnding: actor.roles.length > 0,
    acts: true,
  }
  return (Object.keys(own) as TaskKey[]).filter((key) => own[key])
}

export const tasksQuery = answer('readiness.tasks', {
  load: theSchool,
  run: async ({ tx, actor, today, school: { policies, timeZone } }) => {
    const rows = await waiting(tx, actor, tasksOf(actor, today, policies), today, timeZone)
    const asked = rows.some(({ key }) => key === 'requests') ? await firstDueOn(tx, { timeZone }) : null
    const dayOf = (key: TaskKey, day: PlainDate | null) => (key === 'requests' ? asked : dueOf(key, day, today))
    return { tasks: inOrder(rows.map(({ day, ...task }) => ({ ...task, due: dayOf(task.key, day) }))) }
  },
})

/** The last day of a task; `day` is the one that its rows name. */
function dueOf(key: TaskKey, day: PlainDate | null, today: PlainDate): PlainDate | null {
  if (key === 'timetable') return day && deadlineOf(day)
  if (key === 'monthlyCheck') return monthlyCheckDue(monthOf(today))
  if (key === 'octoberCheck') return octoberCheckDue(campaignOf(today))
  return key === 'rolesEnding' || key === 'ownRoleEnding' ? day : null
}

/** What is not done yet of these tasks, in one reading. */
function waiting(tx: ReadTx, actor: Actor, keys: readonly TaskKey[], today: PlainDate, timeZone: string): Promise<Row[]> {
  const works = staff(actor, school, today) // as the gate of the terms asks it
  return tx.rows<Row>(sql`
    with led as materialized (
      select g.id, g.name from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
      where g.school_id = current_school() and g.id = any(${actor.homeroomOf}::uuid[]) and ${today}::date between y.from_date and y.to_date
    ), pupil as materialized (
      select distinct l.id as class_id, e.student_id from led l join study_group g on g.school_id = current_school() and g.class_id = l.id and g.kind in ('class', 'individual')
        join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled
          and ${today} between e.from_date and coalesce(e.to_date, 'infinity')
    ), issued as materialized (
      select distinct on (i.account_id) i.*, a.person_id from credential_issue i join account a on a.school_id = i.school_id and a.id = i.account_id
      where i.school_id = current_school() and a.ended_at is null and a.blocked_at is null
        and (${keys.includes('handOut')} or ${keys.includes('handOutClass')})
      order by i.account_id, i.issued_at desc, i.id desc
    ), to_hand as materialized (
      select person_id, (issued_at at time zone ${timeZone})::date as day from issued
      where used_at is null and handed_on is null and coalesce(expires_at, 'infinity') > now()
    ), found (key, count, since, day, class_id, class_name, about) as (
      select 'reminder', u.n, (select max(r.date) from reminder r where r.school_id = current_school() and r.teacher_id = ${actor.personId} and not r.withdrawn), null::date, null::uuid, '', '{}'::text[]
      from (select count(*) as n from lessons_to_fill(${today}) l where l.teacher_id = ${actor.personId}) u
      where exists (select from reminder r where r.school_id = current_school() and r.teacher_id = ${actor.personId} and not r.withdrawn and r.date >= ${today}::date - 30)
      union all
      select 'timetable', 1, (y.opened_at at time zone ${timeZone})::date, y.from_date, null, '', array[y.name]
      from school_year y where y.school_id = current_school() and y.opened_at is not null and y.to_date >= ${today} and timetable_missing(y.id)
      union all
      select 'proposals', count(*), (min(q.asked_at) at time zone ${timeZone})::date, null, null, '', (array_agg(g.name || ', ' || s.name order by q.asked_at))[1:3]
      from group_proposal q join study_group g on g.school_id = q.school_id and g.id = q.class_id join subject s on s.school_id = q.school_id and s.id = q.subject_id
      where q.school_id = current_school() and q.state = 'open'
      union all
      select 'requests', count(*), (min(q.asked_at) at time zone ${timeZone})::date, null, null, '',
        (array_agg(concat_ws(' ', p.surname, p.given_name) order by q.asked_at) filter (where p.id is not null))[1:3]
      from change_request q left join person p on p.school_id = q.school_id and p.id = q.person_id
      where q.school_id = current_school() and q.state = 'open'
      union all
      select 'monthlyCheck', 1, null, null, l.id, l.name, '{}' from led l
      where not exists (select from data_check d where d.school_id = current_school() and d.class_id = l.id and d.campaign = 'monthly' and d.month = ${monthOf(today)})
      union all
      select 'octoberCheck', count(*), null, null, l.id, l.name, '{}' from led l join pupil u on u.class_id = l.id
      where not exists (select from data_check d where d.school_id = current_school() and d.class_id = l.id and d.student_id = u.student_id
        and d.campaign = 'october' and d.month = ${campaignOf(today)})
      group by l.id, l.name
      union all
      select 'consents', count(*), null, null, l.id, l.name, '{}' from led l join pupil u on u.class_id = l.id
      where exists (select from consent_purpose p where p.school_id = current_school() and not p.archived and not exists (
        select from consent c where c.school_id = p.school_id and c.purpose_id = p.id and c.student_id = u.student_id))
      group by l.id, l.name
      union all
      select 'handOut', count(*), min(day), null, null, '', '{}' from to_hand
      union all
      select 'handOutClass', count(distinct h.person_id), min(h.day), null, l.id, l.name, '{}'
      from led l join pupil u on u.class_id = l.id join to_hand h on h.person_id = u.student_id or exists (select from guardian_of r
        where r.school_id = current_school() and r.student_id = u.student_id and r.guardian_id = h.person_id
          and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity'))
      group by l.id, l.name
      union all
      select 'rolesEnding', count(*), null, min(r.to_date), null, '', (array_agg(concat_ws(' ', p.surname, p.given_name) order by r.to_date, p.surname))[1:3]
      from role_grant r join person p on p.school_id = r.school_id and p.id = r.person_id
      where r.school_id = current_school() and r.person_id <> ${actor.personId} and r.from_date <= ${today} and r.to_date between ${today}::date and ${today}::date + ${ENDING_DAYS}::int
      union all
      select 'ownRoleEnding', count(*), null, min(r.to_date), null, '', '{}' from role_grant r
      where r.school_id = current_school() and r.person_id = ${actor.personId} and r.from_date <= ${today} and r.to_date between ${today}::date and ${today}::date + ${ENDING_DAYS}::int
      union all
      select 'acts', count(*), min(a.from_date), null, null, '', (array_agg(a.title order by a.from_date, a.title))[1:3]
      from local_act a where a.school_id = current_school() and ${today}::date between a.from_date and coalesce(a.to_date, 'infinity')
        and case when ${works} then a.for_staff else a.for_families end
        and not exists (select from acknowledgement k where k.school_id = a.school_id and k.act_id = a.id and k.person_id = ${actor.personId})
    )
    select key, count::int, since, day, class_id as "classId", class_name as "className", coalesce(about, '{}') as about
    from found where count > 0 and key = any(${[...keys]}::text[])`)
}
