import { bells } from '#scripts/demo/bells.ts'
import type { Calendar } from '#scripts/demo/calendar.ts'
import type { Classes } from '#scripts/demo/classes.ts'
import { writeCurricula, writeSubjects } from '#scripts/demo/curricula.ts'
import { dateOf, instantOf, type Moment, momentOf } from '#scripts/demo/days.ts'
import type { WorkKind } from '#scripts/demo/fillJournal.ts'
import type { History } from '#scripts/demo/history.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Rows } from '#scripts/demo/rows.ts'
import type { Staffing } from '#scripts/demo/staffing.ts'
import { type WorkCode, workTypes } from '#scripts/demo/workTypes.ts'

type Options = {
  ids: Ids
  rows: Rows
  history: History
  calendar: Calendar
  laidOut: Classes
  staffing: Staffing
  layOutId: string
  deputyId: string
  now: Moment
}

/** Rooms by name and kinds of work by code, once their rows stand. */
export type Year = { roomOf: Map<string, string>; kinds: Map<WorkCode, WorkKind> }

/** Writes the rows of a school before its first lesson: year, bells, classes, courses, load, rooms. */
export function setUpYear(options: Options): Year {
  const { ids, rows, calendar } = options
  const yearId = ids.next()
  rows.school.push({
    id: ids.next(),
    name: 'МБОУ «СОШ № 12»',
    full_name: 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 12» г. Заречный',
    city: 'Заречный',
    time_zone: 'Europe/Moscow',
    shift_days: 5,
    inn: '7700000009',
    ogrn: '1027700000008',
    address: 'г. Заречный, ул. Школьная, д. 12',
    phone: '8 (495) 000-12-12',
    email: 'school12@example.ru',
    head_name: 'Морозов Андрей Викторович',
    set_up_at: `${dateOf(calendar.from - 3)}T09:00:00Z`,
    exercise: true,
  })
  rows.school_year.push({
    id: yearId,
    name: calendar.name,
    from_date: dateOf(calendar.from),
    to_date: dateOf(calendar.to),
    opened_at: instantOf(momentOf(calendar.from - 4, 10 * 60)),
  })
  writeTerms(options, yearId)
  writeDays(options, yearId)
  writeClasses(options, yearId)

  const roomOf = new Map(options.staffing.teachers.map(({ room }) => [room, ids.next()]))
  for (const [name, id] of roomOf) rows.room.push({ id, name })
  return { roomOf, kinds: writeWorkTypes(options) }
}

// A term that ended is closed by the deputy head on the third day after it.
function writeTerms({ ids, rows, history, calendar, layOutId, deputyId, now }: Options, yearId: string): void {
  for (const term of calendar.terms) {
    const id = ids.next()
    const lockedAt = momentOf(term.to + 3, 9 * 60 + 30)
    const locked = lockedAt <= now
    rows.term.push({
      id,
      school_year_id: yearId,
      kind: term.kind,
      number: term.number,
      name: term.name,
      from_grade: term.fromGrade,
      to_grade: term.toGrade,
      from_date: dateOf(term.from),
      to_date: dateOf(term.to),
      locked_at: locked ? instantOf(lockedAt) : null,
    })
    history.tell('term', id, layOutId, null, { locked_at: null })
    if (!locked) continue
    const input = { termId: id }
    const operationId = history.operation({ name: 'calendar.lockTerm', actorId: deputyId, about: id, moment: lockedAt, input })
    history.tell('term', id, operationId, { locked_at: null })
  }
}

function writeDays({ ids, rows, calendar }: Options, yearId: string): void {
  for (const { name, kind, from, to, fromGrade, toGrade } of calendar.breaks) {
    for (let day = from; day <= to; day++) {
      rows.day_exception.push({
        id: ids.next(),
        school_year_id: yearId,
        date: dateOf(day),
        kind,
        like_weekday: null,
        from_grade: fromGrade,
        to_grade: toGrade,
        name,
      })
    }
  }
  for (const bell of bells) {
    rows.bell.push({
      id: ids.next(),
      school_year_id: yearId,
      from_grade: bell.fromGrade,
      to_grade: bell.toGrade,
      weekday: bell.weekday,
      number: bell.number,
      starts_at: bell.startsAt,
      ends_at: bell.endsAt,
    })
  }
}

function writeClasses({ ids, rows, calendar, laidOut, staffing }: Options, yearId: string): void {
  const subjectIds = writeSubjects(ids, rows)
  const followed = writeCurricula(ids, rows, laidOut, yearId, subjectIds)
  for (const { id, kind, name, grade, ofClass, cutFor, ungraded } of laidOut.groups) {
    const subject_id = kind === 'subgroup' ? subjectIds.get(cutFor!)! : null
    rows.study_group.push({
      id,
      school_year_id: yearId,
      kind,
      name,
      grade,
      class_id: ofClass.id,
      subject_id,
      curriculum_id: followed.get(id) ?? null,
      ungraded,
    })
  }
  const from = dateOf(calendar.from)
  for (const { id, letter } of laidOut.classes) {
    rows.school_class.push({ id, letter })
    const teacherId = staffing.homeroomTeacherOf.get(id)!.id
    rows.homeroom.push({ id: ids.next(), class_id: id, teacher_id: teacherId, from_date: from, to_date: null })
  }
  for (const { id, group, subject, weeklyHours, scale } of laidOut.courses) {
    rows.course.push({ id, school_year_id: yearId, group_id: group.id, subject_id: subjectIds.get(subject)!, scale })
    rows.assignment.push({
      id: ids.next(),
      course_id: id,
      teacher_id: staffing.teacherOf.get(id)!.id,
      weekly_half_hours: weeklyHours * 2,
      from_date: from,
      to_date: null,
    })
  }
}

function writeWorkTypes({ ids, rows }: Options): Map<WorkCode, WorkKind> {
  const kinds = new Map<WorkCode, WorkKind>()
  workTypes.forEach(([code, name, weight, control], position) => {
    const id = ids.next()
    kinds.set(code, { id, weight })
    rows.work_type.push({ id, name, short_name: code, weight, control, position })
  })
  return kinds
}
