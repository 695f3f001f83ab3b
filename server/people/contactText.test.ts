import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freeTexts } from '../../tests/freeTexts.ts'
import { contactIn, whyTextTellsContact } from './contactText.ts'

for (const [text, kind] of freeTexts) {
  test(`«${text}» ${kind ? `tells: ${kind}` : 'tells no contact'} [R065]`, () => assert.equal(contactIn(text, []), kind))
}

test('what the school keeps, and what its author leaves, may stand [R065]', () => {
  assert.equal(contactIn('89123456789', ['phone']), null)
  assert.equal(whyTextTellsContact('89123456789', [])?.code, 'people.contactInText')
  assert.equal(whyTextTellsContact('89123456789', [], true), null)
})
