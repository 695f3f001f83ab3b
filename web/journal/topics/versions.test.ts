import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyTask, type Task } from './tasks.ts'
import { versionLines } from './versions.ts'

const task: Task = { ...emptyTask('h1'), content: 'Выучить правило', pages: 'с. 67', minutes: 30, dueOn: '2026-11-23' }
const names = { student: (id: string) => (id === 'petya' ? 'Петров Пётр' : ''), next: '2026-11-23' as const }
const file = { fileId: 'f1', name: 'Карточка.pdf', size: 10, mediaType: 'application/pdf' }

const pairs: [string, Task | null, Task | null, string[], string[]][] = [
  ['one field', task, { ...task, content: 'Повторить' }, ['Что сделать дома: Выучить правило'], ['Что сделать дома: Повторить']],
  ['a field that is empty there', task, { ...task, pages: '' }, ['Страницы: с. 67'], ['Страницы: пусто']],
  [
    'whom it is for, until when and with what',
    task,
    { ...task, students: ['petya'], dueOn: '2026-11-25', files: [file] },
    ['К уроку: 23 ноября', 'Файлы: пусто', 'Кому: всем'],
    ['К уроку: 25 ноября', 'Файлы: Карточка.pdf', 'Кому: Петров Пётр'],
  ],
  ['the day of the next lesson, said or not', task, { ...task, dueOn: null, minutes: 20 }, ['Минут: 30'], ['Минут: 20']],
  [
    'a task and «не задано»',
    task,
    { ...emptyTask('h1'), nothing: true },
    ['Что сделать дома: Выучить правило', 'Страницы: с. 67', 'Минут: 30'],
    ['не задано'],
  ],
  ['a task and its absence', null, task, ['без задания'], ['Что сделать дома: Выучить правило', 'Страницы: с. 67', 'Минут: 30']],
]
for (const [title, a, b, left, right] of pairs) {
  test(`two versions side by side show ${title}`, () =>
    assert.deepEqual([versionLines(a, b, names), versionLines(b, a, names)], [left, right]))
}
