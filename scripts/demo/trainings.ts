import { type Day, dateOf } from '#scripts/demo/days.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Rows } from '#scripts/demo/rows.ts'

export type TrainingRow = {
  id: string
  topic: 'personalData' | 'journal' | 'other'
  title: string
  about: string
  on_date: string
  starts_at: number
  minutes: number
  place: string
  leader_id: string | null
  guide: 'teacher' | 'deputy' | null
}
export type TrainingPersonRow = {
  id: string
  training_id: string
  person_id: string
  presence: 'present' | 'absent' | null
  acquainted_on: string | null
}

/** How every fifth of those asked missed it: half of them have read the materials three days later. */
const missed = (i: number, share: number) => i % share === share - 1

/** What the staff was taught: the journal in August, personal data in September, a seminar this afternoon. */
export function holdTrainings(options: { ids: Ids; rows: Rows; leaderId: string; opens: Day; today: Day }): void {
  const { ids, rows, leaderId, opens, today } = options
  const everybody = [...new Set(rows.staff.filter(({ to_date }) => to_date === null).map(({ person_id }) => person_id))]
  const teachers = new Set(rows.assignment.map(({ teacher_id }) => teacher_id))
  const hold = (day: Day, row: Omit<TrainingRow, 'id' | 'on_date' | 'leader_id'>, people: string[], share: number | null) => {
    const id = ids.next()
    rows.training.push({ id, ...row, on_date: dateOf(day), leader_id: leaderId })
    for (const [i, personId] of people.entries()) {
      const absent = share !== null && personId !== leaderId && missed(i, share)
      rows.training_person.push({
        id: ids.next(),
        training_id: id,
        person_id: personId,
        presence: share === null ? null : absent ? 'absent' : 'present',
        acquainted_on: absent && missed(i, share * 2) ? dateOf(day + 3) : null,
      })
    }
  }
  hold(opens - 5, {
    topic: 'journal', title: 'Установочный семинар: электронный журнал', about: '', starts_at: 600, minutes: 90, place: 'кабинет информатики', guide: 'teacher',
  }, everybody, 9) // biome-ignore format: one glance
  hold(opens + 8, {
    topic: 'personalData', title: 'Защита персональных данных', about: 'Что можно показывать на доске и печатать, кому сообщать, если пароль узнали.', starts_at: 900, minutes: 45, place: 'актовый зал', guide: 'teacher',
  }, everybody, 6) // biome-ignore format: one glance
  hold(today, {
    topic: 'other', title: 'Итоги четверти в журнале: вопросы и ответы', about: 'Возьмите с собой телефон: отметим присутствие у двери.', starts_at: 930, minutes: 40, place: 'кабинет 23', guide: null,
  }, everybody.filter((id) => teachers.has(id)), null) // biome-ignore format: one glance
}
