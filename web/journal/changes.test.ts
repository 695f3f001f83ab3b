import assert from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '#domain/attendance/rules.ts'
import { parseEntry } from '#domain/journal/entry.ts'
import { noMark } from '#domain/marks/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type Change, changesOf, type Held, type Put } from './changes.ts'
import { attendanceAt, factsOf, markAt } from './facts.ts'
import { testModel, testPage, testPolicy } from './testPage.ts'

const model = testModel()
const facts = factsOf(testPage())

function put(
  what: Put,
  { column = 0, row = 0, page = model, held }: { column?: number; row?: number; page?: typeof model; held?: Held } = {},
) {
  const [to, who] = [page.columns[column]!, page.rows[row]!]
  const standing = held ?? {
    mark: markAt(facts, to.id, who.studentId),
    attendance: attendanceAt(facts, to.lesson.lessonId, who.studentId),
  }
  return changesOf(page, to, who, standing, what)
}
const changed = (answer: Change[] | Refusal): Change[] => {
  assert.ok(!(answer instanceof Refusal), answer instanceof Refusal ? answer.code : '')
  return answer
}
const refused = (answer: Change[] | Refusal): string => {
  assert.ok(answer instanceof Refusal)
  return answer.code
}

test('a key replaces the mark and says what stood there [R135]', () => {
  const [change] = changed(put({ kind: 'value', value: 5 }))
  assert.deepEqual(change, {
    kind: 'mark',
    slot: 'mark:w1:alekseev',
    lessonId: 'l1',
    workId: 'w1',
    studentId: 'alekseev',
    from: { ...noMark, values: [4] },
    to: { ...noMark, values: [5] },
  })
})

test('the same mark again changes nothing', () => {
  assert.deepEqual(put({ kind: 'value', value: 4 }), [])
})

test('a mark leaves the absence where it is, and an absence the mark [R143]', () => {
  const [mark, ...rest] = changed(put({ kind: 'value', value: 5 }, { row: 1 }))
  assert.equal(mark?.kind, 'mark')
  assert.deepEqual(rest, [])
  const [absence, ...more] = changed(put({ kind: 'absence', code: 'absent' }))
  assert.deepEqual(absence?.to, { code: 'absent', minutes: null })
  assert.deepEqual(more, [])
})

test('a second mark stands beside the first, and the comment stays [R135]', () => {
  const [change] = changed(put({ kind: 'append', value: 5 }, { column: 1, row: 1 }))
  assert.deepEqual(change?.to, { values: [4, 3, 5], dueOn: null, comment: 'Хорошее решение', basis: '' })
})

test('a point is awaited for a week, and a mark ends it', () => {
  const [point] = changed(put({ kind: 'point' }, { row: 2, column: 2 }))
  assert.deepEqual(point?.to, { ...noMark, dueOn: '2026-11-27' })
  const held = { mark: { ...noMark, dueOn: '2026-12-01' }, attendance: present }
  const [mark] = changed(put({ kind: 'value', value: 4 }, { row: 2, column: 2, held }))
  assert.deepEqual(mark?.to, { ...noMark, values: [4] })
  assert.deepEqual(put({ kind: 'point' }, { row: 2, column: 2, held }), [])
})

test('Backspace takes the last mark, then the absence; Delete takes everything', () => {
  const held: Held = { mark: { ...noMark, values: [4, 5] }, attendance: { code: 'absent', minutes: null } }
  assert.deepEqual(changed(put({ kind: 'backspace' }, { held }))[0]?.to, { ...noMark, values: [4] })
  assert.deepEqual(changed(put({ kind: 'backspace' }, { held: { ...held, mark: noMark } }))[0]?.to, present)
  assert.deepEqual(
    changed(put({ kind: 'clear' }, { held })).map((change) => change.to),
    [noMark, present],
  )
})

test('in the second column of a lesson only the mark is erased: the absence stands in the first', () => {
  const held: Held = { mark: { ...noMark, values: [4] }, attendance: { code: 'absent', minutes: null } }
  assert.deepEqual(
    changed(put({ kind: 'clear' }, { column: 2, held })).map((change) => change.kind),
    ['mark'],
  )
  assert.deepEqual(put({ kind: 'backspace' }, { column: 2, held: { ...held, mark: noMark } }), [])
})

test('a whole typed cell says everything, a pasted one leaves alone what it does not name', () => {
  const held: Held = { mark: { ...noMark, values: [4] }, attendance: { code: 'absent', minutes: null } }
  const typed = changed(put({ kind: 'entry', entry: parseEntry('5')! }, { held }))
  assert.deepEqual(
    typed.map((change) => change.to),
    [{ ...noMark, values: [5] }, present],
  )
  const pasted = changed(put({ kind: 'merge', entry: parseEntry('5')! }, { held }))
  assert.deepEqual(
    pasted.map((change) => change.to),
    [{ ...noMark, values: [5] }],
  )
  assert.deepEqual(put({ kind: 'merge', entry: parseEntry('')! }, { held }), [])
})

test('grade 1 takes no marks, and attendance as ever [R144]', () => {
  const page = testModel(testPage({ course: { ...testPage().course, grade: 1 } }))
  assert.equal(refused(put({ kind: 'value', value: 5 }, { page })), 'marks.grade1')
  assert.equal(refused(put({ kind: 'point' }, { page, row: 2, column: 2 })), 'marks.grade1')
  assert.equal(changed(put({ kind: 'absence', code: 'absent' }, { page })).length, 1)
})

test('an ungraded group takes no marks either [R151]', () => {
  const page = testModel(testPage({ course: { ...testPage().course, ungraded: true } }))
  assert.equal(refused(put({ kind: 'value', value: 5 }, { page })), 'marks.ungraded')
})

test('a locked cell says why: the term, the lesson to come, the day before the student came [R157]', () => {
  const term = { ...testPage().term, lockedAt: '2026-11-21T10:00:00Z' }
  assert.equal(refused(put({ kind: 'value', value: 5 }, { page: testModel(testPage({ term })) })), 'journal.termLocked')
  assert.equal(refused(put({ kind: 'value', value: 5 }, { column: 3 })), 'journal.notYet')
  assert.equal(refused(put({ kind: 'absence', code: 'sick' }, { row: 2 })), 'journal.notInGroup')
  const strict = testModel(testPage(), { ...testPolicy, 'marks.editDays': 3 })
  assert.equal(refused(put({ kind: 'value', value: 5 }, { page: strict })), 'marks.deadlinePassed')
})

test('no more than four marks in a cell, and none outside the scale', () => {
  const held: Held = { mark: { ...noMark, values: [4, 4, 4, 4] }, attendance: present }
  assert.equal(refused(put({ kind: 'append', value: 5 }, { held })), 'marks.tooMany')
  assert.equal(refused(put({ kind: 'value', value: 1 })), 'marks.outsideScale')
})

test('the same absence code keeps the minutes of a late comer', () => {
  const held: Held = { mark: noMark, attendance: { code: 'late', minutes: 10 } }
  assert.deepEqual(put({ kind: 'absence', code: 'late' }, { held }), [])
})
