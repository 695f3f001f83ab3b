import { fullName, shortName } from '#domain/people/names.ts'
import { nameKey } from '#domain/people/similar.ts'
import { dayOf, numberOf, textOf } from './cells.ts'
import { classOf, groupOf, shiftOf } from './learning.ts'
import { type Change, changesOf, once, type Planner, type Reader, readerOf, rowOf, type Setting } from './plan.ts'
import { type Teachers, teachersOf } from './planStaff.ts'
import { classesBy, classIn, letteredOf, studentIn, studentsBy } from './planStudents.ts'
import type { Line } from './sheet.ts'
import type { KnownClass, KnownGroup, State } from './state.ts'
import { subjectsOf } from './subjects.ts'
import { groupName } from './vocabulary.ts'
import { noWrites, type Writes } from './writes.ts'

/**
 * Classes with their shift, week, homeroom teacher, and the combined class they learn in: classes that name the same one learn together.
 * Problems: notClass, letterMissing, notNumber, twice, and those of homeroomIn.
 */
export const planClasses: Planner = (lines, state, setting) => {
  const writes = noWrites()
  const classes = classesBy(state)
  const teachers = teachersOf(state, writes, setting.newId)
  const combined = combinedOf(state, writes, setting)
  const several = repeatedNumbers(lines)
  const first = once()
  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const named = reader.take('class', classOf(reader.cell('class')))
    const shift = reader.take('shift', shiftOf(reader.cell('shift')))
    const days = reader.take('days', numberOf(reader.cell('days'), 5, 6))
    const standing = named ? classes.get(named.name) : undefined
    const lettered = named && !standing ? letteredOf(named, classes) : []
    if (named && (lettered.length > 0 || several.has(named.name))) reader.fail('letterMissing', 'class', lettered.join(', '))
    else if (named) first(reader, named.name, 'class')
    if (named === null || reader.problems.some(({ code }) => code === 'letterMissing' || code === 'twice'))
      return rowOf(reader, textOf(reader.cell('class')), null, [])
    const own: KnownClass = standing ?? { ...named, id: setting.newId(), shift: shift ?? 1, studyDays: days }
    const changed = { ...own, shift: shift ?? own.shift, studyDays: days ?? own.studyDays }
    // Of a new class too it is told how its shift and week were understood.
    const changes = changesOf({
      shift: [standing ? String(own.shift) : '', standing || shift !== null ? String(changed.shift) : ''],
      days: [standing ? String(own.studyDays ?? '') : '', String(changed.studyDays ?? '')],
    })
    const homeroom =
      textOf(reader.cell('teacher')) === '' ? null : homeroomIn(reader, 'teacher', own, state, teachers, setting, null)
    const joined = combined(reader, own)
    if (reader.problems.length > 0) return rowOf(reader, named.name, standing?.id ?? null, [])
    if (!standing) writes.classes.push(own)
    else if (changes.length > 0) writes.changedClasses.push({ id: own.id, shift: changed.shift, studyDays: changed.studyDays })
    homeroom?.write(writes)
    joined?.write()
    const all = [...changes, ...(homeroom ? homeroom.changes : []), ...(joined ? joined.changes : [])]
    return rowOf(reader, named.name, standing?.id ?? null, all)
  })
  return { rows, writes }
}

/** A number that stands in several rows is no class without a letter: the letters are in a column that nobody has named. */
function repeatedNumbers(lines: readonly Line[]): Set<string> {
  const numbers = lines.flatMap(({ cells }) => {
    const named = classOf(cells.class?.cell ?? null)
    return 'value' in named && named.value.letter === '' ? [named.value.name] : []
  })
  return new Set(numbers.filter((name, i) => numbers.indexOf(name) !== i))
}

/** Homeroom teachers of classes. Whoever led the class before does so until the day before. */
export const planHomerooms: Planner = (lines, state, setting) => {
  const writes = noWrites()
  const classes = classesBy(state)
  const teachers = teachersOf(state, writes, setting.newId)
  const first = once()
  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const own = classIn(reader, classes)
    const from = reader.take('from', dayOf(reader.cell('from'), setting.today))
    const title = [own?.name ?? textOf(reader.cell('class')), textOf(reader.cell('name'))].join(' — ')
    if (own === null || !first(reader, own.id, 'class')) return rowOf(reader, title, null, [])
    const homeroom = homeroomIn(reader, 'name', own, state, teachers, setting, from)
    if (reader.problems.length > 0 || homeroom === null) return rowOf(reader, title, null, [])
    homeroom.write(writes)
    return rowOf(reader, title, homeroom.id, homeroom.changes)
  })
  return { rows, writes }
}

type Homeroom = { id: string | null; changes: Change[]; write: (writes: Writes) => void }

