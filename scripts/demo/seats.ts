import type { SchoolClass } from '#scripts/demo/classes.ts'
import type { Sex } from '#scripts/demo/grammar.ts'
import type { Random } from '#scripts/demo/random.ts'

/** A place in a class that a child will take. */
export type Seat = { ofClass: SchoolClass; sex: Sex }

/** The seats of the children of one family; `told` names the few families that are always there. */
export type SeatsOfFamily = { seats: Seat[]; told: 'petrov' | 'three' | 'teacher' | null }

/** Deals the seats of all classes out to families: five of six have one child here. */
export function seatFamilies(random: Random, classes: SchoolClass[]): SeatsOfFamily[] {
  const left = random.shuffle(classes.flatMap((schoolClass) => seatsOf(random, schoolClass)))
  const families: SeatsOfFamily[] = [
    { told: 'petrov', seats: [take(left, '7Б', 'm'), take(left, '3А', 'f')] },
    { told: 'three', seats: [take(left, '2А', 'm'), take(left, '5Б', 'f'), take(left, '9А', 'm')] },
    { told: 'teacher', seats: [take(left, '6А', 'f')] },
  ]
  while (left.length > 0) {
    const seats = [left.pop()!]
    const children = random.weighted([
      [1, 84],
      [2, 13],
      [3, 3],
    ] as const)
    while (seats.length < children) {
      const index = findSibling(random, left, seats)
      if (index < 0) break
      seats.push(...left.splice(index, 1))
    }
    families.push({ told: null, seats })
  }
  return families
}

// As many boys as girls, give or take one.
function seatsOf(random: Random, ofClass: SchoolClass): Seat[] {
  const girls = Math.floor(ofClass.size / 2) + (random.chance(0.5) && ofClass.size % 2 === 1 ? 1 : 0)
  return Array.from({ length: ofClass.size }, (_, index) => ({ ofClass, sex: index < girls ? 'f' : 'm' }))
}

function take(seats: Seat[], className: string, sex: Sex): Seat {
  const index = seats.findIndex((seat) => seat.ofClass.name === className && seat.sex === sex)
  return seats.splice(index, 1)[0]!
}

// Brothers and sisters are of other grades, except twins, who sit in one class.
function findSibling(random: Random, seats: Seat[], family: Seat[]): number {
  const twins = random.chance(0.06)
  const from = random.int(0, Math.max(0, seats.length - 1))
  const fits = ({ ofClass }: Seat): boolean =>
    twins ? ofClass === family[0]!.ofClass : family.every((other) => other.ofClass.grade !== ofClass.grade)
  const later = seats.findIndex((seat, index) => index >= from && fits(seat))
  return later >= 0 ? later : seats.findIndex(fits)
}
