import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { absenceCodes } from '#domain/attendance/rules.ts'
import { type Entry, entryText, markText, parseEntry } from '#domain/journal/entry.ts'

const entry = (values: number[], absence: Entry['absence'] = null, pending = false): Entry => ({ values, absence, pending })

const typed: [string, Entry | null][] = [
  ['', entry([])],
  ['   ', entry([])],
  ['5', entry([5])],
  [' 5 ', entry([5])],
  ['4/5', entry([4, 5])],
  ['5,4', entry([5, 4])],
  ['5 4', entry([5, 4])],
  ['5;4', entry([5, 4])],
  ['54', entry([5, 4])],
  ['5443', entry([5, 4, 4, 3])],
  ['54433', null],
  ['5/4/4/3/3', null],
  ['н', entry([], 'absent')],
  ['Н', entry([], 'absent')],
  ['H', entry([], 'absent')], // the Latin twin, typed with the wrong layout on
  ['от', entry([], 'absent')],
  ['Б', entry([], 'sick')],
  ['у', entry([], 'excused')],
  ['y', entry([], 'excused')],
  ['УП', entry([], 'excused')],
  ['нп', entry([], 'unexcused')],
  ['оп', entry([], 'late')],
  ['осв', entry([], 'exempt')],
  ['н/5', entry([5], 'absent')],
  ['н5', entry([5], 'absent')],
  ['5/н', entry([5], 'absent')],
  ['5н', null],
  ['оп 4', entry([4], 'late')],
  ['оп4', entry([4], 'late')],
  ['нб', null],
  ['н б', null],
  ['н/н', null],
  ['•', entry([], null, true)],
  ['.', entry([], null, true)],
  ['точка', entry([], null, true)],
  ['• •', null],
  ['•/5', null],
  ['н •', entry([], 'absent', true)],
  ['5-', null],
  ['-5', null],
  ['4,5,', entry([4, 5])],
  ['пять', null],
  ['зач', null],
  ['5а', null],
  ['٥', null], // an Arabic five is not one of ours
  ['🙂', null],
  ['0', entry([0])], // whether the scale knows it is another question
]
for (const [text, expected] of typed) {
  test(`«${text}» in a cell is ${expected ? `«${entryText(expected)}»` : 'not an entry'}`, () => {
    assert.deepEqual(parseEntry(text), expected)
  })
}

const passed: [string, Entry | null][] = [
  ['зач', entry([1])],
  ['з', entry([1])],
  ['+', entry([1])],
  ['нз', entry([0])],
  ['незач', entry([0])],
  ['н/зач', entry([1], 'absent')],
  ['5', null],
  ['н', entry([], 'absent')],
  ['', entry([])],
]
for (const [text, expected] of passed) {
  test(`«${text}» on the pass scale is ${expected ? `«${entryText(expected, 'passFail')}»` : 'not an entry'}`, () => {
    assert.deepEqual(parseEntry(text, 'passFail'), expected)
  })
}

for (const scale of ['five', 'passFail'] as const) {
  test(`whatever stands in a cell reads back the same on the scale ${scale}`, () => {
    const value = scale === 'five' ? fc.integer({ min: 0, max: 9 }) : fc.integer({ min: 0, max: 1 })
    const any = fc
      .record(
        {
          values: fc.array(value, { maxLength: 4 }),
          absence: fc.constantFrom(null, ...absenceCodes),
          pending: fc.boolean(),
        },
        { noNullPrototype: true },
      )
      .map((one) => (one.pending ? { ...one, values: [] } : one))
    fc.assert(fc.property(any, (one) => assert.deepEqual(parseEntry(entryText(one, scale), scale), one)))
  })
}

test('a cell never breaks on what is typed or pasted into it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      const read = parseEntry(text)
      assert.ok(read === null || read.values.length <= 4)
    }),
    { numRuns: 500 },
  )
})

const texts: [number[], boolean, 'five' | 'passFail', string][] = [
  [[], false, 'five', ''],
  [[5], false, 'five', '5'],
  [[5, 4], false, 'five', '5/4'],
  [[], true, 'five', '•'],
  [[1], false, 'passFail', 'зач'],
  [[0], false, 'passFail', 'нз'],
]
for (const [values, pending, scale, text] of texts) {
  test(`[${values}]${pending ? ' awaited' : ''} stands in a cell as «${text}»`, () =>
    assert.equal(markText(values, pending, scale), text))
}
