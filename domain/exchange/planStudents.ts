import { fullName } from '#domain/people/names.ts'
import { snilsText } from '#domain/people/snils.ts'
import { dayOf, dotted } from './cells.ts'
import { type ClassName, classOf } from './learning.ts'
import { matchOf, nameIn, registerOf, type Who, whoIn } from './people.ts'
import { type Change, changesOf, once, type Planner, type Reader, readerOf, rowOf } from './plan.ts'
import type { KnownClass, KnownPerson, State } from './state.ts'
import { noWrites, type Writes } from './writes.ts'

/** Classes by what people call them. */
export const classesBy = (state: State): Map<string, KnownClass> => new Map(state.classes.map((one) => [one.name, one]))

/** The class of a row: of its cell, or of the heading or the sheet it stands under. Problems: missing, notClass, letterMissing, unknownClass. */
export function classIn(reader: Reader, classes: Map<string, KnownClass>): KnownClass | null {
  const said = reader.cell('class') ?? (reader.line.under || null)
  const named = reader.take('class', classOf(said))
  if (named === null) return null
  return classes.get(named.name) ?? whyNoClass(reader, 'class', named, classes)
}

/** A number alone where the year has classes with letters, or a class that the year has not. Problems: letterMissing, unknownClass. */
export function whyNoClass(reader: Reader, key: string, named: ClassName, classes: Map<string, KnownClass>): null {
  const lettered = letteredOf(named, classes)
  return lettered.length > 0
    ? reader.fail('letterMissing', key, lettered.join(', '))
    : reader.fail('unknownClass', key, named.name)
}

/** Of a number alone, the classes with letters that it may mean; none of a class with a letter. */
export const letteredOf = (named: ClassName, classes: Map<string, KnownClass>): string[] =>
  [...classes.values()].flatMap(({ grade, letter, name }) =>
    named.letter === '' && grade === named.grade && letter !== '' ? [name] : [],
  )

/** What the file says of somebody that the school does not, or otherwise; and the card as it becomes. Problems: otherSnils. */
export function changedCard(
  reader: Reader,
  known: KnownPerson,
  who: Who,
  languages: string,
): { changes: Change[]; card: KnownPerson } {
  if (known.snils !== null && who.snils !== null && known.snils !== who.snils)
    reader.fail('otherSnils', 'snils', snilsText(known.snils))
  const renamed = reader.notes.some(({ code }) => code === 'bySnils')
  const card: KnownPerson = {
    ...known,
    surname: renamed ? who.surname : known.surname,
    givenName: renamed ? who.givenName : known.givenName,
    patronymic: (renamed && who.patronymic) || known.patronymic || who.patronymic,
    sex: reader.has('sex') && who.sex ? who.sex : known.sex,
    bornOn: who.bornOn ?? known.bornOn,
    snils: known.snils ?? who.snils,
    languages: languages || known.languages,
  }
  const changes = changesOf({
    name: [fullName(known), fullName(card)],
    sex: [known.sex, card.sex],
    bornOn: [known.bornOn ? dotted(known.bornOn) : '', card.bornOn ? dotted(card.bornOn) : ''],
    snils: [known.snils ? snilsText(known.snils) : '', card.snils ? snilsText(card.snils) : ''],
    languages: [known.languages, card.languages],
  })
  return { changes, card }
}

/** Writes a card for somebody new. Problem: sexUnknown. */
export function newCard(reader: Reader, who: Who, languages: string, newId: () => string): KnownPerson | null {
  const { sex } = who
  return sex === null ? reader.fail('sexUnknown', 'sex', '') : { ...who, sex, languages, id: newId() }
}

/** The card as it is written. */
export const cardRow = ({
  id,
  surname,
  givenName,
  patronymic,
  sex,
  bornOn,
  snils,
  languages,
}: KnownPerson): Writes['people'][number] => ({
  id,
  surname,
  givenName,
  patronymic,
  sex,
  bornOn,
  snils,
  languages,
})

