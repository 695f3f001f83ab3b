import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { copiedText, isPlainPaste, parseTable, planPaste, tableText } from './clipboard.ts'
import { matchName } from './names.ts'
import { testModel } from './testPage.ts'

const { rows, columns } = testModel()
const plan = (text: string, row = 0, column = 0) => planPaste(parseTable(text), { rows, columns, row, column, scale: 'five' })

test('a table from Excel is read with its tabs, quotes and line ends', () => {
  assert.deepEqual(parseTable('5\t4\r\n\tн/5\r\n'), [
    ['5', '4'],
    ['', 'н/5'],
  ])
  assert.deepEqual(parseTable('"Иванов\nАртём"\t5\n"сказал ""да"""\t4'), [
    ['Иванов\nАртём', '5'],
    ['сказал "да"', '4'],
  ])
  assert.deepEqual(parseTable(''), [])
})

test('what is copied is read back', () => {
  const table = [
    ['5', 'н/4'],
    ['', '•'],
  ]
  assert.deepEqual(parseTable(tableText(table)), table)
})

test('the second column of a lesson is copied without the absence of the first', () => {
  const held = { mark: { ...noMark, values: [5, 4] }, attendance: { code: 'absent', minutes: null } as const }
  assert.equal(copiedText(held, columns[1]!, 'five'), 'н/5/4')
  assert.equal(copiedText(held, columns[2]!, 'five'), '5/4')
})

test('a block of marks is laid from the cursor down and to the right', () => {
  const { named, lines, ready, wrong } = plan('5\t4\n\tб', 1, 1)
  assert.equal(named, false)
  assert.deepEqual(
    lines.map((line) => [line.studentId, line.cells.map((cell) => cell.columnId)]),
    [
      ['ivanov', ['w2', 'w3']],
      ['semenova', ['w2', 'w3']],
    ],
  )
  assert.deepEqual([ready, wrong], [3, 0])
  assert.equal(isPlainPaste(plan('5\t4\n\tб', 1, 1)), true)
})

test('marks below the last student and beyond the last lesson are shown, never shifted', () => {
  const { lines, ready, wrong } = plan('5\t5\n4\t4', 2, 3)
  assert.equal(lines[1]?.problem, 'beyondList')
  assert.deepEqual([ready, wrong], [1, 3])
})

test('a cell that is no entry stops the paste from being silent', () => {
  assert.equal(isPlainPaste(plan('5\nочень хорошо')), false)
  assert.equal(plan('5\n7абв').wrong, 1)
})

test('lines with names go to the students so called, in any order, «е» for «ё»', () => {
  const { named, lines, ready } = plan('ФИО\t19.11\n2. Семенова Анна\t5\nАлексеев П.\tн\nиванов\t4/5', 2, 1)
  assert.equal(named, true)
  assert.deepEqual(
    lines.map((line) => line.studentId),
    ['semenova', 'alekseev', 'ivanov'],
  )
  assert.equal(ready, 3)
  assert.equal(isPlainPaste(plan('Иванов\t5')), false)
})

test('an unknown name and a name that stands twice are shown as such', () => {
  const { lines } = plan('Сидоров\t5\nИванов\t4\nИванов Артём\t3')
  assert.deepEqual(
    lines.map((line) => line.problem),
    ['unknownName', null, 'twice'],
  )
})

test('two namesakes are told apart by the given name, or not at all', () => {
  const twins = [...rows, { ...rows[1]!, studentId: 'ivanova', name: 'Иванов Борис', index: 3 }]
  const found = (text: string) => matchName(text, twins).map((row) => row.studentId)
  assert.deepEqual(found('Иванов'), ['ivanov', 'ivanova'])
  assert.deepEqual(found('Иванов Б'), ['ivanova'])
  assert.deepEqual(found('Артём Иванов'), ['ivanov'])
  assert.deepEqual(found('Иванов Артем Петрович'), ['ivanov'])
  assert.deepEqual(found('Иванова'), [])
})
