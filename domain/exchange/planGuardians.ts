import { fullName } from '#domain/people/names.ts'
import { nameKey } from '#domain/people/similar.ts'
import { dotted, yesNoOf } from './cells.ts'
import { matchOf, registerOf, whoIn } from './people.ts'
import { type Planner, readerOf, rowOf } from './plan.ts'
import { cardRow, changedCard, classesBy, classIn, newCard, studentIn, studentsBy } from './planStudents.ts'
import { relationOf } from './relations.ts'
import type { KnownPerson } from './state.ts'
import { noWrites } from './writes.ts'

/** So much of a surname is the same in a family: «Петров», «Петрова». */
const STEM = 4
const stemOf = ({ surname }: { surname: string }) => nameKey(surname).slice(0, STEM)

/**
 * Guardians of students. Without a birth date and СНИЛС an adult is who has the same whole name and has a child of the same surname:
 * the parent of two children is one person, a namesake across the school is another. Who is a guardian of the
 * student no longer is left as they are, with a remark. Problems besides those of people: unknownStudent,
 * notRelation, ownGuardian, twice.
 */
export const planGuardians: Planner = (lines, state, { today, newId }) => {
  const writes = noWrites()
  const register = registerOf(state.people)
  const classes = classesBy(state)
  const students = studentsBy(state)
  const childrenOf = Map.groupBy(state.ties, ({ guardianId }) => guardianId)
  const surnames = new Map<string, Set<string>>() // of the children, by guardian
  const people = new Map(state.people.map((person) => [person.id, person]))
  for (const [guardianId, ties] of childrenOf) {
    surnames.set(
      guardianId,
      new Set(ties.flatMap(({ studentId }) => (people.has(studentId) ? [stemOf(people.get(studentId)!)] : []))),
    )
  }
  const ties = new Map(state.ties.map((tie) => [`${tie.guardianId} ${tie.studentId}`, tie]))
  const spoken = new Map<string, number>()
  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const own = reader.has('class') && reader.text('class') !== '' ? classIn(reader, classes) : null
    const student = studentIn(reader, 'student', students, own?.id ?? null)
    const relation = reader.take('relation', relationOf(reader.cell('relation')))
    const who = whoIn(reader, today, relation?.sex ?? null)
    const livesWith = reader.take('livesWith', yesNoOf(reader.cell('livesWith')))
    const informed = reader.take('informed', yesNoOf(reader.cell('informed')))
    const title = [who ? fullName(who) : reader.text('name'), student ? fullName(student) : reader.text('student')].join(' — ')
    if (who === null || student === null || relation === null) return rowOf(reader, title, null, [])
    const near = ({ id }: KnownPerson) => surnames.get(id)?.has(stemOf(student)) ?? false
    const known = matchOf(reader, who, register, near)
    const card = known ?? newCard(reader, who, '', newId)
    if (card === null) return rowOf(reader, title, null, [])
    if (card.id === student.id) reader.fail('ownGuardian', 'name')
    const changed = known ? changedCard(reader, known, who, '') : null
    const pair = `${card.id} ${student.id}`
    const earlier = spoken.get(pair)
    if (earlier !== undefined) reader.fail('twice', 'name', String(earlier))
    spoken.set(pair, line.row)
    const tie = ties.get(pair)
    if (tie?.endedOn) {
      // A parent who must not be told of the child any more stands in old lists still: only the card opens it again.
      reader.note('guardianEnded', 'name', dotted(tie.endedOn))
      return rowOf(reader, title, tie.id, [])
    }
    const next = {
      relation: relation.relation,
      livesWith: livesWith ?? tie?.livesWith ?? true,
      informed: informed ?? tie?.informed ?? true,
    }
    const tieChanges = tie
      ? (['relation', 'livesWith', 'informed'] as const).flatMap((field) =>
          tie[field] === next[field] ? [] : [{ field, was: String(tie[field]), becomes: String(next[field]) }],
        )
      : known
        ? [{ field: 'student', was: '', becomes: fullName(student) }]
        : []
    if (reader.problems.length > 0) return rowOf(reader, title, tie?.id ?? null, [])
    if (!known) {
      writes.people.push(cardRow(card))
      register.add(card)
    } else if (changed && changed.changes.length > 0) writes.changedPeople.push(cardRow(changed.card))
    surnames.getOrInsertComputed(card.id, () => new Set()).add(stemOf(student))
    if (!tie) writes.ties.push({ guardianId: card.id, studentId: student.id, ...next })
    else if (tieChanges.length > 0) writes.changedTies.push({ id: tie.id, ...next })
    return rowOf(reader, title, tie?.id ?? known?.id ?? null, [...(changed?.changes ?? []), ...tieChanges])
  })
  return { rows, writes }
}
