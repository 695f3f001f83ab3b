import { numberOf, textOf } from './cells.ts'
import { partOf } from './learning.ts'
import { changesOf, once, type Planner, readerOf, rowOf } from './plan.ts'
import { plainName, shortOf } from './subjects.ts'
import { noWrites } from './writes.ts'

/** The catalogue of subjects. Names that differ in «ё», capitals or spaces only are one. */
export const planSubjects: Planner = (lines, state, { newId }) => {
  const writes = noWrites()
  const known = new Map(state.subjects.map((subject) => [plainName(subject.name), subject]))
  const first = once()
  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const name = reader.needed('subject')
    const short = reader.text('short', 24)
    const area = reader.text('area')
    const part = reader.take('part', partOf(reader.cell('part')))
    if (name === '' || !first(reader, plainName(name), 'subject') || reader.problems.length > 0)
      return rowOf(reader, name, null, [])
    const standing = known.get(plainName(name))
    if (!standing) {
      writes.subjects.push({ id: newId(), name, shortName: short || shortOf(name), area, federal: part !== 'school' })
      return rowOf(reader, name, null, [])
    }
    const federal = part === null ? standing.federal : part !== 'school'
    const changed = { id: standing.id, shortName: short || standing.shortName, area: area || standing.area, federal }
    const changes = changesOf({
      short: [standing.shortName, changed.shortName],
      area: [standing.area, changed.area],
      part: [partWord(standing.federal), partWord(federal)],
    })
    if (changes.length > 0) writes.changedSubjects.push(changed)
    return rowOf(reader, name, standing.id, changes)
  })
  return { rows, writes }
}

/** Keys of the words in the texts. */
const partWord = (federal: boolean): string => (federal ? 'federal' : 'school')

/** Rooms with their places. */
export const planRooms: Planner = (lines, state, { newId }) => {
  const writes = noWrites()
  const known = new Map(state.rooms.map((room) => [plainName(room.name), room]))
  const first = once()
  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const name = textOf(reader.cell('name'))
    if (name === '') reader.fail('missing', 'name')
    if (name.length > 60) reader.fail('tooLong', 'name')
    const capacity = reader.take('capacity', numberOf(reader.cell('capacity'), 1, 1000))
    const purpose = reader.text('purpose', 60)
    if (name === '' || !first(reader, plainName(name), 'name') || reader.problems.length > 0) return rowOf(reader, name, null, [])
    const standing = known.get(plainName(name))
    if (!standing) {
      writes.rooms.push({ id: newId(), name, capacity, purpose })
      return rowOf(reader, name, null, [])
    }
    const changed = { id: standing.id, capacity: capacity ?? standing.capacity, purpose: purpose || standing.purpose }
    const changes = changesOf({
      capacity: [String(standing.capacity ?? ''), String(changed.capacity ?? '')],
      purpose: [standing.purpose, changed.purpose],
    })
    if (changes.length > 0) writes.changedRooms.push(changed)
    return rowOf(reader, name, standing.id, changes)
  })
  return { rows, writes }
}
