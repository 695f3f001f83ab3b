import { campaignOf, isCampaignOpen, monthOf } from '#domain/people/checks.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { classById } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { confirmOwnCommand } from './family.ts'
import { proveNoContact } from './requests.ts'

export const confirmClassCommand = implement('people.confirmClass', {
  load: classById,
  run: async ({ tx, actor, school, subject, today, now }, { remarks, evenIfContact }) => {
    proveNoContact(remarks, school, evenIfContact)
    await tx.run(sql`
      insert into data_check (school_id, class_id, campaign, month, checked_by, remarks, at)
      values (current_school(), ${subject.classId}, 'monthly', ${monthOf(today)}, ${actor.personId}, ${remarks.trim()}, ${now})
      on conflict (school_id, campaign, month, class_id, student_id)
        do update set checked_by = excluded.checked_by, remarks = excluded.remarks, at = excluded.at`)
    return {}
  },
  announce: () => ['school'],
})

export const confirmStudentsCommand = implement('people.confirmStudents', {
  load: classById,
  run: async ({ tx, actor, subject, today, now }, { students }) => {
    if (!isCampaignOpen(today)) throw new Refusal('people.campaignClosed')
    const { strangers } = await tx.one<{ strangers: number }>(sql`
      select count(*)::int as strangers from unnest(${students}::uuid[]) s (id) where not exists (
        select from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
        where e.school_id = current_school() and e.student_id = s.id and g.class_id = ${subject.classId} and g.kind in ('class', 'individual')
          and ${today} between e.from_date and coalesce(e.to_date, 'infinity'))`)
    if (strangers > 0) throw new Refusal('people.notInClass')
    await tx.run(sql`
      insert into data_check (school_id, class_id, student_id, campaign, month, checked_by, at)
      select current_school(), ${subject.classId}, s.id, 'october', ${campaignOf(today)}, ${actor.personId}, ${now} from unnest(${students}::uuid[]) s (id)
      on conflict (school_id, campaign, month, class_id, student_id) do update set checked_by = excluded.checked_by, at = excluded.at`)
    return {}
  },
  announce: () => ['school'],
})

export const checkCommands = [confirmClassCommand, confirmStudentsCommand, confirmOwnCommand]
