import type { Calendar } from '#scripts/demo/calendar.ts'
import type { Classes, Group } from '#scripts/demo/classes.ts'
import { type Day, dateOf } from '#scripts/demo/days.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Stay, Student } from '#scripts/demo/people.ts'
import type { Random } from '#scripts/demo/random.ts'
import type { EnrolmentRow } from '#scripts/demo/rows.ts'

/** A student in a group, and the days during which they are. */
export type Member = { student: Student; from: Day; to: Day }

/** Lets a few students come late, leave or change class in autumn, and takes one out for a plan of their own. */
export function moveStudents(random: Random, calendar: Calendar, students: Student[], classes: Classes): void {
  const october = calendar.from + 34
  const movable = random.shuffle(students.filter(({ person }) => person.surname !== 'Петров' && person.surname !== 'Петрова'))
  const small = movable.filter(({ stays }) => stays[0]!.ofClass.name !== '10А')
  for (const student of small.slice(0, 4)) student.stays[0]!.from = october + random.int(0, 20)
  for (const student of small.slice(4, 7)) student.stays[0]!.to = october + random.int(0, 20)

  const leaver = small.slice(7).find(({ stays }) => stays[0]!.ofClass.name === '7А')
  const other = classes.classes.find(({ name }) => name === '7Б')
  if (leaver && other) {
    const changes = october + 4
    leaver.stays[0]!.to = changes - 1
    leaver.stays.push({ ofClass: other, from: changes, to: null })
  }
  const alone = small.slice(7).find(({ stays }) => stays[0]!.ofClass.name === '8А')
  if (alone) alone.alone = true
}

/** Cuts every class in two for each split: informatics by the alphabet, the others as it happens. */
export function halve(random: Random, students: Student[], classes: Classes): void {
  for (const schoolClass of classes.classes) {
    const own = students.filter(({ stays }) => stays.some(({ ofClass }) => ofClass === schoolClass))
    const alphabetical = [...own].sort((a, b) => (a.person.surname < b.person.surname ? -1 : 1))
    alphabetical.forEach((student, index) => {
      student.half.informatics = index * 2 < own.length ? 0 : 1
    })
    for (const subject of ['english', 'ethics'] as const) {
      random.shuffle(own).forEach((student, index) => {
        student.half[subject] = index % 2 === 0 ? 0 : 1
      })
    }
  }
}

/** Who belongs to each group and when. */
export function enrol(ids: Ids, calendar: Calendar, students: Student[], groups: Group[], endedBy: Map<Stay, string>) {
  const enrolments: EnrolmentRow[] = []
  const membersOf = new Map<string, Member[]>(groups.map(({ id }) => [id, []]))
  for (const student of students) {
    for (const stay of student.stays) {
      for (const group of groups.filter((candidate) => belongs(student, stay, candidate))) {
        membersOf.get(group.id)!.push({ student, from: stay.from, to: stay.to ?? calendar.to })
        enrolments.push({
          id: ids.next(),
          group_id: group.id,
          student_id: student.id,
          from_date: dateOf(stay.from),
          to_date: stay.to === null ? null : dateOf(stay.to),
          ended_by: endedBy.get(stay) ?? null,
        })
      }
    }
  }
  return { enrolments, membersOf }
}

function belongs(student: Student, stay: Stay, group: Group): boolean {
  if (stay.ofClass !== group.ofClass) return false
  if (group.kind === 'individual') return student.alone
  if (student.alone) return false
  if (group.part === 'class') return true
  if (group.cutFor === 'technology') return group.part === (student.person.sex === 'm' ? 0 : 1)
  return student.half[group.cutFor!] === group.part
}
