import { writeXlsx } from 'hucre/xlsx'
import { gradeOf, type Hours, type Model, makeSchool } from './school.ts'
import type { Files } from './town.ts'

const line = (subject: string, hours: Record<number, number>): Hours => ({ area: '', subject, hours, groups: 1 })
const hours: Hours[] = [
  line('Русский язык', { 1: 5, 2: 5, 3: 5, 4: 5, 5: 5, 6: 6, 7: 4, 8: 3, 9: 3 }),
  line('Литературное чтение', { 1: 4, 2: 4, 3: 4, 4: 4 }),
  line('Литература', { 5: 3, 6: 3, 7: 2, 8: 2, 9: 3 }),
  line('Математика', { 1: 4, 2: 4, 3: 4, 4: 4, 5: 5, 6: 5 }),
  line('Алгебра', { 7: 3, 8: 3, 9: 3 }),
  line('Окружающий мир', { 1: 2, 2: 2, 3: 2, 4: 2 }),
  line('Физика', { 7: 2, 8: 2, 9: 3 }),
  line('Родной язык', { 5: 0.5, 6: 0.5, 7: 0.5, 8: 0.5, 9: 0.5 }),
  line('Физическая культура', { 1: 3, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2, 9: 2 }),
]
/** Classes without letters; primary ones learn together, and the older ones in the second shift. */
const classes = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
const combinedOf = (grade: number): string =>
  grade === 1 || grade === 3 ? 'Комплект 1 и 3' : grade === 2 || grade === 4 ? 'Комплект 2 и 4' : ''
const primary = ['Русский язык', 'Литературное чтение', 'Математика', 'Окружающий мир', 'Физическая культура']

/**
 * The six lists of a village school — combined classes, a second shift, trimesters — as they come from a clerk's old computer: CSV of
 * several kinds, a curriculum as a list, students under headings of their classes.
 */
export async function ruralFiles(): Promise<Files & { model: Model }> {
  const model = makeSchool({ seed: 31, year: 2026, classes, size: 9, teachers: 14, hours })
  return {
    model,
    classes: { name: 'klassy.csv', bytes: classList(model) },
    homerooms: { name: 'Классные руководители.xlsx', bytes: await homerooms(model) },
    holidays: { name: 'каникулы.csv', bytes: holidays() },
    curriculum: { name: 'учебный план.csv', bytes: curriculum() },
    students: { name: 'ученики.csv', bytes: students(model) },
    load: { name: 'учителя.csv', bytes: load(model) },
  }
}

/** UTF-8 with its mark, and commas: a table of another program. */
const classList = ({ classes }: Model) =>
  Buffer.from(
    `\ufeff${['Класс,Смена,Класс-комплект', ...classes.map((name) => `${name} класс,${gradeOf(name) >= 7 ? 'вторая' : 1},${combinedOf(gradeOf(name))}`)].join('\n')}\n`,
  )

const homerooms = async ({ classes, teachers }: Model) =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        { name: 'Черновик', hidden: true, rows: [['что-то старое', 'не нужное']] },
        {
          name: 'Кл. рук.',
          rows: [
            ['Класс', 'Кл. рук.', 'Назначен с'],
            ...classes.map((name, i) => [gradeOf(name), teachers[i]!.full, i === 0 ? '01.09.2026' : null]),
          ],
        },
      ],
    }),
  )

/** Vacations between trimesters; UTF-16 with tabs, as Excel saves «Текст Юникод». */
const holidays = () =>
  utf16(
    [
      'Название\tДата начала\tДата окончания\tКлассы',
      'Осенние каникулы\t21.11.2026\t29.11.2026\t',
      'Новогодние каникулы\t31.12.2026\t10.01.2027\t1–9',
      'Зимние каникулы\t27.02.2027\t08.03.2027\t',
      'День народного единства\t04.11.2026\t\t',
      'Карантин по гриппу\t14.12.2026\t18.12.2026\t5-6',
    ].join('\r\n'),
  )

const curriculum = () =>
  Buffer.from(
    [
      'Предмет;Параллель;Часов в неделю',
      ...hours.flatMap(({ subject, hours }) =>
        Object.entries(hours).map(([grade, weekly]) => `${subject};${grade};${String(weekly).replace('.', ',')}`),
      ),
    ].join('\r\n'),
  )

/** Students stand under the headings of their classes; the name is in one column. */
const students = ({ students }: Model) =>
  Buffer.from(
    [
      'Списки учащихся;;',
      '№ п/п;Фамилия, имя, отчество;Дата рождения',
      ...[...Map.groupBy(students, (one) => one.class)].flatMap(([name, own]) => [
        `${name} класс;;`,
        ...own.map(
          (one, i) => `${i + 1};${one.surname} ${one.given} ${one.patronymic};${one.bornOn.split('-').reverse().join('.')}`,
        ),
      ]),
    ].join('\r\n'),
  )

/** Primary classes are taught together: the load names the combined class. */
function load({ load }: Model): Buffer {
  const rows = load.flatMap((one) => {
    const combined = primary.includes(one.subject) ? combinedOf(gradeOf(one.class)) : ''
    return combined && gradeOf(one.class) > 2
      ? []
      : [`${one.teacher.full};${one.subject};${combined || one.class};${one.hours}`.replace('.', ',')]
  })
  return Buffer.from(['Преподаватель;Предмет;Класс;Часы', ...rows].join('\r\n'))
}

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
