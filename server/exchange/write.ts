import type { Writes } from '#domain/exchange/writes.ts'
import { putIn } from '#server/calendar/days.ts'
import { writeBells, writeTerms } from '#server/calendar/imported.ts'
import { layOut } from '#server/calendar/workingDays.ts'
import { changeClasses, followOnlyPlans, writeGroups } from '#server/classes/imported.ts'
import { enrolMany, insertClasses, setHomerooms } from '#server/classes/insert.ts'
import { writeLoad, writePlans, writeRooms, writeSubjects } from '#server/curriculum/imported.ts'
import { writeCards, writePositions, writeTies } from '#server/people/imported.ts'
import type { Tx } from '#server/platform/db.ts'

const noOrder = { orderNumber: '', orderDate: null, otherSchool: '' }

/** Writes what a plan says, a statement or two a table: 2,000 people cost as many statements as ten. */
export async function write(tx: Tx, schoolId: number, yearId: string, writes: Writes): Promise<void> {
  await writeCards(tx, writes.people, writes.changedPeople)
  await writePositions(tx, writes.positions, writes.changedPositions)
  await writeTies(tx, writes.ties, writes.changedTies)
  await writeSubjects(tx, writes.subjects, writes.changedSubjects)
  await writeRooms(tx, writes.rooms, writes.changedRooms)
  await insertClasses(
    tx,
    yearId,
    writes.classes.map(({ id, grade, letter, shift, studyDays }) => ({
      classId: id,
      grade,
      letter,
      shift,
      studyDays,
      capacity: null,
      ungraded: false,
      curriculumId: null,
    })),
  )
  await changeClasses(tx, writes.changedClasses)
  await setHomerooms(tx, writes.homerooms)
  await writeGroups(tx, yearId, writes.groups, writes.groupClasses)
  await enrolMany(
    tx,
    writes.stays.map((stay) => ({ ...stay, ...noOrder })),
  )
  await writePlans(tx, schoolId, yearId, writes.plans, writes.lines)
  if (writes.plans.length > 0 || writes.classes.length > 0) await followOnlyPlans(tx, yearId)
  await writeLoad(tx, yearId, {
    courses: writes.courses,
    added: writes.assignments,
    changed: writes.changedAssignments,
    ended: writes.endedAssignments,
  })
  if (writes.days.length > 0) {
    const days = writes.days.map((one) => ({ ...one, classId: null }))
    await putIn(tx, yearId, days)
    await layOut(tx, yearId, days)
  }
  await writeBells(tx, yearId, writes.bells, writes.changedBells)
  await writeTerms(tx, yearId, writes.terms, writes.changedTerms)
}
