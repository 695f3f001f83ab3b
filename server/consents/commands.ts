import { type Decision, maySignAlone, type Signer, stateOf, whyNotSigner, whyNotWithdrawn } from '#domain/consents/rules.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { classById, personById } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { proveOwnFiles } from '#server/school/ownFiles.ts'
import { addPurposeCommand, archivePurposeCommand, changePurposeCommand } from './purposes.ts'

/** Students of the class on that day, with who may sign for them. */
const signersIn = (tx: ReadTx, classId: string, students: string[], today: string) =>
  tx.rows<Signer>(sql`
    select p.id as "studentId", p.born_on as "bornOn", coalesce((select json_agg(json_build_object('personId', r.guardian_id, 'from', r.from_date, 'to', r.to_date))
      from guardian_of r where r.school_id = p.school_id and r.student_id = p.id), '[]') as guardians
    from person p where p.school_id = current_school() and p.id = any(${students}::uuid[]) and exists (
      select from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
      where e.school_id = p.school_id and e.student_id = p.id and g.class_id = ${classId} and g.kind in ('class', 'individual')
        and ${today} between e.from_date and coalesce(e.to_date, 'infinity'))`)

export const recordCommand = implement('consents.record', {
  load: classById,
  run: async ({ tx, actor, subject, today }, { purposeId, state, on, carrier, students }) => {
    if (on > today) throw new Refusal('consents.inFuture')
    const purpose = await tx.maybe<{ archived: boolean }>(sql`
      select archived from consent_purpose where school_id = current_school() and id = ${purposeId}`)
    if (!purpose) throw new Refusal('access.denied')
    if (purpose.archived) throw new Refusal('consents.archived')
    const signers = await signersIn(
      tx,
      subject.classId,
      students.map(({ studentId }) => studentId),
      today,
    )
    for (const { studentId, givenBy } of students) {
      const signer = signers.find((one) => one.studentId === studentId)
      if (!signer) throw new Refusal('consents.notInClass')
      const refusal = whyNotSigner(givenBy, signer, on)
      if (refusal) throw refusal
    }
    await proveOwnFiles(
      tx,
      actor.personId,
      students.flatMap(({ fileId }) => fileId ?? []),
      'consents.unknownFile',
    )
    await tx.run(sql`
      insert into consent (school_id, purpose_id, student_id, given_by, state, on_date, carrier, number, file_id)
      select current_school(), ${purposeId}, s.student_id, s.given_by, ${state}, ${on}, ${carrier}, trim(s.number), s.file_id
      from unnest(${students.map((one) => one.studentId)}::uuid[], ${students.map((one) => one.givenBy)}::uuid[],
        ${students.map((one) => one.number)}::text[], ${students.map((one) => one.fileId)}::uuid[]) s (student_id, given_by, number, file_id)`)
    return {}
  },
  announce: () => ['school'],
})

type Latest = { state: Decision | null; bornOn: string | null }

export const withdrawCommand = implement('consents.withdraw', {
  load: personById,
  run: async ({ tx, actor, today }, { personId, purposeId }) => {
    const { state, bornOn } = await tx.one<Latest>(sql`
      select p.born_on as "bornOn", (select c.state from consent c where c.school_id = p.school_id and c.student_id = p.id and c.purpose_id = ${purposeId}
        order by c.on_date desc, c.id desc limit 1) as state
      from person p where p.school_id = current_school() and p.id = ${personId} for update`)
    const refusal = whyNotWithdrawn(stateOf(state))
    if (refusal) throw refusal
    const own = actor.personId === personId
    if (own && !maySignAlone(bornOn, today)) throw new Refusal('consents.tooYoung')
    const family = own || actor.children.some(({ studentId, from, to }) => studentId === personId && isWithin(today, from, to))
    await tx.run(sql`
      insert into consent (school_id, purpose_id, student_id, given_by, state, on_date, carrier)
      values (current_school(), ${purposeId}, ${personId}, ${family ? actor.personId : null}, 'withdrawn', ${today}, ${family ? 'electronic' : 'paper'})`)
    return {}
  },
  announce: () => ['school'],
})

export const consentsCommands = [addPurposeCommand, changePurposeCommand, archivePurposeCommand, recordCommand, withdrawCommand]
