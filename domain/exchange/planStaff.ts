import { fullName, type PersonName } from '#domain/people/names.ts'
import { nameKey } from '#domain/people/similar.ts'
import { dayOf, tidy } from './cells.ts'
import { matchOf, nameIn, type Register, registerOf, sexByPatronymic, whoIn } from './people.ts'
import { type Planner, type Reader, readerOf, rowOf } from './plan.ts'
import { cardRow, changedCard, newCard } from './planStudents.ts'
import type { KnownPerson, State } from './state.ts'
import { TEACHER } from './vocabulary.ts'
import { noWrites, type Writes } from './writes.ts'

/** Staff with their positions: several in one cell, or a row for each. What the file is silent about stays. */
export const planStaff: Planner = (lines, state, { today, newId }) => {
  const writes = noWrites()
  const register = registerOf(state.people)
  const positions = new Map(state.positions.map((one) => [`${one.personId} ${nameKey(one.position)}`, one]))
  const employed = new Set(state.positions.map(({ personId }) => personId))
  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const who = whoIn(reader, today)
    const named = reader.needed('position', 300)
    const category = reader.text('category', 60)
    const from = reader.take('from', dayOf(reader.cell('from'), today)) ?? state.year.from
    const title = who ? fullName(who) : reader.text('name')
    if (who === null) return rowOf(reader, title, null, [])
    const known = matchOf(reader, who, register, ({ id }) => employed.has(id))
    const card = known ?? newCard(reader, who, '', newId)
    if (card === null) return rowOf(reader, title, null, [])
    const changed = known ? changedCard(reader, known, who, '') : null
    const wanted = named
      .split(/\s*[;\n]\s*/)
      .map(tidy)
      .filter(Boolean)
    const held = wanted.map((position) => ({ position, standing: positions.get(`${card.id} ${nameKey(position)}`) }))
    const added = held.filter(({ standing }) => !standing)
    const promoted = held.flatMap(({ standing }) => (standing && category && standing.category !== category ? [standing] : []))
    const changes = [
      ...(changed?.changes ?? []),
      ...added.map(({ position }) => ({ field: 'position', was: '', becomes: position })),
      ...promoted.map((one) => ({ field: 'category', was: one.category, becomes: category })),
    ]
    if (reader.problems.length > 0) return rowOf(reader, title, known?.id ?? null, [])
    if (!known) {
      writes.people.push(cardRow(card))
      register.add(card)
    } else if (changed && changed.changes.length > 0) writes.changedPeople.push(cardRow(changed.card))
    employed.add(card.id)
    for (const { position } of added) {
      writes.positions.push({ personId: card.id, position, category, from })
      positions.set(`${card.id} ${nameKey(position)}`, { id: newId(), personId: card.id, position, category })
    }
    for (const { id } of promoted) writes.changedPositions.push({ id, category })
    return rowOf(reader, title, known?.id ?? null, known ? changes : [])
  })
  return { rows, writes }
}

export type Teachers = {
  /** Somebody of the staff by a cell: the whole name, or a surname with initials that fit one person alone. */
  in(reader: Reader, key: string): KnownPerson | null
  /** Ids of those whom the rows have added. */
  added: Set<string>
}

/**
 * Teachers of a list of classes or of hours. Who is not on the staff and is named in full is taken on as a teacher; the row says so.
 * Problems: severalSame, unknownInitials, sexUnknown, patronymicMissing. [S0 3.1: the lists name teachers and nothing else]
 */
export function teachersOf(state: State, writes: Writes, newId: () => string): Teachers {
  const employed = new Set(state.positions.map(({ personId }) => personId))
  const staff: Register = registerOf(state.people.filter(({ id }) => employed.has(id)))
  const everybody = registerOf(state.people)
  const added = new Set<string>()
  return {
    added,
    in(reader, key) {
      let found: KnownPerson[] | null = null
      const name = nameIn(
        reader,
        (initials) => {
          found = staff.byInitials(initials)
        },
        key,
      )
      if (found !== null) return oneOf(reader, key, found, 'unknownInitials')
      if (name === null) return null
      const alike = staff.alike({ ...name, bornOn: null, snils: null })
      if (alike.length > 0) return oneOf(reader, key, alike, 'severalSame')
      return takeOn(reader, key, name)
    },
  }

  function takeOn(reader: Reader, key: string, name: PersonName): KnownPerson | null {
    if (name.patronymic === '') return reader.fail('unknownTeacher', key)
    const sex = sexByPatronymic(name.patronymic)
    if (sex === null) return reader.fail('unknownTeacher', key)
    if (everybody.alike({ ...name, bornOn: null, snils: null }).length > 0) reader.note('namesake', key)
    const person: KnownPerson = { ...name, sex, bornOn: null, snils: null, languages: '', id: newId() }
    staff.add(person)
    added.add(person.id)
    writes.people.push(cardRow(person))
    writes.positions.push({ personId: person.id, position: TEACHER, category: '', from: state.year.from })
    reader.note('newTeacher', key, fullName(person))
    return person
  }
}

function oneOf(reader: Reader, key: string, found: KnownPerson[], otherwise: string): KnownPerson | null {
  if (found.length !== 1) return reader.fail(found.length > 1 ? 'severalSame' : otherwise, key)
  if (otherwise === 'unknownInitials') reader.note('byInitials', key, fullName(found[0]!))
  return found[0]!
}
