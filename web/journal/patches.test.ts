import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { factsOf } from './facts.ts'
import { patchPage, reshape, withFacts } from './patches.ts'
import { testPage } from './testPage.ts'

const page = testPage()

test('a page written back from its facts is the same page', () => {
  assert.deepEqual(withFacts(page, factsOf(page)), page)
})

test('a saved mark stands on the page', () => {
  const input = { lessonId: 'l1', workId: 'w1', studentId: 'ivanov', mark: { ...noMark, values: [5] }, expected: noMark }
  const after = patchPage(page, { name: 'marks.set', input })
  assert.deepEqual(factsOf(after).marks.get('mark:w1:ivanov')?.values, [5])
  assert.deepEqual(after.marks.text, ['4', '5', '5', '4/3'])
})

test('an erased mark leaves the page', () => {
  const input = { lessonId: 'l1', workId: 'w1', studentId: 'alekseev', mark: noMark, expected: noMark }
  assert.deepEqual(patchPage(page, { name: 'marks.set', input }).marks.text, ['5', '4/3'])
})

test('a new column moves the numbers of the works after it, not the marks', () => {
  const after = reshape(page, {
    name: 'marks.addWork',
    input: { lessonId: 'l1', workId: 'new', typeId: 'answer', weight: 10, title: '' },
  })
  assert.deepEqual(
    after.lessons[0]?.works.map((work) => work.workId),
    ['w1', 'new'],
  )
  assert.deepEqual(after.marks.work, [0, 2, 2])
  assert.deepEqual(factsOf(after).marks, factsOf(page).marks)
  assert.deepEqual(after.remarks[0]?.work, 2)
})

test('a removed column takes nothing else with it', () => {
  const after = reshape(page, { name: 'marks.removeWork', input: { lessonId: 'l1', workId: 'w1' } })
  assert.deepEqual(after.marks.work, [0, 0])
  assert.deepEqual(after.lessons[0]?.works, [])
})

test('a changed column keeps its place and its marks', () => {
  const after = reshape(page, {
    name: 'marks.changeWork',
    input: { lessonId: 'l2', workId: 'w2', typeId: 'answer', weight: 10, title: '' },
  })
  assert.deepEqual(after.lessons[1]?.works[0], { workId: 'w2', typeId: 'answer', weight: 10, title: '' })
  assert.deepEqual(after.marks, page.marks)
})

test('a roll call says of everybody who was there [R128]', () => {
  const input = { lessonId: 'l1', absences: [{ studentId: 'alekseev', code: 'late', minutes: 5 }] }
  const after = patchPage(page, { name: 'attendance.rollCall', input })
  assert.deepEqual(after.absences, { lesson: [0], student: [0], code: ['late'], minutes: [5] })
  assert.notEqual(after.lessons[0]?.rollCalledAt, null)
})

test('topics are patched, other operations leave the very same page', () => {
  assert.equal(
    patchPage(page, { name: 'journal.setTopic', input: { lessonId: 'l1', topic: 'Дроби', expected: '' } }).lessons[0]?.topic,
    'Дроби',
  )
  assert.equal(patchPage(page, { name: 'homework.remove', input: {} }), page)
  assert.equal(
    reshape(page, {
      name: 'marks.addWork',
      input: { lessonId: 'other', workId: 'new', typeId: 'answer', weight: 10, title: '' },
    }),
    page,
  )
})
