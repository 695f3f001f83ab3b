import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Task, whyTaskIsWrong } from '#domain/homework/rules.ts'

const empty: Task = { content: '', pages: '', exercises: '', nothing: false, files: [], dueOn: null }
const cases: [string, Partial<Task>, string | null][] = [
  ['in words', { content: 'выучить правило' }, null],
  ['by pages', { pages: 'с. 12–14' }, null],
  ['by numbers of exercises', { exercises: '№ 372' }, null],
  ['by a file alone', { files: ['file'] }, null],
  ['«не задано», said outright', { nothing: true }, null],
  ['without a word', {}, 'homework.empty'],
  ['of spaces', { content: '  ', pages: '\n' }, 'homework.empty'],
  ['«не задано» with a task', { nothing: true, content: 'выучить' }, 'homework.nothingWithText'],
  ['«не задано» with a file', { nothing: true, files: ['file'] }, 'homework.nothingWithText'],
  ['for the day after', { content: 'выучить', dueOn: '2026-11-19' }, null],
  ['for the day of the lesson itself', { content: 'выучить', dueOn: '2026-11-18' }, 'homework.dueBeforeLesson'],
  ['for the day before', { content: 'выучить', dueOn: '2026-11-17' }, 'homework.dueBeforeLesson'],
]
for (const [title, part, code] of cases) {
  test(`a task ${title} ${code ? 'is refused' : 'is a task'}`, () => {
    assert.equal(whyTaskIsWrong({ ...empty, ...part }, '2026-11-18')?.code ?? null, code)
  })
}
