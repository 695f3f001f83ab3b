import assert from 'node:assert/strict'
import { test } from 'node:test'
import { library } from '#scripts/demo/topics/library.ts'
import { workTypes } from '#scripts/demo/workTypes.ts'

const codes = new Set<string>(workTypes.map(([code]) => code))
const lists = Object.entries(library).flatMap(([subject, byGrade]) =>
  Object.entries(byGrade).map(([grade, text]) => ({ name: `${subject} ${grade}`, lines: text.trim().split(/\n\s*/) })),
)

test('no topic is told twice in one list', () => {
  for (const { name, lines } of lists) assert.equal(new Set(lines).size, lines.length, name)
})

test('works in the lists are of known kinds', () => {
  for (const { name, lines } of lists) {
    for (const line of lines) {
      const [, code] = /^([А-Я]{1,3}): /.exec(line) ?? []
      assert.ok(code === undefined || codes.has(code), `${name}: ${line}`)
    }
  }
})
