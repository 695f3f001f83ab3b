import { wholeFields } from './fields.ts'
import type { Kind } from './kinds.ts'
import type { CellOut, RowOut } from './rowsOut.ts'
import { EXAMPLE } from './vocabulary.ts'

const born = { day: '2015-09-01' }
const rows: { readonly [K in Kind]: RowOut } = {
  classes: { class: '7А', teacher: 'Соколова Елена Викторовна', shift: 1, days: 5 },
  homerooms: { class: '7А', name: 'Соколова Елена Викторовна' },
  holidays: {
    kind: 'каникулы',
    title: 'Осенние каникулы',
    from: { day: '2026-10-24' },
    to: { day: '2026-11-01' },
    grades: '1–11',
  },
  curriculum: { area: 'Математика и информатика', subject: 'Алгебра', part: 'обязательная', grade: '7', hours: 3, groups: 1 },
  students: {
    class: '7А',
    name: 'Петров Пётр Сергеевич',
    sex: 'м',
    bornOn: born,
    snils: '112-233-445 95',
    languages: 'английский',
  },
  load: { name: 'Иванова Мария Петровна', subject: 'Алгебра', class: '7А, 7Б', hours: 3 },
  staff: { name: 'Иванова Мария Петровна', position: 'учитель математики', category: 'высшая', sex: 'ж' },
  guardians: {
    student: 'Петров Пётр Сергеевич',
    class: '7А',
    name: 'Петрова Ольга Игоревна',
    relation: 'мать',
    livesWith: 'да',
    informed: 'да',
  },
  subgroups: { class: '7А', subject: 'Английский язык', group: '1', name: 'Петров Пётр Сергеевич' },
  subjects: { subject: 'Алгебра', short: 'Алг.', area: 'Математика и информатика', part: 'обязательная' },
  rooms: { name: '305', capacity: 30, purpose: 'кабинет математики' },
  bells: { shift: 1, grades: '1–11', weekdays: 'пн–пт', number: 1, start: '8:30', end: '9:10' },
  terms: { term: '1 четверть', from: { day: '2026-09-01' }, to: { day: '2026-10-23' }, grades: '1–9' },
}

/** A row that shows how a template is filled in; its first cell says so, and no import reads it. */
export function exampleOf(kind: Kind): CellOut[] {
  const cells = wholeFields(kind).map(({ key }) => rows[kind][key] ?? '')
  return [`${EXAMPLE}${cells[0]}`, ...cells.slice(1)]
}
