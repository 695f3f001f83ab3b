import type { Part } from '#domain/curriculum/rules.ts'
import { shortName } from '#domain/people/names.ts'
import { nameKey } from '#domain/people/similar.ts'
import { addDays } from '#domain/platform/dates.ts'
import { type Cell, dayOf, numberOf, textOf } from './cells.ts'
import { classesOf, classOf, gradesOf, groupOf, hoursOf, hoursText, partOf } from './learning.ts'
import { type Change, type Planner, type PlanRow, type Reader, readerOf, rowOf } from './plan.ts'
import { subgroupsOf } from './planClasses.ts'
import { teachersOf } from './planStaff.ts'
import { classesBy, whyNoClass } from './planStudents.ts'
import { type Line, OVER } from './sheet.ts'
import type { KnownClass, KnownGroup } from './state.ts'
import { subjectsOf } from './subjects.ts'
import { planName } from './vocabulary.ts'
import { noWrites } from './writes.ts'

/** Columns of a grid that say something in this row: the class or grade over it, and the cell. */
const overColumns = (line: Line): { over: string; key: string; cell: Cell }[] =>
  Object.entries(line.cells).flatMap(([key, { cell }]) =>
    key.startsWith(OVER) && textOf(cell) !== '' ? [{ over: key.slice(OVER.length), key, cell }] : [],
  )

/** «7», «10А», «10 технологический»: the curriculum of a grade, of a class, of a profile. */
const planKey = (name: string) => nameKey(name)

/**
 * The curriculum: a grid of subjects under grades (or classes of the upper school), or a row for each grade. A curriculum that is not
 * there is begun. Problems: notHours, notGrades, missing, twice. [S0 3.1: учебный план школы]
 */
export const planCurriculum: Planner = (lines, state, { newId }) => {
  const writes = noWrites()
  const subjects = subjectsOf(state, writes, newId)
  const plans = new Map(state.plans.map((plan) => [planKey(plan.name), plan]))
  // A grade with one curriculum, however it is called, has that one.
  const onlyPlan = (grade: number) => {
    const own = state.plans.filter((plan) => plan.grade === grade)
    return own.length === 1 ? own[0] : undefined
  }
  const standing = new Map(state.lines.map((line) => [`${line.planId} ${line.subjectId} ${line.part}`, line]))
  const spoken = new Map<string, number>()
  let area = ''
  const rows = lines.map((line): PlanRow => {
    const reader = readerOf(line)
    const said = reader.text('area')
    area = reader.has('area') ? said || area : ''
    const part = reader.take('part', partOf(reader.cell('part'))) ?? ((line.under || 'federal') as Part)
    const groups = reader.take('groups', numberOf(reader.cell('groups'), 1, 4))
    const profile = reader.text('profile', 60)
    const title = textOf(reader.cell('subject'))
    const cells = overColumns(line)
    const columns = cells.length > 0 || !reader.has('grade') ? cells : [{ over: '', key: 'hours', cell: reader.cell('hours') }]
    const given = columns.flatMap(({ over, key, cell }) => {
      const hours = reader.take(key, hoursOf(cell))
      const named = classOf(over === '' ? reader.cell('grade') : over)
      const grades = 'value' in named ? null : reader.take('grade', gradesOf(reader.cell('grade')))
      if (hours === null) return []
      if ('value' in named) return [{ ...named.value, ...hours, groups: groups ?? hours.groups, key }]
      const { from, to } = grades ?? { from: 1, to: 0 }
      return Array.from({ length: to - from + 1 }, (_, i) => ({
        grade: from + i,
        letter: '',
        ...hours,
        groups: groups ?? hours.groups,
        key,
      }))
    })
    const subject = subjects.in(reader, 'subject', { area, federal: part === 'federal' })
    if (subject === null || reader.problems.length > 0) return rowOf(reader, title, null, [])
    const changes: Change[] = []
    let fresh = 0
    for (const { grade, letter, halfHours, groups, key } of given) {
      const name = planName(grade, letter, profile)
      const plan = plans.get(planKey(name)) ??
        onlyPlan(letter + profile === '' ? grade : 0) ?? { id: newId(), name, grade, profile }
      const at = `${plan.id} ${subject.id} ${part}`
      const earlier = spoken.get(at)
      if (earlier !== undefined) {
        reader.fail('twice', key, String(earlier))
        continue
      }
      spoken.set(at, line.row)
      const known = standing.get(at)
      if (known && known.halfHours === halfHours && known.subgroups === groups) continue
      if (!known) fresh += 1
      changes.push({
        field: name,
        was: known ? withGroups(known.halfHours, known.subgroups) : '',
        becomes: withGroups(halfHours, groups),
      })
      if (!plans.has(planKey(plan.name))) {
        plans.set(planKey(name), plan)
        writes.plans.push({ id: plan.id, name, grade, profile: profile || null, studyDays: state.year.studyDays })
      }
      writes.lines.push({ planId: plan.id, subjectId: subject.id, part, halfHours, subgroups: groups })
    }
    const isNew = given.length > 0 && fresh === given.length
    return rowOf(reader, title, isNew ? null : subject.id, isNew ? [] : changes)
  })
  return { rows, writes }
}

const withGroups = (halfHours: number, groups: number) => `${hoursText(halfHours)}${groups > 1 ? ` × ${groups}` : ''}`

