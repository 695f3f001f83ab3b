import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Cell, dayOf, numberOf, type Reading, russian, snilsOf, textOf, tidy, timeOf, yesNoOf } from './cells.ts'
import { classesOf, classOf, gradesOf, groupOf, hoursOf, lessonTimeOf, partOf, shiftOf, weekdaysOf } from './learning.ts'
import { nameOf, sexByPatronymic } from './people.ts'
import { addressOf, fieldOf } from './sheet.ts'

const TODAY = '2026-11-20'
const said = <T>(reading: Reading<T>): T | string => ('problem' in reading ? `! ${reading.problem}` : reading.value)

const days: [Cell, string | null][] = [
  ['01.09.2015', '2015-09-01'],
  ['1.9.15', '2015-09-01'],
  ['1.9.78', '1978-09-01'],
  ['1.9.31', '2031-09-01'],
  ['1.9.32', '1932-09-01'],
  [' 01 . 09 . 2015 г. ', '2015-09-01'],
  ['1/9/2015', '2015-09-01'],
  ['1-9-2015', '2015-09-01'],
  ['2015-09-01', '2015-09-01'],
  ['2015-09-01T00:00:00', '2015-09-01'],
  ['01.09.2015 0:00', '2015-09-01'],
  ['1 сентября 2015 года', '2015-09-01'],
  ['«1» сентября 2015 г.', '2015-09-01'],
  [42_248, '2015-09-01'],
  ['42248', '2015-09-01'],
  [{ at: '2015-09-01T00:00' }, '2015-09-01'],
  ['', null],
  [null, null],
  ['29.02.2015', '! notDay'],
  ['31.11.2015', '! notDay'],
  ['осенью', '! notDay'],
  ['13.13.2013', '! notDay'],
  [1_092_015, '! notDay'],
  [true, '! notDay'],
  [{ at: '1899-12-30T08:30' }, '! notDay'],
]
for (const [cell, day] of days) test(`a day out of ${JSON.stringify(cell)}`, () => assert.equal(said(dayOf(cell, TODAY)), day))

const snilses: [Cell, string | null][] = [
  ['112-233-445 95', '11223344595'],
  ['112 233 445 95', '11223344595'],
  ['11223344595', '11223344595'],
  [11_223_344_595, '11223344595'],
  [1_092_233_450, '! snilsSum'],
  ['00109998801', '! snilsSum'],
  ['', null],
  ['–', null],
  ['112-233-445', '! snilsSum'],
  ['112-233-445 96', '! snilsSum'],
  ['нет данных', '! notSnils'],
  ['112233445950', '! notSnils'],
]
for (const [cell, snils] of snilses)
  test(`a СНИЛС out of ${JSON.stringify(cell)}`, () => assert.equal(said(snilsOf(cell)), snils))

test('a СНИЛС that Excel took the zeros from gets them back, and the row says so', () => {
  assert.deepEqual(snilsOf(8_765_430_300), { value: '08765430300', note: 'leadingZeros' })
})

const classes: [Cell, string][] = [
  ['7А', '7А'],
  ['7 а', '7А'],
  ['7-А', '7А'],
  ['7 «А»', '7А'],
  ['7"Б"', '7Б'],
  ['7A', '7А'], // Latin
  ['11 B класс', '11В'],
  ['кл. 7А', '7А'],
  ['VII А', '7А'],
  ['XI б', '11Б'],
  ['5', '5'],
  [5, '5'],
  ['5 класс', '5'],
  ['5К1', '5К1'],
  ['', '! missing'],
  ['12Я', '! notClass'],
  ['А7', '! notClass'],
  ['седьмой', '! notClass'],
  ['7D', '! notClass'],
]
for (const [cell, name] of classes)
  test(`a class out of ${JSON.stringify(cell)}`, () => {
    const read = classOf(cell)
    assert.equal('value' in read ? read.value.name : `! ${read.problem}`, name)
  })

const names: [string, string][] = [
  ['Иванова Анна Петровна', 'Иванова|Анна|Петровна'],
  ['Иванова  Анна\u00a0Петровна ', 'Иванова|Анна|Петровна'],
  ['ИВАНОВА АННА ПЕТРОВНА', 'Иванова|Анна|Петровна'],
  ['иванова анна', 'Иванова|Анна|'],
  ['САЛТЫКОВ - ЩЕДРИН Михаил Евграфович', 'Салтыков-Щедрин|Михаил|Евграфович'],
  ['Гасанов Али Гусейн оглы', 'Гасанов|Али|Гусейн оглы'],
  ['МакДональд Рой', 'МакДональд|Рой|'],
  ['Д’Артаньян Шарль', 'Д’Артаньян|Шарль|'],
  ['Иванова А.П.', '@ Иванова А П'],
  ['Иванова А. П.', '@ Иванова А П'],
  ['Иванова А.', '@ Иванова А'],
  ['Иванова Анна П.', '! initialsOnly'],
  ['Иванова', '! nameMissing'],
  ['', '! missing'],
  ['Де ла Крус Анна Мария', '! tooManyNames'],
  ['Иванова Анна 2', '! oddName'],
]
for (const [text, name] of names)
  test(`a name out of «${text}»`, () => {
    const read = nameOf(text)
    assert.equal(
      'problem' in read
        ? `! ${read.problem}`
        : 'initials' in read
          ? `@ ${[read.initials.surname, ...read.initials.initials].join(' ')}`
          : [read.name.surname, read.name.givenName, read.name.patronymic].join('|'),
      name,
    )
  })

test('Latin letters that look Russian are put right, foreign names stay, mixtures are a problem', () => {
  assert.deepEqual(russian('Cоколовa'), { value: 'Соколова', note: 'latin' })
  assert.deepEqual(russian('Smith John'), { value: 'Smith John' })
  assert.deepEqual(russian('Иванoвq'), { problem: 'latinLetters' })
})

