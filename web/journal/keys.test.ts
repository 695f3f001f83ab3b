import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksLikeMark, padIntents, readKey, type Scale } from './keys.ts'

const press = (key: string, code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})
const read = (key: string, code: string, scale: Scale = 'five', lowest = 2) => {
  const intent = readKey(press(key, code), scale, lowest)
  if (intent === null) return null
  return intent.kind === 'value' ? intent.value : intent.kind === 'absence' ? intent.code : intent.kind
}

test('one key is one mark, on the digit row and on the number pad [R135]', () => {
  for (const value of [5, 4, 3, 2]) {
    assert.equal(read(String(value), `Digit${value}`), value)
    assert.equal(read(String(value), `Numpad${value}`), value)
  }
})

test('a mark outside the scale is not a key at all [R151]', () => {
  assert.equal(read('1', 'Digit1'), null)
  assert.equal(read('1', 'Digit1', 'five', 1), 1)
  for (const key of ['0', '6', '7', '8', '9']) assert.equal(read(key, `Digit${key}`), null)
  assert.equal(read('5', 'Digit5', 'passFail'), null)
  assert.equal(looksLikeMark(press('7', 'Digit7')), true)
  assert.equal(looksLikeMark(press('н', 'KeyY')), false)
})

test('absence letters are read from what is typed under the Russian layout [R130]', () => {
  const rows = [
    ['н', 'KeyY', 'absent'],
    ['Н', 'KeyY', 'absent'],
    ['б', 'Comma', 'sick'],
    ['у', 'KeyE', 'excused'],
    ['п', 'KeyG', 'unexcused'],
    ['о', 'KeyJ', 'late'],
    ['с', 'KeyC', 'exempt'],
  ] as const
  for (const [key, code, meaning] of rows) assert.equal(read(key, code), meaning, key)
})

test('the same keys work while the Latin layout is on [R130]', () => {
  const rows = [
    ['y', 'KeyY', 'absent'],
    ['Y', 'KeyY', 'absent'],
    ['h', 'KeyH', 'absent'],
    ['b', 'KeyB', 'sick'],
    ['e', 'KeyE', 'excused'],
    ['g', 'KeyG', 'unexcused'],
    ['j', 'KeyJ', 'late'],
    ['c', 'KeyC', 'exempt'],
  ] as const
  for (const [key, code, meaning] of rows) assert.equal(read(key, code), meaning, key)
})

test('the Comma key is «б» where it types «б» and a second mark where it types a comma', () => {
  assert.equal(read('б', 'Comma'), 'sick')
  assert.equal(read(',', 'Comma'), 'another')
  assert.equal(read(',', 'Slash'), 'another')
  assert.equal(read(',', 'NumpadDecimal'), 'another')
  assert.equal(read('/', 'NumpadDivide'), 'another')
})

test('a full stop is a point wherever the layout keeps it', () => {
  assert.equal(read('.', 'Slash'), 'point')
  assert.equal(read('.', 'Period'), 'point')
  assert.equal(read('*', 'NumpadMultiply'), 'point')
})

test('Cyrillic letters without a meaning do nothing, though a Latin twin has one', () => {
  assert.equal(read('р', 'KeyH'), null)
  assert.equal(read('и', 'KeyB'), null)
  assert.equal(read('q', 'KeyQ'), null)
})

test('on the pass scale з and + pass, - fails, and absences stay [R151]', () => {
  assert.equal(read('з', 'KeyP', 'passFail'), 1)
  assert.equal(read('p', 'KeyP', 'passFail'), 1)
  assert.equal(read('+', 'NumpadAdd', 'passFail'), 1)
  assert.equal(read('=', 'Equal', 'passFail'), 1)
  assert.equal(read('-', 'Minus', 'passFail'), 0)
  assert.equal(read('н', 'KeyY', 'passFail'), 'absent')
  assert.equal(read('з', 'KeyP'), null)
})

test('a key held with Ctrl, Alt or Cmd never writes a mark', () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const) {
    assert.equal(readKey(press('5', 'Digit5', { [held]: true }), 'five', 2), null)
    assert.equal(readKey(press('с', 'KeyC', { [held]: true }), 'five', 2), null)
  }
})

test('the mark pad of a class without marks has absences only [R144]', () => {
  assert.deepEqual(
    padIntents('five', 2, false).filter((intent) => intent.kind === 'value' || intent.kind === 'point'),
    [],
  )
  assert.deepEqual(
    padIntents('five', 2, true).flatMap((intent) => (intent.kind === 'value' ? [intent.value] : [])),
    [5, 4, 3, 2],
  )
  for (const marks of [true, false])
    assert.deepEqual(
      padIntents('five', 2, marks).flatMap((intent) => (intent.kind === 'absence' ? [intent.code] : [])),
      ['absent', 'sick', 'excused', 'unexcused', 'late', 'exempt'],
    )
})
