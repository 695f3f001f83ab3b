import { administrator } from '#domain/access/relations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { classById, theSchool } from './subjects.ts'

type Handing = { issueIds: readonly string[]; handedOn: string | null; receivedBy: string }

export const handOutCommand = implement('access.handOut', {
  load: theSchool,
  run: async ({ tx, actor, today }, input) => {
    if (!administrator(actor, { kind: 'school' }, today)) await refuseStaff(tx, today, input.issueIds)
    await handOut(tx, today, input)
    return {}
  },
  announce: () => [],
})

export const handOutInClassCommand = implement('access.handOutInClass', {
  load: classById,
  run: async ({ tx, today, subject }, input) => {
    const ids = [...new Set(input.issueIds)]
    const { own } = await tx.one<{ own: number }>(sql`
      with pupils as materialized (
        select e.student_id from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id
        where g.school_id = current_school() and g.class_id = ${subject.classId} and g.kind in ('class', 'individual')
          and ${today}::date <= coalesce(e.to_date, 'infinity')
      )
      select count(*)::int as own from credential_issue i join account a on a.school_id = i.school_id and a.id = i.account_id
      where i.school_id = current_school() and i.id = any(${ids}::uuid[])
        and (a.person_id in (select student_id from pupils) or exists (select from guardian_of r where r.school_id = current_school()
          and r.guardian_id = a.person_id and r.student_id in (select student_id from pupils)
          and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')))`)
    if (own !== ids.length) throw new Refusal('access.denied')
    await handOut(tx, today, input)
    return {}
  },
  announce: () => [],
})

/** Slips of colleagues are the administrator's. Refusal: access.staffByAdministrator. */
async function refuseStaff(tx: Tx, today: string, issueIds: readonly string[]): Promise<void> {
  const staff = await tx.maybe(sql`
    select 1 from credential_issue i join account a on a.school_id = i.school_id and a.id = i.account_id
      join known_people(${today}) k on k.person_id = a.person_id and coalesce(k.kind, 'staff') = 'staff'
    where i.school_id = current_school() and i.id = any(${[...issueIds]}::uuid[]) limit 1`)
  if (staff) throw new Refusal('access.staffByAdministrator')
}

/** Refusals: access.handedLater; access.denied when one of the slips is nobody's here. */
async function handOut(tx: Tx, today: string, { issueIds, handedOn, receivedBy }: Handing): Promise<void> {
  if (handedOn !== null && handedOn > today) throw new Refusal('access.handedLater')
  const ids = [...new Set(issueIds)]
  const noted = await tx.run(sql`
    update credential_issue set handed_on = ${handedOn}, received_by = ${handedOn === null ? '' : receivedBy.trim()}
    where school_id = current_school() and id = any(${ids}::uuid[])`)
  if (noted !== ids.length) throw new Refusal('access.denied')
}

export const handingOutCommands = [handOutCommand, handOutInClassCommand]
