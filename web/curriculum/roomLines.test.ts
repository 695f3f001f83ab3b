import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roomsOf } from './roomLines.ts'

const lines: [string, ReturnType<typeof roomsOf>][] = [
  ['305; химия; 30', { rooms: [{ name: '305', kind: 'химия', capacity: 30 }] }],
  ['305\tхимия\t30\r\n', { rooms: [{ name: '305', kind: 'химия', capacity: 30 }] }],
  ['спортзал', { rooms: [{ name: 'спортзал', kind: '', capacity: null }] }],
  [
    '101;;28\n\n102',
    {
      rooms: [
        { name: '101', kind: '', capacity: 28 },
        { name: '102', kind: '', capacity: null },
      ],
    },
  ],
  ['101; химия; много', { wrong: '101; химия; много' }],
  ['101; химия; 0', { wrong: '101; химия; 0' }],
  ['; химия', { wrong: '; химия' }],
  ['1; а; 2; б', { wrong: '1; а; 2; б' }],
  ['', { rooms: [] }],
]
for (const [text, rooms] of lines) {
  test(`rooms are read from ${JSON.stringify(text)} [R087]`, () => assert.deepEqual(roomsOf(text), rooms))
}
