import type { Calendar } from '#scripts/demo/calendar.ts'
import { type Day, dateOf } from '#scripts/demo/days.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Stay, Student } from '#scripts/demo/people.ts'
import type { MovementRow } from '#scripts/demo/rows.ts'

/** The lines of the movement book: who came after the year had begun, changed class, or left. Keyed by the stay that a line ends. */
export function writeMovements(ids: Ids, calendar: Calendar, students: Student[]) {
  const movements: MovementRow[] = []
  const endedBy = new Map<Stay, string>()
  for (const { id, stays } of students) {
    stays.forEach((stay, i) => {
      const before = stays[i - 1]
      const line = (kind: MovementRow['kind'], on: Day, told: Pick<MovementRow, 'reason' | 'other_school'>): string => {
        const row = { id: ids.next(), student_id: id, kind, on_date: dateOf(on), order_number: '', order_date: dateOf(on - 1) }
        const from = kind === 'depart' ? stay : before
        movements.push({
          ...row,
          ...told,
          order_number: `${50 + movements.length}-к`,
          from_group_id: from?.ofClass.id ?? null,
          to_group_id: kind === 'depart' ? null : stay.ofClass.id,
        })
        return row.id
      }
      if (before) endedBy.set(before, line('transfer', stay.from, { reason: 'заявление родителей', other_school: '' }))
      else if (stay.from > calendar.from) line('enrol', stay.from, { reason: 'переезд', other_school: 'Школа № 3' })
      if (stay.to !== null && i === stays.length - 1)
        endedBy.set(stay, line('depart', stay.to + 1, { reason: 'переезд', other_school: 'Лицей № 1' }))
    })
  }
  return { movements, endedBy }
}
