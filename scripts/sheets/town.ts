import { writeXlsx } from 'hucre/xlsx'
import { gradeOf, type Hours, type Model, makeSchool, type Student } from './school.ts'

type Value = string | number | boolean | Date | null
export type Files = Record<
  'classes' | 'homerooms' | 'holidays' | 'curriculum' | 'students' | 'load',
  { name: string; bytes: Buffer }
>

const each = (hours: string): Record<number, number> =>
  Object.fromEntries(hours.split(' ').flatMap((one, i) => (one === '-' ? [] : [[i + 1, Number(one)]])))
const line = (area: string, subject: string, hours: string, groups = 1): Hours => ({ area, subject, hours: each(hours), groups })

/** Grades 1 to 11. */
const hours: Hours[] = [
  line('Русский язык и литература', 'Русский язык', '5 5 5 5 5 6 4 3 3 2 2'),
  line('Русский язык и литература', 'Литература', '4 4 4 4 3 3 2 2 3 3 3'),
  line('Иностранные языки', 'Английский язык', '- 2 2 2 2 3 3 3 3 3 3', 2),
  line('Математика и информатика', 'Математика', '4 4 4 4 5 5 - - - - -'),
  line('Математика и информатика', 'Алгебра', '- - - - - - 3 3 3 3 3'),
  line('Математика и информатика', 'Геометрия', '- - - - - - 2 2 2 2 2'),
  line('Математика и информатика', 'Информатика', '- - - - - - 1 1 1 1 1', 2),
  line('Общественно-научные предметы', 'История', '- - - - 3 3 3 3 2 2 2'),
  line('Общественно-научные предметы', 'География', '- - - - 1 1 2 2 2 1 1'),
  line('Общественно-научные предметы', 'Духовно-нравственная культура России', '- - - - 0.5 - - - - - -'),
  line('Естественно-научные предметы', 'Физика', '- - - - - - 2 2 3 2 2'),
  line('Естественно-научные предметы', 'Химия', '- - - - - - - 2 2 1 1'),
  line('Естественно-научные предметы', 'Биология', '- - - - 1 1 1 2 2 1 1'),
  line('Искусство', 'Музыка', '1 1 1 1 1 1 1 1 - - -'),
  line('Физическая культура', 'Физическая культура', '3 2 2 2 2 2 2 2 2 2 2'),
]
const LETTERS = ['А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж']
const noBreak = '\u00a0'
const utc = (day: string) => new Date(`${day}T00:00:00Z`)
const dotted = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`
const serial = (day: string) => Math.round(utc(day).getTime() / 86_400_000) + 25_569

/**
 * The six lists of a town school — quarters, subgroups, two thousand people — as a deputy head would keep them in Excel: titles over the
 * headings, merged cells, dates of every kind, sums, signatures, hidden rows, formulas.
 */
export async function townFiles(): Promise<Files & { model: Model }> {
  const classes = Array.from({ length: 11 }, (_, i) => LETTERS.map((letter) => `${i + 1}${letter}`)).flat()
  const model = makeSchool({ seed: 12, year: 2026, classes, size: 25, teachers: 130, hours })
  return {
    model,
    classes: { name: 'Классы.xlsx', bytes: await classList(model) },
    homerooms: { name: 'Кл. руководители.csv', bytes: homerooms(model) },
    holidays: { name: 'Каникулы.xlsx', bytes: await holidays() },
    curriculum: { name: 'Учебный план.xlsx', bytes: await curriculum() },
    students: { name: 'Контингент.xlsx', bytes: await studentLists(model) },
    load: { name: 'Нагрузка.xlsx', bytes: await load(model) },
  }
}

const workbook = async (sheets: Parameters<typeof writeXlsx>[0]['sheets']): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets }))

const classList = ({ classes }: Model) =>
  workbook([
    {
      name: 'Лист1',
      merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: 2 }],
      rows: [
        [null, null, null],
        ['Перечень классов на 2026/2027 учебный год', null, null],
        [null, null, null],
        ['№ п/п', 'Наименование класса', 'Смена'],
        ...classes.map((name, i): Value[] => [i + 1, spelled(name, i), i % 3 === 0 ? '1 смена' : 1]),
        [null, `Всего: ${classes.length}`, null],
      ],
    },
  ])

/** «7 а», «7-Б», «7 «В»», a Latin letter that looks Russian. */
function spelled(name: string, i: number): string {
  const [grade, letter] = [gradeOf(name), name.at(-1)!]
  const latin = { А: 'A', В: 'B', Е: 'E' }[letter]
  return [`${grade} ${letter.toLowerCase()}`, `${grade}-${letter}`, `${grade}${latin ?? letter}`, `${grade} «${letter}»`][i % 4]!
}

/** windows-1251 with semicolons, doubled and unbreakable spaces. */
function homerooms({ classes, teachers }: Model): Buffer {
  const rows = classes.map((name, i) => {
    const { full } = teachers[i]!
    const typed = i % 3 === 0 ? full.replace(' ', '  ') : i % 3 === 1 ? full.replaceAll(' ', noBreak) : ` ${full.toUpperCase()} `
    return `${name};${typed}`
  })
  return windows1251(['Класс;Ф.И.О. классного руководителя', ...rows, ';', ''].join('\r\n'))
}

const holidays = () =>
  workbook([
    {
      name: 'Каникулы',
      columns: [{}, {}, { numFmt: 'dd.mm.yyyy' }, { numFmt: 'dd.mm.yyyy' }, {}],
      rows: [
        ['Вид', 'Название', 'Начало', 'Окончание', 'Классы'],
        ['каникулы', 'Осенние каникулы', utc('2026-10-24'), utc('2026-11-01'), null],
        ['каникулы', 'Зимние каникулы', '31.12.2026', '10.1.27', '1-11'],
        ['каникулы', 'Дополнительные каникулы', '2027-02-15', '21 февраля 2027 г.', 1],
        ['каникулы', 'Весенние каникулы', '27.03.2027', '04.04.2027', null],
        ['праздник', 'День народного единства', '4.11.26', null, null],
        ['праздник', 'День защитника Отечества', utc('2027-02-23'), null, null],
        ['праздник', 'Международный женский день', '08.03.2027', null, null],
      ],
    },
  ])

/** A grid under two rows of headings, areas merged over their subjects, sums below. */
function curriculum(): Promise<Buffer> {
  const grades = Array.from({ length: 11 }, (_, i) => i + 1)
  const rows: Value[][] = [
    ['Учебный план на 2026/2027 учебный год', ...Array(12).fill(null)],
    ['Предметные области', 'Учебные предметы', 'Количество часов в неделю', ...Array(10).fill(null)],
    [null, null, ...grades.map((grade) => `${grade} класс`)],
    ['Обязательная часть', ...Array(12).fill(null)],
    ...hours.map(({ area, subject, hours, groups }, i): Value[] => [
      i > 0 && area === areaBefore(i) ? null : area,
      groups > 1 ? `${subject}*` : subject,
      ...grades.map((grade) => cellOf(hours[grade], groups)),
    ]),
    ['Итого', null, ...grades.map((grade) => hours.reduce((sum, one) => sum + (one.hours[grade] ?? 0), 0))],
    ['Часть, формируемая участниками образовательных отношений', ...Array(12).fill(null)],
    [null, 'Функциональная грамотность', ...grades.map((grade) => (grade >= 5 && grade <= 9 ? 1 : '–'))],
    ['Максимально допустимая нагрузка', null, ...grades.map(() => 33)],
  ]
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 12 },
    { startRow: 1, startCol: 2, endRow: 1, endCol: 12 },
    { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
    { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
    { startRow: 3, startCol: 0, endRow: 3, endCol: 12 },
    ...areas().map(([first, last]) => ({ startRow: 4 + first, startCol: 0, endRow: 4 + last, endCol: 0 })),
  ]
  return workbook([{ name: 'УП', rows, merges }])
}

const areaBefore = (i: number) => hours[i - 1]?.area
const areas = (): [number, number][] =>
  hours.flatMap(({ area }, i) =>
    area === areaBefore(i) ? [] : [[i, hours.findLastIndex((one) => one.area === area)] as [number, number]],
  )
const cellOf = (weekly: number | undefined, groups: number): Value =>
  weekly === undefined ? null : groups > 1 ? `${weekly}*` : weekly === 0.5 ? '0,5' : weekly

/** A sheet for each grade; the name in three columns under one heading; birth dates and СНИЛС as they come. */
const studentLists = ({ students }: Model) =>
  workbook(
    [...Map.groupBy(students, ({ class: name }) => gradeOf(name))].map(([grade, own]) => ({
      name: `${grade} классы`,
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 6 },
        { startRow: 1, startCol: 2, endRow: 1, endCol: 4 },
        ...[0, 1, 5, 6].map((column) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column })),
      ],
      rowDefs: new Map([[7, { hidden: true }]]),
      cells: new Map([['5,1', { formula: 'B5', formulaResult: own[2]!.class, value: own[2]!.class }]]),
      rows: [
        [`Список учащихся ${grade}-х классов`, null, null, null, null, null, null],
        ['№', 'Класс', 'Ф.И.О. учащегося', null, null, 'Дата рождения', 'СНИЛС'],
        [null, null, 'Фамилия', 'Имя', 'Отчество', null, null],
        ...own.map((student, i): Value[] => [i + 1, student.class, ...named(student, i), born(student, i), snils(student, i)]),
        ['Всего', own.length, null, null, null, null, null],
        [null, null, null, null, null, null, null],
        ['Директор школы ____________', null, null, null, null, null, null],
      ],
    })),
  )

const named = ({ surname, given, patronymic }: Student, i: number): Value[] => [
  i % 40 === 7 ? surname.toUpperCase() : i % 40 === 9 ? `${surname} ` : surname,
  i % 40 === 11 ? `${noBreak}${given}` : given,
  i % 40 === 13 ? patronymic.replaceAll('ё', 'е') : patronymic,
]

function born({ bornOn }: Student, i: number): Value {
  const short = `${Number(bornOn.slice(8))}.${Number(bornOn.slice(5, 7))}.${bornOn.slice(2, 4)}`
  return [dotted(bornOn), short, bornOn, serial(bornOn), `${dotted(bornOn)} г.`, utc(bornOn)][i % 6]!
}

/** With dashes, as digits, as a number that lost its zeros, not at all. */
function snils({ snils: digits }: Student, i: number): Value {
  const dashed = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6, 9)} ${digits.slice(9)}`
  return [dashed, digits, Number(digits), dashed.replaceAll('-', ' '), null][i % 5]!
}

/** Classes of one teacher and subject in one cell, groups in a column of their own. */
const load = ({ load }: Model) =>
  workbook([
    {
      name: 'Тарификация',
      rows: [
        ['Учебная нагрузка педагогов', null, null, null, null],
        ['ФИО учителя', 'Предмет', 'Классы', 'Подгруппа', 'Кол-во часов'],
        ...[...Map.groupBy(load, (one) => [one.teacher.full, one.subject, one.group, one.hours].join('|')).values()].map(
          (own, i): Value[] => [
            own[0]!.teacher.full,
            own[0]!.subject,
            own.map((one) => one.class).join(i % 2 ? ', ' : '; '),
            own[0]!.group ? `${own[0]!.group} группа` : null,
            i % 2 ? own[0]!.hours : String(own[0]!.hours).replace('.', ','),
          ],
        ),
      ],
    },
  ])

/** Russian Windows has its own bytes for letters. */
export function windows1251(text: string): Buffer {
  const decoder = new TextDecoder('windows-1251')
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 63))
}
