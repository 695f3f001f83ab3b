import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type Change, changesOf, type Put } from './changes.ts'
import { Pen } from './pen.ts'
import { Sheet } from './sheet.ts'
import { testModel, testPage } from './testPage.ts'

function desk() {
  const model = testModel()
  const sheet = new Sheet(model, testPage())
  const sent: { name: string; input: unknown; slot: string; label: string }[] = []
  const pen = new Pen(sheet, {
    submit: async (name, input, about) => String(sent.push({ name, input, ...about })),
    discard: async () => {},
    newId: () => 'bulk',
  })
  const put = (column: number, row: number, what: Put): Change[] => {
    const answer = changesOf(
      model,
      model.columns[column]!,
      model.rows[row]!,
      sheet.standing(model.columns[column]!, model.rows[row]!.studentId),
      what,
    )
    assert.ok(!(answer instanceof Refusal))
    return answer
  }
  return {
    model,
    sheet,
    pen,
    sent,
    put,
    marks: (row: number, column = 0) => sheet.cell(model.columns[column]!, model.rows[row]!.studentId).mark.values,
  }
}

test('one mark goes as one operation that names what stood there', () => {
  const { pen, put, sent } = desk()
  pen.write(put(0, 0, { kind: 'value', value: 5 }), null)
  assert.deepEqual(sent, [
    {
      name: 'marks.set',
      input: {
        lessonId: 'l1',
        workId: 'w1',
        studentId: 'alekseev',
        mark: { ...noMark, values: [5] },
        expected: { ...noMark, values: [4] },
      },
      slot: 'mark:w1:alekseev',
      label: '7 «Б», Алгебра, 12 ноября. Алексеев Пётр: 5',
    },
  ])
})

test('a block goes as one operation for marks and one for absences', () => {
  const { pen, put, sent } = desk()
  pen.write(
    [
      ...put(1, 0, { kind: 'value', value: 4 }),
      ...put(1, 1, { kind: 'value', value: 5 }),
      ...put(1, 0, { kind: 'absence', code: 'late' }),
    ],
    null,
  )
  assert.deepEqual(
    sent.map(({ name, slot }) => [name, slot]),
    [
      ['marks.setMany', 'marks:bulk'],
      ['attendance.set', 'attendance:l2:alekseev'],
    ],
  )
})

test('a substitute’s block goes cell by cell', () => {
  const { pen, put, sent } = desk()
  pen.mayWriteMany = false
  pen.write([...put(1, 0, { kind: 'value', value: 4 }), ...put(1, 1, { kind: 'value', value: 5 })], null)
  assert.deepEqual(
    sent.map(({ name }) => name),
    ['marks.set', 'marks.set'],
  )
})

test('Ctrl+Z gives the old mark back, with the new one as what is expected; Ctrl+Y repeats', () => {
  const { pen, put, sent, marks } = desk()
  pen.write(put(0, 0, { kind: 'value', value: 5 }), { columnId: 'w1', studentId: 'alekseev' })
  assert.deepEqual(pen.undo(), { changed: 1, skipped: 0, at: { columnId: 'w1', studentId: 'alekseev' } })
  assert.deepEqual(marks(0), [4])
  const undone = sent.at(-1)?.input as { mark: { values: number[] }; expected: { values: number[] } }
  assert.deepEqual([undone.mark.values, undone.expected.values], [[4], [5]])
  pen.redo()
  assert.deepEqual(marks(0), [5])
  assert.equal(pen.redo(), null)
})

test('a roll call says all of the class in one operation and is undone as one [R128]', () => {
  const { pen, sent, sheet, model } = desk()
  pen.callRoll('l1', [{ studentId: 'alekseev', code: 'absent', minutes: null }])
  assert.equal(sent[0]?.name, 'attendance.rollCall')
  assert.equal(sent[0]?.slot, 'roll:l1')
  assert.equal(sheet.cell(model.columns[0]!, 'ivanov').attendance.code, null)
  pen.undo()
  assert.equal(sent.at(-1)?.name, 'attendance.setMany')
  assert.equal(sheet.cell(model.columns[0]!, 'ivanov').attendance.code, 'sick')
})