test('sex is told by the patronymic, where it can be', () => {
  assert.deepEqual(['Петровна', 'Ильинична', 'Ильич', 'Гусейн оглы', 'Али кызы', ''].map(sexByPatronymic), [
    'f',
    'f',
    'm',
    'm',
    'f',
    null,
  ])
})

test('grades, hours, weekdays, shifts, parts, times, groups as schools write them', () => {
  assert.deepEqual(
    ['1–4', '5', 'все', '', '1-11 классы', '12', '4-1'].map((one) => said(gradesOf(one))),
    [
      { from: 1, to: 4 },
      { from: 5, to: 5 },
      { from: 1, to: 11 },
      { from: 1, to: 11 },
      { from: 1, to: 11 },
      '! notGrades',
      '! notGrades',
    ],
  )
  assert.deepEqual(
    gradesOf({ at: '2026-04-01T00:00' }),
    { value: { from: 1, to: 4 }, note: 'excelDate' },
    'Excel took «1-4» for a day',
  )
  const hours = (cell: Cell) => said(hoursOf(cell))
  assert.deepEqual(['3', 0.5, '0,5', '2*', '–', '', '0', '0,3', 'много', '41'].map(hours), [
    { halfHours: 6, groups: 1 },
    { halfHours: 1, groups: 1 },
    { halfHours: 1, groups: 1 },
    { halfHours: 4, groups: 2 },
    null,
    null,
    null,
    '! notHours',
    '! notHours',
    '! notHours',
  ])
  assert.deepEqual(
    ['пн–пт', 'вт, чт', 'Суббота', '1-5', 'ежедневно', 'пт-пн', '8'].map((one) => said(weekdaysOf(one))),
    [[1, 2, 3, 4, 5], [2, 4], [6], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], '! notWeekday', '! notWeekday'],
  )
  assert.deepEqual(
    ['1', 'вторая смена', 'II', '', '4'].map((one) => said(shiftOf(one))),
    [1, 2, 2, null, '! notNumber'],
  )
  assert.deepEqual(
    ['Обязательная часть', 'школьная', 'внеурочная деятельность', '', 'прочее'].map((one) => said(partOf(one))),
    ['federal', 'school', 'extracurricular', null, '! notKind'],
  )
  assert.deepEqual(
    ['8:30', '08.30', 0.354_166_67, { at: '1899-12-30T08:30' } as const, '25:00', ''].map((one) => said(timeOf(one))),
    [510, 510, 510, 510, '! notTime', '! missing'],
  )
  assert.deepEqual(said(lessonTimeOf('8:30–9:10', null)), { starts: 510, ends: 550 })
  assert.deepEqual(said(lessonTimeOf('9:10', '8:30')), '! notTime')
  assert.deepEqual(['1 группа', 'подгруппа 2', 'гр. 1', 'мальчики'].map(groupOf), ['1', '2', '1', 'мальчики'])
  assert.deepEqual(classesOf('5А, 5Б; 5В и 5Г'), ['5А', '5Б', '5В', '5Г'])
  assert.deepEqual(
    [said(yesNoOf('Да')), said(yesNoOf('–')), said(yesNoOf('')), said(yesNoOf('может'))],
    [true, false, null, '! notYesNo'],
  )
  assert.deepEqual(
    [said(numberOf('30', 1, 40)), said(numberOf('1,5', 1, 40)), said(numberOf(41, 1, 40))],
    [30, '! notNumber', '! notNumber'],
  )
})

const headings: [Parameters<typeof fieldOf>[0], string, string][] = [
  ['students', 'Ф.И.О. учащегося', 'name'],
  ['students', 'ДАТА РОЖДЕНИЯ:', 'bornOn'],
  ['students', '№ п/п', ''],
  ['students', 'Телефон', ''],
  ['homerooms', 'Кл. рук.', 'name'],
  ['load', 'Кол-во часов', 'hours'],
  ['load', '7А', 'over:7А'],
  ['curriculum', '10 класс', 'over:10'],
  ['curriculum', '5', 'over:5'],
  ['bells', '№', 'number'],
]
for (const [kind, heading, key] of headings)
  test(`«${heading}» over a list of ${kind} is ${key || 'nothing'}`, () => assert.equal(fieldOf(kind, heading), key))

test('cells are named as Excel names them', () => {
  assert.deepEqual([addressOf(6, 2), addressOf(0, 25), addressOf(0, 26), addressOf(0, 200)], ['C7', 'Z1', 'AA1', 'GS1'])
})

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }).map((date) => ({ at: date.toISOString().slice(0, 16) })),
)
test('whatever stands in a cell is read or is a problem', () => {
  const readers = [
    snilsOf,
    classOf,
    gradesOf,
    hoursOf,
    weekdaysOf,
    shiftOf,
    partOf,
    timeOf,
    yesNoOf,
    (cell: Cell) => dayOf(cell, TODAY),
  ]
  fc.assert(
    fc.property(anyCell, (cell) => {
      for (const read of readers) assert.ok('value' in read(cell) || 'problem' in read(cell))
      nameOf(textOf(cell))
      assert.equal(tidy(textOf(cell)), textOf(cell), 'tidied text is tidy')
    }),
    { numRuns: 2_000 },
  )
})

test('a day written in any of the ways comes back the same', () => {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((n) => new Date(Date.UTC(1972, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, (date) => {
      const [year, month, monthDay] = date.split('-') as [string, string, string]
      for (const text of [date, `${monthDay}.${month}.${year}`, `${+monthDay}/${+month}/${year}`, `${monthDay} ${month} ${year}`])
        assert.equal(said(dayOf(text, TODAY)), date, text)
    }),
  )
})
