import { type Day, dateOf, instantOf, momentOf } from '#scripts/demo/days.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Student } from '#scripts/demo/people.ts'
import type { Random } from '#scripts/demo/random.ts'
import type { Rows } from '#scripts/demo/rows.ts'
import type { Staffing } from '#scripts/demo/staffing.ts'

const asked = [
  [
    'Сведения об успеваемости в электронном виде',
    'Цель: вести электронный дневник и сообщать родителям об учёбе ребёнка через личный кабинет.\nДанные: фамилия, имя, отчество, дата рождения, класс, отметки, пропуски, домашние задания ребёнка; фамилия, имя, отчество родителя.\nДействия: сбор, систематизация, накопление, хранение, уточнение, использование и передача родителям ребёнка.\nСрок: до отчисления ребёнка из школы.',
  ],
  [
    'Фотографии на сайте школы',
    'Цель: рассказывать о школьной жизни на сайте и официальных страницах школы.\nДанные: изображение ребёнка, имя и класс.\nДействия: фото- и видеосъёмка на школьных мероприятиях, хранение, размещение на сайте школы.\nСрок: до отчисления ребёнка из школы.',
  ],
] as const

/** What lies in the drawers of homeroom teachers: consents, the monthly and the October check, what families have told. */
export function keepPapers(options: {
  ids: Ids
  random: Random
  rows: Rows
  students: Student[]
  staffing: Staffing
  opens: Day
  today: Day
}): void {
  const { ids, random, rows, students, staffing, opens, today } = options
  const guardianOf = new Map(rows.guardian_of.map(({ student_id, guardian_id }) => [student_id, guardian_id]))
  for (const { person, grade } of students) if (grade > 1) person.foreign_languages = 'английский'
  const purposes = asked.map(([name, body]) => ({ id: ids.next(), name, body, version: 1, archived: false }))
  rows.consent_purpose.push(...purposes)
  const here = students.filter(({ stays }) => stays.at(-1)!.to === null)
  for (const { id } of here) {
    for (const [i, { id: purposeId }] of purposes.entries()) {
      if (random.next() > (i === 0 ? 0.97 : 0.85)) continue // nobody has asked yet
      const state = random.next() < (i === 0 ? 0.99 : 0.86) ? ('given' as const) : ('refused' as const)
      const on = dateOf(opens + random.int(0, 12))
      rows.consent.push({
        id: ids.next(), purpose_id: purposeId, student_id: id, given_by: guardianOf.get(id) ?? null, state, on_date: on, carrier: 'paper', number: '',
      }) // biome-ignore format: one glance
    }
  }
  const october = dateOf(opens).replace(/-\d\d-\d\d$/, '-10-01')
  for (const [classId, teacher] of staffing.homeroomTeacherOf) {
    const check = (day: Day, campaign: 'monthly' | 'october', month: string, studentId: string | null) => {
      if (day <= today)
        rows.data_check.push({
          id: ids.next(), class_id: classId, student_id: studentId, campaign, month, checked_by: teacher.id, remarks: '', at: instantOf(momentOf(day, 15 * 60)),
        }) // biome-ignore format: one glance
    }
    const late = random.next() < 0.3
    for (const months of late ? [0, 30] : [0, 30, 61]) {
      const day = opens + months + random.int(17, 18)
      check(day, 'monthly', `${dateOf(day).slice(0, 7)}-01`, null)
    }
    const own = here.filter(({ stays }) => stays.at(-1)!.ofClass.id === classId)
    for (const { id } of own.slice(0, late ? own.length - 4 : own.length)) check(opens + 40, 'october', october, id)
  }
  tellChanges(options, here)
}

/** Two messages that wait for the administrator. */
function tellChanges({ ids, rows, today, staffing }: Parameters<typeof keepPapers>[0], here: Student[]): void {
  const before = { contacts: null, contactsBefore: null }
  const petrov = here.find(({ person }) => rows.person.some(({ id, given_name }) => id === person.id && given_name === 'Иван'))
  const mother = rows.guardian_of.find(({ student_id, relation }) => student_id === petrov?.id && relation === 'mother')
  if (petrov && mother)
    rows.change_request.push({
      id: ids.next(), kind: 'data', person_id: petrov.id, class_id: null, author_id: mother.guardian_id, state: 'open', asked_at: instantOf(momentOf(today - 2, 19 * 60)),
      proposed: { person: { foreignLanguages: 'английский, немецкий' }, before: { foreignLanguages: 'английский' }, lastDay: null, ...before },
      comment: 'С ноября ходит ещё и на немецкий.',
    }) // biome-ignore format: one glance
  const [classId, teacher] = [...staffing.homeroomTeacherOf].at(-1)!
  const person = {
    surname: 'Рябов',
    givenName: 'Глеб',
    patronymic: 'Андреевич',
    sex: 'm',
    bornOn: '2009-04-02',
    snils: null,
    foreignLanguages: 'английский',
  }
  rows.change_request.push({
    id: ids.next(), kind: 'arrived', person_id: null, class_id: classId, author_id: teacher.id, state: 'open', asked_at: instantOf(momentOf(today - 1, 14 * 60)),
    proposed: { person, before: {}, lastDay: null, ...before }, comment: 'Приходит в понедельник, документы в канцелярии.',
  }) // biome-ignore format: one glance
}
