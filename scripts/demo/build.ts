import { employNurse, handOutAccess } from '#scripts/demo/access.ts'
import { openAccounts } from '#scripts/demo/accounts.ts'
import { makeAttendance } from '#scripts/demo/attendance.ts'
import { type Bench, benchOf } from '#scripts/demo/bench.ts'
import { calendarAround } from '#scripts/demo/calendar.ts'
import { layOutClasses } from '#scripts/demo/classes.ts'
import { dayOf, type Moment, millisecondsOf, momentOf } from '#scripts/demo/days.ts'
import { enrol, halve, moveStudents } from '#scripts/demo/enrolments.ts'
import { raiseFamilies } from '#scripts/demo/families.ts'
import { fillJournal } from '#scripts/demo/fillJournal.ts'
import type { Filling } from '#scripts/demo/fillLesson.ts'
import { type History, type Json, makeHistory } from '#scripts/demo/history.ts'
import { makeIds } from '#scripts/demo/ids.ts'
import { chainLessons, type Lesson, layOutLessons, makeSlots, tellSteps } from '#scripts/demo/lessons.ts'
import { writeMovements } from '#scripts/demo/movements.ts'
import { keepPapers } from '#scripts/demo/papers.ts'
import { fullName, type People, type Student } from '#scripts/demo/people.ts'
import { makeRandom } from '#scripts/demo/random.ts'
import { noRows, type PersonRow, type Rows } from '#scripts/demo/rows.ts'
import { setUpYear } from '#scripts/demo/setUpYear.ts'
import { signEverybodyIn } from '#scripts/demo/signIns.ts'
import { hireStaff } from '#scripts/demo/staff.ts'
import { assignTeachers } from '#scripts/demo/staffing.ts'
import { substitute } from '#scripts/demo/substitutions.ts'
import { makeTimetable } from '#scripts/demo/timetable.ts'
import { holdTrainings } from '#scripts/demo/trainings.ts'

export type BuildOptions = {
  schoolId: number
  seed: number
  today: string
  size: 'demo' | 'school'
  passwordHash: string
  loginSuffix: string
}

export type SignIn = { role: string; login: string; name: string }

export type School = {
  rows: Rows
  history: History
  /** The operation by which everything stands that has no story of its own. */
  layOutId: string
  signIns: SignIn[]
  students: Student[]
  bench: Bench | null
}

