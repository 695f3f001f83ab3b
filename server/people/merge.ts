import { mergedFacts, type Obstacles, whyNotMerged } from '#domain/people/merging.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { closeAccountOf } from '#server/access/closeAccount.ts'
import { personById } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { nextChange, writeRun } from './runs.ts'
import { factsOf, writablePerson } from './standing.ts'

export const mergePeopleCommand = implement('people.merge', {
  load: personById,
  run: async ({ tx, actor, today, now }, { personId, doubleId }) => {
    if (personId === doubleId) throw new Refusal('people.mergeSelf')
    if (doubleId === actor.personId) throw new Refusal('people.mergeOwn')
    const kept = await writablePerson(tx, personId, today)
    const double = await writablePerson(tx, doubleId, today)
    const refusal = whyNotMerged(factsOf(kept), factsOf(double), await obstaclesOf(tx, personId, doubleId))
    if (refusal) throw refusal
    const facts = mergedFacts(factsOf(kept), factsOf(double))
    const first = await nextChange(tx)
    await tx.run(sql`call merge_people(${personId}, ${doubleId})`)
    // The double first: two cards never have one СНИЛС at a time.
    await tx.run(sql`update person set merged_into = ${personId} where school_id = current_school() and id = ${doubleId}`)
    await tx.run(sql`
      update person set patronymic = ${facts.patronymic}, born_on = ${facts.bornOn}, snils = ${facts.snils}, foreign_languages = ${facts.foreignLanguages}
      where school_id = current_school() and id = ${personId}`)
    await closeAccountOf(tx, doubleId, now)
    return { runId: await writeRun(tx, first, 2) }
  },
  announce: (_subject, { personId, doubleId }) => ['school', `person:${personId}`, `person:${doubleId}`, `student:${personId}`],
})

/** Cells that say different things of the two, classes both are in at one time, and whether one is the other's parent. */
const obstaclesOf = (tx: ReadTx, kept: string, double: string): Promise<Obstacles> =>
  tx.one<Obstacles>(sql`
    with both_marked as (
      select l.date, s.short_name as subject from mark a join mark b on b.school_id = a.school_id and b.work_id = a.work_id and b.student_id = ${double}
        join work w on w.school_id = a.school_id and w.id = a.work_id join lesson l on l.school_id = w.school_id and l.id = w.lesson_id
        join course c on c.school_id = l.school_id and c.id = l.course_id join subject s on s.school_id = c.school_id and s.id = c.subject_id
      where a.school_id = current_school() and a.student_id = ${kept}
        and (cardinality(a."values") > 0 or a.due_on is not null) and (cardinality(b."values") > 0 or b.due_on is not null)
        and (a."values" is distinct from b."values" or a.due_on is distinct from b.due_on)
    ), both_absent as (
      select l.date, s.short_name as subject from absence a join absence b on b.school_id = a.school_id and b.lesson_id = a.lesson_id and b.student_id = ${double}
        join lesson l on l.school_id = a.school_id and l.id = a.lesson_id
        join course c on c.school_id = l.school_id and c.id = l.course_id join subject s on s.school_id = c.school_id and s.id = c.subject_id
      where a.school_id = current_school() and a.student_id = ${kept} and a.code is not null and b.code is not null
        and (a.code is distinct from b.code or a.minutes is distinct from b.minutes)
    ), both_enrolled as (
      select distinct g.name as one, k.name as other from enrolment a join study_group g on g.school_id = a.school_id and g.id = a.group_id and g.kind = 'class'
        join enrolment b on b.school_id = a.school_id and b.student_id = ${double} and b.group_id <> a.group_id and not b.cancelled
          and a.from_date <= coalesce(b.to_date, 'infinity') and b.from_date <= coalesce(a.to_date, 'infinity')
        join study_group k on k.school_id = b.school_id and k.id = b.group_id and k.kind = 'class'
      where a.school_id = current_school() and a.student_id = ${kept} and not a.cancelled
    )
    select exists (select from guardian_of g where g.school_id = current_school()
        and (g.guardian_id = ${kept} and g.student_id = ${double} or g.guardian_id = ${double} and g.student_id = ${kept})) as family,
      coalesce((select json_agg(subject || ' ' || to_char(date, 'DD.MM') order by date, subject) from both_marked), '[]') as marks,
      coalesce((select json_agg(subject || ' ' || to_char(date, 'DD.MM') order by date, subject) from both_absent), '[]') as absences,
      coalesce((select json_agg(one || ' / ' || other) from both_enrolled), '[]') as classes`)