/**
 * Students by classes. New ones get a card and a place in the class; known ones what the file adds. Who sits in another class is an
 * error, and so is who has left: transfers and returns go by order, through the movement book. Problems besides those of people:
 * letterMissing, unknownClass, otherClass, departed, twice, bornWrong.
 */
export const planStudents: Planner = (lines, state, { today, onDate, newId }) => {
  const writes = noWrites()
  const register = registerOf(state.people)
  const classes = classesBy(state)
  const classById = new Map(state.classes.map((one) => [one.id, one]))
  const stays = Map.groupBy(
    state.stays.filter(({ groupId }) => classById.has(groupId)),
    ({ studentId }) => studentId,
  )
  const first = once()
  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const own = classIn(reader, classes)
    const who = whoIn(reader, today)
    const languages = reader.text('languages', 200)
    const from = reader.take('from', dayOf(reader.cell('from'), today)) ?? onDate
    if (from > state.year.to) reader.fail('afterYear', 'from')
    const title = who ? fullName(who) : reader.text('name') || reader.text('surname')
    if (who === null || own === null) return rowOf(reader, title, null, [])
    const students = register.alike(who).filter(({ id }) => stays.has(id))
    const ofClass = students.filter(({ id }) => stays.get(id)!.some(({ groupId }) => groupId === own.id))
    const near = ofClass.length > 0 ? ofClass : students
    const known = matchOf(reader, who, register, (person) => near.includes(person))
    if (known && !first(reader, known.id, 'name')) return rowOf(reader, title, known.id, [])
    const card = known ?? newCard(reader, who, languages, newId)
    if (card === null || reader.problems.length > 0) return rowOf(reader, title, null, [])
    const changed = known ? changedCard(reader, known, who, languages) : null
    const standing = stays.get(card.id) ?? []
    const present = standing.find(({ to }) => to === null || to >= onDate)
    const sits = present && classById.get(present.groupId)!
    if (sits && sits.id !== own.id) reader.fail('otherClass', 'class', sits.name)
    if (!sits && standing.length > 0)
      reader.fail(
        'departed',
        'name',
        dotted(
          standing
            .map(({ to }) => to!)
            .sort()
            .at(-1)!,
        ),
      )
    const enters = !sits
    const changes = [...(changed?.changes ?? []), ...(enters ? [{ field: 'class', was: '', becomes: own.name }] : [])]
    if (reader.problems.length > 0) return rowOf(reader, title, known?.id ?? null, changes)
    if (!known) {
      writes.people.push(cardRow(card))
      register.add(card)
      first(reader, card.id, 'name')
    } else if (changed && changed.changes.length > 0) writes.changedPeople.push(cardRow(changed.card))
    if (enters) {
      stays.set(card.id, [{ groupId: own.id, studentId: card.id, from, to: null }])
      writes.stays.push({ groupId: own.id, studentId: card.id, from })
    }
    return rowOf(reader, title, known?.id ?? null, known ? changes : [])
  })
  return { rows, writes }
}

/** The student of a row among those of a class, or of the school: by the name as the list has it, patronymic or not. Problems: unknownStudent, severalSame. */
export function studentIn(
  reader: Reader,
  key: string,
  among: ReturnType<typeof studentsBy>,
  classId: string | null,
): KnownPerson | null {
  const name = nameIn(reader, undefined, key)
  if (name === null) return null
  const found = among.register.alike({ ...name, bornOn: null, snils: null }).filter(({ id }) => {
    const own = among.classOf.get(id)
    return own !== undefined && (classId === null || own === classId)
  })
  if (found.length > 1) return reader.fail('severalSame', key)
  return found[0] ?? reader.fail('unknownStudent', key)
}

/** Students of the year with the class they sit in. */
export function studentsBy(state: State) {
  const classes = new Set(state.classes.map(({ id }) => id))
  const classOf = new Map(
    state.stays
      .filter(({ groupId, to }) => classes.has(groupId) && to === null)
      .map(({ studentId, groupId }) => [studentId, groupId]),
  )
  return { classOf, register: registerOf(state.people.filter(({ id }) => classOf.has(id))) }
}
