import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appeared, markKey } from './fresh.ts'

const marks = (...texts: string[]) => texts.map((text) => ({ text, type: 'Ответ на уроке', title: '' }))
const shown = (...texts: string[]) =>
  marks(...texts).map((mark, index, all) => ({ key: markKey('algebra', all, index), subject: 'Алгебра', text: mark.text }))

test('only what the teacher has just typed is new [R201]', () => {
  assert.deepEqual(
    appeared(shown('5'), shown('5', '4')).map((mark) => mark.text),
    ['4'],
  )
  assert.deepEqual(appeared(shown('5'), shown('5')), [])
})

test('a second equal mark is new as well, a corrected one too', () => {
  assert.equal(appeared(shown('5'), shown('5', '5')).length, 1)
  assert.deepEqual(
    appeared(shown('3'), shown('4')).map((mark) => mark.text),
    ['4'],
  )
})

test('an erased mark is not announced', () => {
  assert.deepEqual(appeared(shown('5', '4'), shown('5')), [])
})
