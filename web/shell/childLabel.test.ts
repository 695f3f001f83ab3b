import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childLabel } from './childLabel.ts'

test('a child is told by given name and class, by surname too where given names are equal', () => {
  const ivan = { name: 'Иван Петров', className: '7Б' }
  const kate = { name: 'Анна Мария Петрова', className: '' }
  const other = { name: 'Иван Сидоров', className: '3А' }
  assert.deepEqual(
    [ivan, kate].map((one) => childLabel(one, [ivan, kate])),
    ['Иван · 7Б', 'Анна Мария'],
  )
  assert.deepEqual(
    [ivan, other].map((one) => childLabel(one, [ivan, other])),
    ['Иван Петров · 7Б', 'Иван Сидоров · 3А'],
  )
})