/** A whole school in memory: the same rows for the same options, whatever the clock says. */
export function buildSchool(options: BuildOptions): School {
  const { schoolId, seed, size, passwordHash, loginSuffix } = options
  const random = makeRandom(seed * 1000003 + schoolId)
  const calendar = calendarAround(dayOf(options.today))
  const opens = calendar.from
  const today = size === 'school' ? calendar.to + 20 : dayOf(options.today)
  const now: Moment = momentOf(today, 12 * 60)
  const setUpAt = Math.min(momentOf(opens - 6, 10 * 60), now)

  const ids = makeIds(random.fork('ids'), millisecondsOf(setUpAt))
  const rows = noRows()
  const history = makeHistory(ids)
  const laidOut = layOutClasses(ids, size)
  const staffing = assignTeachers(ids, random.fork('staffing'), laidOut.courses, laidOut.classes)
  const { teacherOf, teachers, homeroomTeacherOf } = staffing

  const people: People = { persons: rows.person, logins: [] }
  const staff = hireStaff({ ids, random: random.fork('staff'), people, courses: laidOut.courses, staffing, opens })
  const layOutId = history.operation({
    name: 'school.layOut',
    actorId: staff.system.id,
    about: null,
    moment: setUpAt,
    input: { seed, size },
  })
  rows.staff.push(...staff.staff)
  rows.role_grant.push(...staff.roles)

  const teacherParent = [...staff.personOf.values()].find(({ surname }) => /(ова|ева|ёва|ина)$/.test(surname))!
  const families = raiseFamilies({ ids, random: random.fork('families'), people, classes: laidOut.classes, opens, teacherParent })
  const { students } = families
  rows.guardian_of.push(...families.guardians)
  moveStudents(random.fork('moves'), calendar, students, laidOut)
  halve(random.fork('halves'), students, laidOut)
  const { movements, endedBy } = writeMovements(ids, calendar, students)
  rows.movement.push(...movements)
  const { enrolments, membersOf } = enrol(ids, calendar, students, laidOut.groups, endedBy)
  rows.enrolment.push(...enrolments)
  if (size === 'demo') keepPapers({ ids, random: random.fork('papers'), rows, students, staffing, opens, today })
  const nurse = size === 'demo' ? employNurse({ ids, people, rows, opens }) : null
  rows.account.push(...openAccounts({ ids, logins: people.logins, passwordHash, suffix: loginSuffix, opens }))

  if (size === 'demo') handOutAccess({ ids, rows, students, staffing, adminId: staff.known.get('admin')!.id, opens, today })

  const year = setUpYear({ ids, rows, history, calendar, laidOut, staffing, layOutId, deputyId: staff.deputy.id, now })
  const places = makeTimetable(random.fork('timetable'), laidOut.classes, laidOut.courses, teacherOf)
  const slots = makeSlots(ids, calendar, places, (course) => year.roomOf.get(teacherOf.get(course.id)!.room)!)
  rows.slot.push(...slots.map(({ row }) => row))

  const lessons = layOutLessons({ ids, calendar, slots, teacherOf, plainWork: year.kinds.get('РУ')! })
  const keep = new Set([...staff.known.values()].map(({ id }) => id))
  const chance = random.fork('substitutions')
  substitute({ random: chance, history, lessons, teachers, keep, deputyId: staff.deputy.id, opens, today, now })
  const byCourse = chainLessons(lessons)
  rows.lesson.push(...lessons.map(({ row }) => row))
  rows.work.push(...lessons.map(({ work }) => work))

  const filling: Filling = {
    ids,
    random: random.fork('filling'),
    rows,
    history,
    attendance: makeAttendance(random.fork('attendance'), calendar, students),
    membersOf,
    homeroomTeacherOf: (student, lesson) => {
      const stay = student.stays.find(({ to }) => to === null || lesson.day <= to) ?? student.stays[0]!
      return homeroomTeacherOf.get(stay.ofClass.id)!.id
    },
    now,
    size,
    // Whom everybody signs in as keeps the journal as one should; the rest are people.
    inTime: new Set(['ivanova', 'sokolova'].map((login) => staff.known.get(login)!.id)),
  }
  fillJournal(filling, byCourse, year.kinds)
  tellLessons(history, lessons, layOutId)

  if (size === 'demo') signEverybodyIn({ ids, random: random.fork('signIns'), rows, opens, today, now })

  const known = new Map([...staff.known, ...families.known])
  if (nurse) known.set('medsestra', nurse)
  const bench = size === 'school' ? benchOf(byCourse, rows, teacherOf) : null
  if (size === 'demo') holdTrainings({ ids, rows, leaderId: staff.known.get('admin')!.id, opens, today })
  return { rows, history, layOutId, students, bench, signIns: signInsOf(known, loginSuffix) }
}

function tellLessons(history: History, lessons: Lesson[], layOutId: string): void {
  for (const { teacher, row, work, lessonSteps, workSteps } of lessons) {
    const empty: Json = {
      topic: '',
      note: '',
      roll_called_at: null,
      cancelled: false,
      teacher_id: teacher.id,
      instead_of_id: null,
    }
    tellSteps(history, 'lesson', row.id, [{ operationId: layOutId, fields: empty }, ...lessonSteps])
    tellSteps(history, 'work', work.id, [{ operationId: layOutId, fields: {} }, ...workSteps])
  }
}

const roles: readonly (readonly [string, string])[] = [
  ['учитель', 'ivanova'],
  ['классный руководитель', 'sokolova'],
  ['завуч', 'zavuch'],
  ['директор', 'director'],
  ['администратор', 'admin'],
  ['медсестра', 'medsestra'],
  ['ученик', 'petrov'],
  ['родитель', 'petrova'],
]

function signInsOf(known: Map<string, PersonRow>, suffix: string): SignIn[] {
  return roles
    .filter(([, login]) => known.has(login))
    .map(([role, login]) => ({ role, login: login + suffix, name: fullName(known.get(login)!) }))
}
