import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testPage } from '../testPage.ts'
import { newWork, parseWeight, whyNoMoreWorks, whyWorkIsWrong, withType } from './works.ts'

const page = testPage()
const control = page.workTypes[1]!

test('a control work needs a title [R124]', () => {
  const draft = withType(newWork(page), control)
  assert.equal(draft.weight, 30)
  assert.equal(whyWorkIsWrong(page, draft)?.code, 'marks.titleNeeded')
  assert.equal(whyWorkIsWrong(page, { ...draft, title: 'Дроби' }), null)
  assert.equal(whyWorkIsWrong(page, newWork(page)), null)
})

test('weights are typed with a comma or a point, in tenths, up to ten', () => {
  const rows = [
    ['1', 10],
    ['1,5', 15],
    ['1.5', 15],
    ['0', 0],
    ['10', 100],
    ['11', null],
    ['-1', null],
    ['', null],
    ['много', null],
  ] as const
  for (const [text, weight] of rows) assert.equal(parseWeight(text), weight, text)
})

test('six works is what a lesson holds', () => {
  const [lesson] = page.lessons
  const works = Array.from({ length: 6 }, (_, i) => ({ workId: `w${i}`, typeId: 'answer', weight: 10, title: '' }))
  assert.equal(whyNoMoreWorks(lesson!), null)
  assert.equal(whyNoMoreWorks({ ...lesson!, works })?.code, 'marks.tooManyWorks')
})
