import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAsSeen, sameTask, type Task, whyTaskIsWrong } from '#domain/homework/rules.ts'

const empty: Task = {
  ...{ dueOn: null, content: '', pages: '', exercises: '', minutes: null },
  ...{ nothing: false, students: [], files: [] },
}
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

const rule: Task = { ...empty, content: 'выучить правило', students: ['petya', 'masha'], files: ['plan', 'card'] }
const alike: [string, Partial<Task>, boolean][] = [
  ['with spaces around a text', { content: ' выучить правило\n' }, true],
  ['with its students in another order', { students: ['masha', 'petya'] }, true],
  ['with its files in another order', { files: ['card', 'plan'] }, true],
  ['with another word', { content: 'повторить правило' }, false],
  ['with pages', { pages: 'с. 12' }, false],
  ['with an exercise', { exercises: '№ 3' }, false],
  ['with minutes', { minutes: 20 }, false],
  ['for one student less', { students: ['petya'] }, false],
  ['with one file less', { files: ['plan'] }, false],
  ['for another day', { dueOn: '2026-11-20' }, false],
  ['that is none', { nothing: true }, false],
]
for (const [title, part, same] of alike) {
  test(`a task ${title} is ${same ? 'the same' : 'another one'}`, () => assert.equal(sameTask(rule, { ...rule, ...part }), same))
}

const onDay = (dueOn: Task['dueOn']): Task => ({ ...rule, dueOn })
const seen: [string, Task | null, Task | null, boolean][] = [
  ['nothing where nothing stands', null, null, true],
  ['nothing where a task stands', rule, null, false],
  ['a task where nothing stands', null, rule, false],
  ['the task with its day', onDay('2026-11-20'), onDay('2026-11-20'), true],
  ['the task before its day was known', onDay('2026-11-20'), onDay(null), true],
  ['a task that has got another day', onDay('2026-11-23'), onDay(null), false],
  ['the task that waits for its day', onDay(null), onDay(null), true],
  ['a task that has lost its day', onDay(null), onDay('2026-11-20'), false],
]
for (const [title, standing, expected, as] of seen) {
  test(`who saw ${title} ${as ? 'knows what stands' : 'does not know what stands'}`, () =>
    assert.equal(isAsSeen(standing, expected, '2026-11-20'), as))
}
