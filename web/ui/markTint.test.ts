import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tintOf } from './markTint.ts'

test('a mark has the tint of its lowest value, a letter has none', () => {
  const table = {
    '5': 'v5',
    '4': 'v4',
    '3': 'v3',
    '2': 'v2',
    '1': 'v2',
    '5/3': 'v3',
    н: 'v0',
    '': 'v0',
    зач: 'v5',
    нз: 'v2',
    незачёт: 'v2',
    '.': 'v0',
  }
  for (const [text, tint] of Object.entries(table)) assert.equal(tintOf(text), tint, text)
})
