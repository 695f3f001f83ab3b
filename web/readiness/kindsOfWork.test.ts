import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindsOfWork } from './kindsOfWork.ts'

test('operations are counted by what people call the work [R104]', () => {
  const operations = [
    { name: 'marks.set', count: 5 },
    { name: 'marks.setMany', count: 2 },
    { name: 'marks.addWork', count: 1 },
    { name: 'journal.setTopic', count: 9 },
    { name: 'notifications.read', count: 3 },
  ]
  assert.deepEqual(kindsOfWork(operations), [
    { kind: 'topics', count: 9 },
    { kind: 'marks', count: 7 },
    { kind: 'other', count: 3 },
    { kind: 'works', count: 1 },
  ])
})
