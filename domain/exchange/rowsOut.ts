import { spansOf } from '#domain/calendar/rules.ts'
import { termName } from '#domain/calendar/texts.ru.ts'
import { fullName } from '#domain/people/names.ts'
import { snilsText } from '#domain/people/snils.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { timeText } from './cells.ts'
import type { Kind } from './kinds.ts'
import { hoursText } from './learning.ts'
import { relationWord } from './relations.ts'
import { values } from './sheet.texts.ru.ts'
import type { KnownGroup, KnownPerson, State } from './state.ts'
import { dayKindWord, planLetter, weekdayWord } from './vocabulary.ts'

/** A cell on its way out: a day stays a day where the format has such. */
export type CellOut = string | number | { day: PlainDate }
export type RowOut = Readonly<Record<string, CellOut>>

const day = (date: PlainDate | null): CellOut => (date === null ? '' : { day: date })
const gradesText = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`)
const yesNo = (value: boolean): string => values[String(value)]!

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]))
const personCells = (person: KnownPerson): RowOut => ({
  sex: values[person.sex]!,
  bornOn: day(person.bornOn),
  snils: person.snils ? snilsText(person.snils) : '',
})

/** The school's rows of each kind in the form in which they can be brought in again: that import finds everything the same. */
export const rowsOut: { readonly [K in Kind]: (state: State) => RowOut[] } = {
  classes: (state) => {
    const people = byId(state.people)
    const leader = new Map(leaders(state).map(({ classId, teacherId }) => [classId, people.get(teacherId)]))
    const combined = state.groups.filter(({ kind }) => kind === 'combined')
    return state.classes.map((one) => ({
      class: one.name,
      teacher: leader.get(one.id) ? fullName(leader.get(one.id)!) : '',
      shift: one.shift,
      days: one.studyDays ?? '',
      combined: combined.find(({ classIds }) => classIds.includes(one.id))?.name ?? '',
    }))
  },
  homerooms: (state) => {
    const [people, classes] = [byId(state.people), byId(state.classes)]
    return leaders(state).flatMap(({ classId, teacherId, from }) =>
      people.has(teacherId)
        ? [{ class: classes.get(classId)!.name, name: fullName(people.get(teacherId)!), from: day(from) }]
        : [],
    )
  },
  holidays: ({ exceptions }) =>
    spansOf(exceptions.map((one) => ({ ...one, kind: one.kind as 'holiday', classId: null }))).map((span) => ({
      kind: dayKindWord(span.kind),
      title: span.name,
      from: day(span.from),
      to: day(span.to),
      grades: gradesText(span.fromGrade, Math.min(span.toGrade, 11)),
      like: span.likeWeekday === null ? '' : weekdayWord(span.likeWeekday),
    })),
  curriculum: (state) => {
    const [plans, subjects] = [byId(state.plans), byId(state.subjects)]
    return state.lines.flatMap((line) => {
      const [plan, subject] = [plans.get(line.planId), subjects.get(line.subjectId)]
      if (!plan || !subject) return []
      const letter = planLetter.exec(plan.name)?.[1] ?? ''
      const cells = { area: subject.area, subject: subject.name, part: values[line.part]!, grade: `${plan.grade}${letter}` }
      return [{ ...cells, hours: hoursText(line.halfHours), profile: plan.profile, groups: line.subgroups }]
    })
  },
  students: (state) => {
    const [people, classes] = [byId(state.people), byId(state.classes)]
    return state.stays.flatMap(({ groupId, studentId, from, to }) => {
      const [one, student] = [classes.get(groupId), people.get(studentId)]
      if (!one || !student || to !== null) return []
      return [
        { class: one.name, name: fullName(student), ...personCells(student), languages: student.languages, from: day(from) },
      ]
    })
  },
  load: (state) => {
    const [people, subjects, courses] = [byId(state.people), byId(state.subjects), byId(state.courses)]
    const [classes, groups] = [byId(state.classes), byId(state.groups)]
    return state.assignments.flatMap((one) => {
      const course = courses.get(one.courseId)
      const teacher = people.get(one.teacherId)
      const place = course && placeOf(state, groups.get(course.groupId), classes.get(course.groupId)?.name)
      if (!course || !teacher || !place || one.to !== null) return []
      const hours = one.halfHours > 0 ? hoursText(one.halfHours) : ''
      return [{ name: fullName(teacher), subject: subjects.get(course.subjectId)!.name, ...place, hours, from: day(one.from) }]
    })
  },
  staff: (state) => {
    const people = byId(state.people)
    return state.positions.flatMap(({ personId, position, category }) => {
      const person = people.get(personId)
      return person ? [{ name: fullName(person), position, category, ...personCells(person) }] : []
    })
  },
  guardians: (state) => {
    const [people, classes] = [byId(state.people), byId(state.classes)]
    const classOf = new Map(
      state.stays.flatMap(({ studentId, groupId }) => (classes.has(groupId) ? [[studentId, classes.get(groupId)!.name]] : [])),
    )
    return state.ties.flatMap(({ guardianId, studentId, relation, livesWith, informed, endedOn }) => {
      if (endedOn !== null) return []
      const [guardian, student] = [people.get(guardianId), people.get(studentId)]
      if (!guardian || !student) return []
      const child = { student: fullName(student), class: classOf.get(studentId) ?? '' }
      const tie = { relation: relationWord(relation), livesWith: yesNo(livesWith), informed: yesNo(informed) }
      return [{ ...child, name: fullName(guardian), ...tie, ...personCells(guardian) }]
    })
  },
  subgroups: (state) => {
    const [people, groups, subjects] = [byId(state.people), byId(state.groups), byId(state.subjects)]
    return state.stays.flatMap(({ groupId, studentId, from, to }) => {
      const [group, student] = [groups.get(groupId), people.get(studentId)]
      const subject = group?.subjectId ? subjects.get(group.subjectId) : undefined
      if (group?.kind !== 'subgroup' || !student || !subject || to !== null) return []
      return [{ ...placeOf(state, group, undefined)!, subject: subject.name, name: fullName(student), from: day(from) }]
    })
  },
  subjects: ({ subjects }) =>
    subjects.map(({ name, shortName, area, federal }) => ({
      subject: name,
      short: shortName,
      area,
      part: values[federal ? 'federal' : 'school']!,
    })),
  rooms: ({ rooms }) => rooms.map(({ name, capacity, purpose }) => ({ name, capacity: capacity ?? '', purpose })),
  terms: ({ terms }) =>
    terms.map((term) => ({
      term: termName(term.kind, term.number),
      from: day(term.from),
      to: day(term.to),
      grades: gradesText(term.fromGrade, Math.min(term.toGrade, 11)),
    })),
  bells: ({ bells }) =>
    bells.map((bell) => ({
      shift: bell.shift,
      grades: gradesText(bell.fromGrade, Math.min(bell.toGrade, 11)),
      weekdays: weekdayWord(bell.weekday),
      number: bell.number,
      start: timeText(bell.startsAt),
      end: timeText(bell.endsAt),
    })),
}

/** Who leads each class now, or will first. */
const leaders = ({ homerooms, classes }: State): State['homerooms'] =>
  classes.flatMap(({ id }) => homerooms.filter(({ classId, to }) => classId === id && to === null).slice(0, 1))

/** The class and group of a course; a group of several classes stands in the place of a class. Null for a group that no list speaks of. */
function placeOf(
  state: State,
  group: KnownGroup | undefined,
  className: string | undefined,
): { class: string; group: string } | null {
  if (className !== undefined) return { class: className, group: '' }
  if (!group) return null
  if (group.kind !== 'subgroup') return { class: group.name, group: '' }
  const own = state.classes.find(({ id }) => id === group.classIds[0])
  return own ? { class: own.name, group: group.name } : null
}

/** In CSV, what a spreadsheet could take for a formula gets an apostrophe before it. [security.md T8] */
export const harmless = (text: string): string => (/^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text)