/**
 * Who teaches what to which class: a row for one class or several, or a grid of classes with hours. A subgroup that is not there is made
 * without students. A course that somebody else teaches gets the new teacher from the day on, and the former one ends the day before;
 * of two teachers that the file itself names for one course both stay. Problems: unknownClass, notHours, teaches and those of teachers.
 */
export const planLoad: Planner = (lines, state, setting) => {
  const { newId, today } = setting
  const writes = noWrites()
  const teachers = teachersOf(state, writes, newId)
  const subjects = subjectsOf(state, writes, newId)
  const subgroup = subgroupsOf(state, writes, newId)
  const classes = classesBy(state)
  const combined = new Map(state.groups.filter(({ kind }) => kind !== 'subgroup').map((group) => [nameKey(group.name), group]))
  const courses = new Map(state.courses.map(({ id, groupId, subjectId }) => [`${groupId} ${subjectId}`, id]))
  const people = new Map(state.people.map((person) => [person.id, person]))
  const standing = Map.groupBy(state.assignments, ({ courseId }) => courseId)
  const spoken = new Map<string, Set<string>>() // teachers of a course that the file names
  const pending: (() => void)[] = []

  const groupsIn = (reader: Reader, cell: Cell, key: string): (KnownClass | KnownGroup)[] => {
    const whole = combined.get(nameKey(textOf(cell))) // its name may well have commas in it
    if (whole) return [whole]
    return classesOf(cell).flatMap((one) => {
      const named = classOf(one)
      const found = combined.get(nameKey(one)) ?? ('value' in named ? classes.get(named.value.name) : undefined)
      if (!found && 'value' in named) whyNoClass(reader, key, named.value, classes)
      else if (!found) reader.fail('unknownClass', key, one)
      return found ?? []
    })
  }

  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const grid = overColumns(line)
    const from = reader.take('from', dayOf(reader.cell('from'), today)) ?? state.year.from
    const wanted = (
      grid.length > 0 ? grid : [{ over: '', key: 'class', cell: reader.cell('class') ?? (line.under || null) }]
    ).flatMap(({ over, key, cell }) => {
      const hours = reader.take(over ? key : 'hours', hoursOf(over ? cell : reader.cell('hours')))
      if (over && hours === null) return []
      return groupsIn(reader, over || cell, key).map((group) => ({ group, halfHours: hours?.halfHours ?? 0 }))
    })
    if (grid.length === 0 && textOf(reader.cell('class')) === '' && !line.under) reader.fail('missing', 'class')
    const title = [
      textOf(reader.cell('name')),
      textOf(reader.cell('subject')),
      wanted.map(({ group }) => group.name).join(', '),
    ].join(' — ')
    const said = groupOf(reader.cell('group'))
    if (said.length > 40) reader.fail('tooLong', 'group')
    if (reader.problems.length > 0) return rowOf(reader, title, null, [])
    const teacher = teachers.in(reader, 'name')
    const subject = teacher && subjects.in(reader, 'subject')
    if (teacher === null || subject === null) return rowOf(reader, title, null, [])
    const changes: Change[] = []
    let fresh = 0
    for (const { group: whole, halfHours } of wanted) {
      const group = said === '' || 'kind' in whole ? whole : subgroup(whole, subject, said).group
      const place = `${group.id} ${subject.id}`
      let courseId = courses.get(place)
      if (courseId === undefined) {
        courseId = newId()
        courses.set(place, courseId)
        writes.courses.push({ id: courseId, groupId: group.id, subjectId: subject.id })
      }
      const named = spoken.getOrInsertComputed(courseId, () => new Set())
      if (named.has(teacher.id)) {
        reader.fail('twice', 'name', group.name)
        continue
      }
      named.add(teacher.id)
      const present = (standing.get(courseId) ?? []).filter(({ to }) => to === null || to >= today)
      const own = present.find(({ teacherId }) => teacherId === teacher.id)
      if (own) {
        if (halfHours > 0 && own.halfHours !== halfHours) {
          changes.push({ field: group.name, was: hoursText(own.halfHours), becomes: hoursText(halfHours) })
          writes.changedAssignments.push({ id: own.id, halfHours })
        }
        continue
      }
      const others = present.filter(({ teacherId }) => !named.has(teacherId))
      if (others.length === 0) fresh += 1
      const starts = others.length > 0 && from <= setting.today ? setting.onDate : from
      changes.push({
        field: group.name,
        was: others.map(({ teacherId }) => shortName(people.get(teacherId)!)).join(', '),
        becomes: [shortName(teacher), halfHours > 0 ? hoursText(halfHours) : ''].filter(Boolean).join(', '),
      })
      writes.assignments.push({ courseId, teacherId: teacher.id, halfHours, from: starts })
      // Whom the file names further down teaches on.
      pending.push(() => {
        for (const one of others)
          if (!named.has(one.teacherId) && !writes.endedAssignments.some(({ id }) => id === one.id))
            writes.endedAssignments.push({ id: one.id, to: addDays(starts, -1) })
      })
    }
    const isNew = wanted.length > 0 && fresh === wanted.length
    return rowOf(reader, title, isNew ? null : teacher.id, isNew ? [] : changes)
  })
  for (const end of pending) end()
  return { rows, writes }
}
