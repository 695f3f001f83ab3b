import assert from 'node:assert/strict'
import { test } from 'node:test'
import { homeworkText } from './homeworkText.ts'

test('a task names what, which pages and which exercises, each once [R132]', () => {
  const examples: [string, string, string, string][] = [
    ['Повторить § 9.', '45–47', '372, 375', 'Повторить § 9; с. 45–47; № 372, 375'],
    ['', 'с. 12', 'упр. 130', 'с. 12; упр. 130'],
    ['Принести гуашь', '', '', 'Принести гуашь'],
    ['Выучить формулы', 'п. 12', '', 'Выучить формулы; п. 12'],
    ['', '§ 15', '', '§ 15'],
  ]
  for (const [content, pages, exercises, text] of examples)
    assert.equal(homeworkText({ content, pages, exercises }).replaceAll('\u00a0', ' '), text)
})

test('a sign is not torn from its number', () => {
  assert.equal(homeworkText({ content: 'Прочитать § 14', pages: '', exercises: '' }), 'Прочитать §\u00a014')
})