/** Who leads the class from the day on. */
function homeroomIn(
  reader: Reader,
  key: string,
  own: KnownClass,
  state: State,
  teachers: Teachers,
  { onDate }: Setting,
  said: string | null,
): Homeroom | null {
  const teacher = teachers.in(reader, key)
  if (teacher === null) return null
  const standing = state.homerooms.find(({ classId, to }) => classId === own.id && (to === null || to >= onDate))
  // Whoever leads the class already did so until now.
  const from = said ?? (standing && onDate > state.year.from ? onDate : state.year.from)
  const write = (writes: Writes) => writes.homerooms.push({ classId: own.id, teacherId: teacher.id, from })
  if (!standing) return { id: null, changes: [{ field: key, was: '', becomes: shortName(teacher) }], write }
  if (standing.teacherId === teacher.id) return { id: standing.id, changes: [], write: () => {} }
  const former = state.people.find(({ id }) => id === standing.teacherId)
  const changes = [{ field: key, was: former ? shortName(former) : '', becomes: shortName(teacher) }]
  return { id: standing.id, changes, write }
}

/** Combined classes by name: a group of the grade of its first class, of all the students of its classes. */
function combinedOf(state: State, writes: Writes, { newId, onDate }: Setting) {
  const known = new Map(state.groups.filter(({ kind }) => kind === 'combined').map((group) => [nameKey(group.name), group]))
  return (reader: Reader, own: KnownClass): { changes: Change[]; write: () => void } | null => {
    const name = reader.text('combined', 60)
    const standing = name === '' ? undefined : known.get(nameKey(name))
    if (name === '' || standing?.classIds.includes(own.id)) return null
    const write = () => {
      const group: KnownGroup = standing ?? {
        id: newId(),
        kind: 'combined',
        name,
        grade: own.grade,
        subjectId: null,
        classIds: [],
      }
      if (!standing) {
        known.set(nameKey(name), group)
        writes.groups.push({ id: group.id, kind: 'combined', name, grade: own.grade, classId: null, subjectId: null })
      }
      group.classIds.push(own.id)
      writes.groupClasses.push({ groupId: group.id, classId: own.id })
      for (const { groupId, studentId, to } of state.stays)
        if (groupId === own.id && to === null) writes.stays.push({ groupId: group.id, studentId, from: onDate })
    }
    return { changes: [{ field: 'combined', was: '', becomes: name }], write }
  }
}

/** The subgroup of a class for a subject: by its number or name. A group that is not there is made. */
export function subgroupsOf(state: State, writes: Writes, newId: () => string) {
  const known = Map.groupBy(
    state.groups.filter(({ kind }) => kind === 'subgroup'),
    ({ classIds }) => classIds[0] ?? '',
  )
  return (own: KnownClass, subject: { id: string; name: string }, said: string): { group: KnownGroup; fresh: boolean } => {
    const groups = known.getOrInsertComputed(own.id, () => [])
    const wanted = nameKey(said)
    const called = (name: string) => nameKey(name) === wanted || nameKey(name).endsWith(`, ${wanted}`)
    const found =
      groups.find(({ subjectId, name }) => subjectId === subject.id && called(name)) ??
      groups.find(({ name }) => nameKey(name) === wanted)
    if (found) return { group: found, fresh: false }
    const name = groupName(own.name, subject.name, said)
    const group: KnownGroup = { id: newId(), kind: 'subgroup', name, grade: own.grade, subjectId: subject.id, classIds: [own.id] }
    groups.push(group)
    writes.groups.push({ id: group.id, kind: 'subgroup', name, grade: own.grade, classId: own.id, subjectId: subject.id })
    return { group, fresh: true }
  }
}

/** Who of a class is in which group for a subject. Who is in another group for it is an error: the editor of groups moves students. */
export const planSubgroups: Planner = (lines, state, setting) => {
  const writes = noWrites()
  const classes = classesBy(state)
  const students = studentsBy(state)
  const subjects = subjectsOf(state, writes, setting.newId)
  const subgroup = subgroupsOf(state, writes, setting.newId)
  const groups = new Map(state.groups.map((group) => [group.id, group]))
  const places = new Map<string, string>() // the group by student and subject
  for (const { groupId, studentId, to } of state.stays) {
    const group = groups.get(groupId)
    if (group?.kind === 'subgroup' && (to === null || to >= setting.onDate))
      places.set(`${studentId} ${group.subjectId}`, groupId)
  }
  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const own = classIn(reader, classes)
    const said = groupOf(reader.cell('group'))
    if (said === '') reader.fail('missing', 'group')
    if (said.length > 40) reader.fail('tooLong', 'group')
    const student = own && studentIn(reader, 'name', students, own.id)
    const from = reader.take('from', dayOf(reader.cell('from'), setting.today)) ?? setting.onDate
    const title = [student ? fullName(student) : textOf(reader.cell('name')), textOf(reader.cell('subject')), said].join(' — ')
    if (own === null || student === null || reader.problems.length > 0) return rowOf(reader, title, null, [])
    const subject = subjects.in(reader, 'subject')
    if (subject === null) return rowOf(reader, title, null, [])
    const { group } = subgroup(own, subject, said)
    const place = `${student.id} ${subject.id}`
    const present = places.get(place)
    if (present === group.id) return rowOf(reader, title, group.id, [])
    if (present !== undefined) {
      reader.fail('otherGroup', 'group', groups.get(present)?.name ?? '')
      return rowOf(reader, title, null, [])
    }
    groups.set(group.id, group)
    places.set(place, group.id)
    writes.stays.push({ groupId: group.id, studentId: student.id, from })
    return rowOf(reader, title, null, [])
  })
  return { rows, writes }
}
