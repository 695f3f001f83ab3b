import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOrder, isOverdue, monthlyCheckDue, octoberCheckDue } from './tasks.ts'

test('a monthly check is due on the last day of its month, the October one on the last of October [R067]', () => {
  for (const [month, due] of [
    ['2026-11-01', '2026-11-30'],
    ['2026-12-01', '2026-12-31'],
    ['2027-02-01', '2027-02-28'],
    ['2028-02-01', '2028-02-29'],
  ] as const)
    assert.equal(monthlyCheckDue(month), due)
  assert.equal(octoberCheckDue('2026-10-01'), '2026-10-31')
})

test('what is overdue comes first, then what is due soonest, then what has waited longest [R072]', () => {
  const task = (key: 'acts' | 'requests' | 'proposals' | 'timetable', due: string | null, since: string | null = null) => ({
    key,
    due,
    since,
    className: '',
  })
  const tasks = [
    task('acts', null),
    task('requests', null, '2026-11-18'),
    task('proposals', '2026-11-30'),
    task('timetable', '2026-09-05'),
  ]
  assert.deepEqual(
    inOrder(tasks).map(({ key }) => key),
    ['timetable', 'proposals', 'requests', 'acts'],
  )
  assert.equal(isOverdue(tasks[3]!, '2026-11-20'), true)
  assert.equal(isOverdue(tasks[3]!, '2026-09-05'), false)
  assert.equal(isOverdue(tasks[0]!, '2026-11-20'), false)
})
