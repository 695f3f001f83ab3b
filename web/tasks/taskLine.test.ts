import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutOf, addressOf, type Task, whenOf } from './taskLine.ts'

const task = (key: Task['key'], parts: Partial<Task> = {}): Task => ({
  key,
  count: 1,
  since: null,
  due: null,
  classId: null,
  className: '',
  about: [],
  ...parts,
})
const today = '2026-11-20'

test('a task says until when it is to be done, that its day is over, or since when somebody waits', () => {
  for (const [one, text, late] of [
    [task('monthlyCheck', { due: '2026-11-30' }), 'до 30 ноября', false],
    [task('monthlyCheck', { due: today }), 'срок сегодня', true],
    [task('octoberCheck', { due: '2026-10-31' }), 'срок был 31 октября', true],
    [task('requests', { since: '2026-11-18' }), 'с 18 ноября', false],
    [task('requests', { since: today }), '', false],
    [task('rolesEnding', { due: '2026-11-27' }), 'по 27 ноября', false],
    [task('ownRoleEnding', { due: today }), 'последний день', true],
    [task('consents'), '', false],
  ] as const)
    assert.deepEqual(whenOf(one, today), { text, late }, `${one.key} ${one.due}`)
})

test('a task of a class leads to the page of that class', () => {
  assert.equal(addressOf(task('monthlyCheck', { classId: '7a' })), '/school/people/checks/7a')
  assert.equal(addressOf(task('handOutClass', { classId: '7a' })), '/class-access?class=7a')
})

test('of many only the first are named', () => {
  assert.equal(aboutOf(task('requests', { about: ['Петров Пётр'] })), 'Петров Пётр')
  assert.equal(aboutOf(task('requests', { count: 5, about: ['Петров Пётр', 'Жуков Иван'] })), 'Петров Пётр; Жуков Иван и ещё 3')
  assert.equal(aboutOf(task('handOut', { count: 5 })), '')
})
