import { type FullName, nameAdult, nameChild, nameFamily } from '#scripts/demo/naming.ts'
import { makeRandom, type Random } from '#scripts/demo/random.ts'

export type Student = FullName & { class: string; bornOn: string; snils: string }
export type Teacher = FullName & { full: string }
export type Lesson = { teacher: Teacher; subject: string; class: string; group: string; hours: number }
export type Model = { random: Random; classes: string[]; students: Student[]; teachers: Teacher[]; load: Lesson[] }
/** A line of a curriculum: hours by grade, and how many groups a class is cut into. */
export type Hours = { area: string; subject: string; hours: Readonly<Record<number, number>>; groups: number }

export const full = ({ surname, given, patronymic }: FullName): string => [surname, given, patronymic].filter(Boolean).join(' ')
export const gradeOf = (name: string): number => Number.parseInt(name, 10)

const snilsOf = (random: Random): string => {
  const body = String(random.int(2_000_000, 199_999_999)).padStart(9, '0')
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (9 - place), 0)
  return body + String((sum % 101) % 100).padStart(2, '0')
}

/** A school with these classes: as many students in each, teachers who share the hours of the curriculum. No two people have one name. */
export function makeSchool(options: {
  seed: number
  year: number
  classes: string[]
  size: number
  teachers: number
  hours: Hours[]
}): Model {
  const random = makeRandom(options.seed)
  const taken = new Set<string>()
  const alone = <P extends FullName>(make: () => P): P => {
    for (;;) {
      const person = make()
      const name = full(person).toLowerCase().replaceAll('ё', 'е')
      if (taken.has(name)) continue
      taken.add(name)
      return person
    }
  }
  const teachers = Array.from({ length: options.teachers }, () => {
    const { surname, origin } = nameFamily(random)
    const teacher = alone(() => nameAdult(random, surname, origin, random.chance(0.85) ? 'f' : 'm'))
    return { ...teacher, full: full(teacher) }
  })
  const snilses = new Set<string>()
  const students = options.classes.flatMap((name) =>
    Array.from({ length: options.size }, (): Student => {
      const child = alone(() => {
        const { surname, origin } = nameFamily(random)
        return nameChild(random, surname, origin, random.chance(0.5) ? 'f' : 'm', random.weighted(origin.men))
      })
      let snils = snilsOf(random)
      while (snilses.has(snils)) snils = snilsOf(random)
      snilses.add(snils)
      const year = options.year - 7 - gradeOf(name) + (random.chance(0.3) ? 1 : 0)
      const bornOn = `${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
      return { ...child, class: name, bornOn, snils }
    }),
  )
  return { random, classes: options.classes, students, teachers, load: share(options, teachers) }
}

/** Subjects of every class among the teachers, in turn: who teaches a subject goes on teaching it. */
function share({ classes, hours }: { classes: string[]; hours: Hours[] }, teachers: Teacher[]): Lesson[] {
  const room = new Map(teachers.map((teacher) => [teacher, 24]))
  const take = (own: Teacher[], from: number, needed: number): Teacher => {
    const found = own.find((teacher) => room.get(teacher)! >= needed)
    if (found) return found
    const next = teachers[(from + own.length) % teachers.length]!
    if (!own.includes(next)) own.push(next)
    return next
  }
  return hours.flatMap(({ subject, hours: byGrade, groups }, i) => {
    const own: Teacher[] = [teachers[(i * 5) % teachers.length]!]
    return classes.flatMap((name) => {
      const weekly = byGrade[gradeOf(name)] ?? 0
      if (weekly === 0) return []
      return Array.from({ length: groups }, (_, n): Lesson => {
        let teacher = take(own, i * 5, weekly)
        // Two groups of a class learn at the same time.
        if (n === 1) teacher = teachers[(teachers.indexOf(teacher) + 1) % teachers.length]!
        room.set(teacher, room.get(teacher)! - weekly)
        return { teacher, subject, class: name, group: groups > 1 ? String(n + 1) : '', hours: weekly }
      })
    })
  })
}
