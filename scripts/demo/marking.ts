import type { Course } from '#scripts/demo/classes.ts'
import type { Student } from '#scripts/demo/people.ts'
import type { Random } from '#scripts/demo/random.ts'
import { subjectOf } from '#scripts/demo/subjects.ts'
import type { WorkCode } from '#scripts/demo/workTypes.ts'

/** How one teacher marks one course: who is better at it, and whose turn it is to be asked. */
export type Marker = {
  course: Course
  random: Random
  /** Marks of each student so far. */
  counts: Map<string, number>
  affinity: Map<string, number>
}

export function makeMarker(random: Random, course: Course): Marker {
  return { course, random, counts: new Map(), affinity: new Map() }
}

/** Works that everybody present gets a mark for. */
export const ofAll = new Set<WorkCode>([
  'КР',
  'КД',
  'Д',
  'И',
  'С',
  'СР',
  'П',
  'ТС',
  'ПР',
  'ЛР',
  'НФ',
  'З',
  'АКР',
  'СД',
  'ПТ',
  'Н',
])

/** Works that are awaited from those who were absent. */
export const awaited = new Set<WorkCode>(['КР', 'КД', 'АКР', 'ЛР', 'ПР', 'С', 'И', 'З'])

// «5/4»: content and spelling.
const twofold = new Set<WorkCode>(['С', 'И', 'Д', 'КД'])

/** Whom the teacher marks at a work: all, or those who were asked least. */
export function chooseStudents(marker: Marker, present: Student[], code: WorkCode, density: number): Student[] {
  const { random, counts } = marker
  if (ofAll.has(code)) return present.filter(() => random.chance(0.97))
  const wanted = Math.min(present.length, Math.round(present.length * density * (0.5 + random.next())))
  if (wanted === 0) return []
  const turns = present.map((student) => ({ student, turn: (counts.get(student.id) ?? 0) + 2.5 * random.next() }))
  return turns
    .sort((a, b) => a.turn - b.turn)
    .slice(0, wanted)
    .map(({ student }) => student)
}

/** The mark a student gets: one value, two for compositions and dictations, 1 or 0 on the scale of passing. */
export function valuesFor(marker: Marker, student: Student, code: WorkCode): number[] {
  marker.counts.set(student.id, (marker.counts.get(student.id) ?? 0) + 1)
  if (marker.course.scale === 'passFail') return [marker.random.chance(0.93) ? 1 : 0]
  if (twofold.has(code) && subjectOf(marker.course.subject).style === 'russian')
    return [valueFor(marker, student), valueFor(marker, student)]
  return [valueFor(marker, student)]
}

/** What is said beside a mark, or nothing, as mostly. */
export function commentFor(random: Random, student: Student, values: number[]): string {
  if (!random.chance(0.03)) return ''
  const [masculine, feminine] = random.pick(comments[Math.min(...values)] ?? [['Сдано', 'Сдано']])
  return student.person.sex === 'm' ? masculine : feminine
}

function valueFor({ course, random, affinity }: Marker, student: Student): number {
  const known = affinity.get(student.id) ?? random.normal() * 0.3
  affinity.set(student.id, known)
  const primary = course.group.grade <= 4 ? 0.22 : 0
  const score = 4.06 + primary + student.ability + known - subjectOf(course.subject).difficulty + random.normal() * 0.62
  return Math.max(2, Math.min(5, Math.round(score)))
}

const comments: Record<number, readonly (readonly [string, string])[]> = {
  5: [
    ['Отличная работа у доски', 'Отличная работа у доски'],
    ['Молодец, полный ответ', 'Умница, полный ответ'],
    ['Помог товарищам разобраться', 'Помогла одноклассникам разобраться'],
    ['Выполнил дополнительное задание', 'Выполнила дополнительное задание'],
  ],
  4: [
    ['Небольшие неточности в ответе', 'Небольшие неточности в ответе'],
    ['Хорошо, но нужно чётче объяснять', 'Хорошо, но нужно чётче объяснять'],
    ['Допустил одну ошибку', 'Допустила одну ошибку'],
    ['Работа сдана не полностью', 'Работа сдана не полностью'],
  ],
  3: [
    ['Повторить правило', 'Повторить правило'],
    ['Не справился с последними заданиями', 'Не справилась с последними заданиями'],
    ['Нужно внимательнее читать условие', 'Нужно внимательнее читать условие'],
    ['Отвлекался на уроке', 'Отвлекалась на уроке'],
  ],
  2: [
    ['Не готов к уроку', 'Не готова к уроку'],
    ['Нет домашней работы', 'Нет домашней работы'],
    ['Жду на дополнительное занятие в четверг', 'Жду на дополнительное занятие в четверг'],
  ],
  1: [['Зачтено, тема выбрана удачно', 'Зачтено, тема выбрана удачно']],
  0: [['План проекта не представлен', 'План проекта не представлен']],
}
