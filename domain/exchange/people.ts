import { type PersonName, shortName } from '#domain/people/names.ts'
import { type Identity, nameKey, similarityOf } from '#domain/people/similar.ts'
import { isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { type Cell, dayOf, type Reading, russian, snilsOf, textOf, tidy, wordOf } from './cells.ts'
import type { Reader } from './plan.ts'
import type { KnownPerson } from './state.ts'
import * as words from './vocabulary.ts'

/** Somebody as a row names them; `sex` null when nothing tells it. */
export type Who = Identity & { sex: 'f' | 'm' | null }
/** «Иванова А. П.»: a surname with initials, which name nobody for certain. */
export type Initials = { surname: string; initials: string[] }
export type NameReading = { name: PersonName; shouted: boolean } | { initials: Initials } | { problem: string }

/** Surname, given name and patronymic out of one cell. */
export function nameOf(text: string): NameReading {
  const said = tidy(text).replace(/\s*[-‐‑–—]\s*/g, '-')
  const short = words.initialsTail.exec(said.replace(/(\p{Lu}\.)\s*(?=\p{Lu})/gu, '$1 '))
  if (short) return { initials: { surname: proper(short[1]!), initials: [short[2]!, short[3] ?? ''].filter(Boolean) } }
  const parts = said.split(' ').filter(Boolean)
  const tail =
    parts.length === 4 && words.patronymicTail.test(parts[3]!) ? `${proper(parts[2]!)} ${parts[3]!.toLowerCase()}` : null
  if (parts.length > 3 && tail === null) return { problem: 'tooManyNames' }
  if (parts.length < 2) return { problem: parts.length === 0 ? 'missing' : 'nameMissing' }
  if (parts.some((part) => !/^[\p{L}][\p{L}\p{M}'’.()-]*$/u.test(part))) return { problem: 'oddName' }
  if (parts.slice(1).some((part) => words.initial.test(part))) return { problem: 'initialsOnly' }
  const [surname, givenName, patronymic = ''] = parts.map(proper)
  return { name: { surname: surname!, givenName: givenName!, patronymic: tail ?? patronymic }, shouted: /\p{Lu}{3}/u.test(said) }
}

/** «ИВАНОВА» and «иванова» as «Иванова», «салтыков-щедрин» as «Салтыков-Щедрин»; what has both kinds of letters stays. */
const proper = (word: string): string =>
  /\p{Ll}/u.test(word) && /\p{Lu}/u.test(word)
    ? word
    : word.toLowerCase().replace(/(^|-)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

/** The name in a row: in one column, or in three. Null when it cannot be read; initials are handed to `orInitials`, where they are of use. */
export function nameIn(reader: Reader, orInitials?: (initials: Initials) => void, key = 'name'): PersonName | null {
  const split = key === 'name' && !textOf(reader.cell(key)) && reader.has('surname')
  const from = split ? 'surname' : key
  const text = split
    ? ['surname', 'givenName', 'patronymic'].map((part) => textOf(reader.cell(part))).join(' ')
    : textOf(reader.cell(key))
  const russianText = reader.take(from, russian(text))
  if (russianText === null) return null
  const read = nameOf(russianText)
  if ('problem' in read) return reader.fail(read.problem, from, text)
  if ('initials' in read) {
    if (orInitials) orInitials(read.initials)
    else reader.fail('initialsOnly', from, text)
    return null
  }
  if (read.shouted) reader.note('shouted', from, text)
  const long = [read.name.surname, read.name.givenName, read.name.patronymic].some((part) => part.length > 60)
  return long ? reader.fail('tooLong', from, text) : read.name
}

/** Who a row is about: the name, the sex — said, or told by the patronymic —, the birth date, the СНИЛС. */
export function whoIn(reader: Reader, today: PlainDate, sexByRole: 'f' | 'm' | null = null): Who | null {
  const name = nameIn(reader)
  const born = reader.take('bornOn', dayOf(reader.cell('bornOn'), today))
  if (born !== null && !isWithin(born, '1900-01-01', today)) reader.fail('bornWrong', 'bornOn')
  const snils = reader.take('snils', snilsOf(reader.cell('snils')))
  const sex = reader.take('sex', sexOf(reader.cell('sex')))
  if (name === null) return null
  return { ...name, bornOn: born, snils, sex: sex ?? sexByRole ?? sexByPatronymic(name.patronymic) }
}

function sexOf(cell: Cell): Reading<'f' | 'm' | null> {
  const word = wordOf(cell)
  const value = words.sexes[word]
  return word === '' ? { value: null } : value ? { value } : { problem: 'notSex' }
}

export function sexByPatronymic(patronymic: string): 'f' | 'm' | null {
  const word = searchForm(patronymic)
  return words.patronymicOf.f.test(word) ? 'f' : words.patronymicOf.m.test(word) ? 'm' : null
}

/** Everybody the school knows and the file adds, found by СНИЛС and by name. */
export type Register = {
  add(person: KnownPerson): void
  bySnils(snils: string): KnownPerson | undefined
  /** Who bears the names and is not contradicted. */
  alike(who: Identity): KnownPerson[]
  /** Who has the surname and these initials. */
  byInitials(initials: Initials): KnownPerson[]
}

export function registerOf(people: readonly KnownPerson[]): Register {
  const snilses = new Map<string, KnownPerson>()
  const names = new Map<string, KnownPerson[]>()
  const surnames = new Map<string, KnownPerson[]>()
  const add = (person: KnownPerson) => {
    if (person.snils !== null) snilses.set(person.snils, person)
    names.getOrInsertComputed(keyOf(person), () => []).push(person)
    surnames.getOrInsertComputed(nameKey(person.surname), () => []).push(person)
  }
  for (const person of people) add(person)
  return {
    add,
    bySnils: (snils) => snilses.get(snils),
    alike: (who) => (names.get(keyOf(who)) ?? []).filter((person) => similarityOf(who, person) !== null),
    byInitials: ({ surname, initials }) =>
      (surnames.get(nameKey(surname)) ?? []).filter((person) =>
        initials.every((letter, i) => nameKey([person.givenName, person.patronymic][i]?.[0] ?? '') === nameKey(letter)),
      ),
  }
}

const keyOf = ({ surname, givenName }: PersonName) => `${nameKey(surname)} ${nameKey(givenName)}`

/**
 * Who of the school the row is about, or null for somebody new. By СНИЛС; by the whole name with the birth date; by the name alone where
 * `near` says it can be nobody else. Problems: snilsOfOther, severalSame. Remarks: bySnils when the name differs, namesake when somebody
 * far bears the same name. [R091]
 */
export function matchOf(
  reader: Reader,
  who: Who,
  register: Register,
  near: (person: KnownPerson) => boolean,
): KnownPerson | null {
  const key = reader.has('name') ? 'name' : 'surname'
  const known = who.snils === null ? undefined : register.bySnils(who.snils)
  if (known) {
    const names = [nameKey(known.surname) === nameKey(who.surname), nameKey(known.givenName) === nameKey(who.givenName)]
    if (!names.includes(true)) return reader.fail('snilsOfOther', 'snils', shortName(known))
    if (names.includes(false)) reader.note('bySnils', 'snils', shortName(known))
    return known
  }
  const alike = register.alike(who)
  const certain = alike.filter((person) => similarityOf(who, person) === 'certain')
  const beside = alike.filter(near)
  const found = certain.length > 0 ? certain : beside
  if (found.length > 1) return reader.fail('severalSame', key)
  if (found.length === 0 && alike.length > 0) reader.note('namesake', key)
  return found[0] ?? null
}
