import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Queued } from '#web/platform/outbox.ts'
import {
  asSent,
  besides,
  common,
  emptyTask,
  isBlank,
  patchedPlan,
  sameOnScreen,
  type Task,
  tasksByLesson,
  withNothing,
} from './tasks.ts'

const task = { ...emptyTask('h1'), content: 'Выучить правило', pages: 'с. 67', exercises: '№ 245', minutes: 30 }
const own = { ...emptyTask('h2'), content: 'Карточка 4', students: ['ivanov'] }
const plan = { lessons: [{ lessonId: 'l1', homework: [task, own] }] }
const sent = (lessonId: string, { homeworkId, ...rest }: Task) => ({
  lessonId,
  homeworkId,
  task: asSent({ homeworkId, ...rest }),
  expected: null,
})
const waiting = (name: Queued['name'], input: unknown, state: Queued['state'] = 'kept'): Queued => ({
  id: 'op',
  personId: 'ivanova',
  name,
  input,
  slot: 'homework:h1',
  label: '',
  at: '',
  state,
  problem: null,
})

test('the task for everybody is told apart from the ones for chosen students [R131]', () => {
  const { tasks } = tasksByLesson(plan, [], () => undefined).get('l1')!
  assert.equal(common(tasks)?.homeworkId, 'h1')
  assert.deepEqual(
    besides(tasks).map((one) => one.homeworkId),
    ['h2'],
  )
})

test('what waits in the queue is shown over what the server told', () => {
  const input = sent('l1', { ...task, content: 'Повторить правило' })
  const { tasks, safety } = tasksByLesson(plan, [waiting('homework.set', input)], () => undefined).get('l1')!
  assert.equal(common(tasks)?.content, 'Повторить правило')
  assert.equal(safety.get('h1')?.state, 'waiting')
})

test('a task the server has accepted stays as it was sent, and one taken back stays away', () => {
  const input = sent('l9', { ...task, homeworkId: 'h3' })
  const accepted = patchedPlan(plan, waiting('homework.set', input), () => undefined)
  const removed = patchedPlan(accepted, waiting('homework.remove', { lessonId: 'l1', homeworkId: 'h1' }), () => undefined)
  assert.deepEqual(removed.lessons, [
    { lessonId: 'l1', homework: [own] },
    { lessonId: 'l9', homework: [{ ...task, homeworkId: 'h3' }] },
  ])
})

test('a first task of a lesson appears before the server has it, with its uploaded file', () => {
  const file = { fileId: 'f1', name: 'Карточка.pdf', size: 10, mediaType: 'application/pdf' }
  const input = sent('l9', { ...task, files: [file] })
  const lesson = tasksByLesson(undefined, [waiting('homework.set', input)], () => file).get('l9')!
  assert.deepEqual(lesson.tasks[0]?.files, [file])
})

test('a task being removed is gone, unless the removal was refused', () => {
  const input = { lessonId: 'l1', homeworkId: 'h1' }
  assert.equal(common(tasksByLesson(plan, [waiting('homework.remove', input)], () => undefined).get('l1')!.tasks), null)
  const refused = tasksByLesson(plan, [waiting('homework.remove', input, 'refused')], () => undefined).get('l1')!
  assert.equal(common(refused.tasks)?.homeworkId, 'h1')
  assert.equal(refused.safety.get('h1')?.state, 'refused')
})

test('«не задано» takes the texts away and is itself something said [R131]', () => {
  const none = withNothing(task, true)
  assert.deepEqual([none.content, none.pages, none.exercises, none.minutes, none.nothing], ['', '', '', null, true])
  assert.equal(isBlank(none), false)
  assert.equal(isBlank(withNothing(none, false)), true)
})

test('spaces around a text are no change, and nothing typed is no task', () => {
  assert.equal(sameOnScreen(task, { ...task, content: ' Выучить правило ' }), true)
  assert.equal(sameOnScreen(emptyTask('h9'), null), true)
  assert.equal(sameOnScreen(task, null), false)
})

test('what was refused stands on the screen, and not behind the next edit', () => {
  const input = sent('l1', { ...task, content: 'Повторить правило' })
  const { tasks, standing } = tasksByLesson(plan, [waiting('homework.set', input, 'refused')], () => undefined).get('l1')!
  assert.deepEqual([common(tasks)?.content, common(standing)?.content], ['Повторить правило', 'Выучить правило'])
})
