import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maySignAlone, type Signer, stateOf, whyNotSigner, whyNotWithdrawn } from '#domain/consents/rules.ts'

const petya: Signer = {
  studentId: 'petya',
  bornOn: '2012-11-20',
  guardians: [
    { personId: 'mother', from: '2000-01-01', to: null },
    { personId: 'father', from: '2000-01-01', to: '2026-10-31' },
  ],
}
const signers: [string, string | null, string, string | null][] = [
  ['the mother', 'mother', '2026-11-20', null],
  ['a father who is no longer the guardian', 'father', '2026-11-20', 'consents.notGuardian'],
  ['the same father, when he was', 'father', '2026-10-01', null],
  ['somebody else’s mother', 'aunt', '2026-11-20', 'consents.notGuardian'],
  ['the student, on the fourteenth birthday', 'petya', '2026-11-20', null],
  ['the student, the day before', 'petya', '2026-11-19', 'consents.tooYoung'],
  ['nobody named', null, '2026-11-20', null],
]
for (const [title, who, on, code] of signers) {
  test(`a consent signed by ${title} ${code ? `is refused: ${code}` : 'is one'} [R061, R062]`, () => {
    assert.equal(whyNotSigner(who, petya, on)?.code ?? null, code)
  })
}

test('nobody knows how old a student without a birth date is [R061]', () => assert.equal(maySignAlone(null, '2026-11-20'), false))

test('only what was given is withdrawn [R061]', () => {
  assert.equal(whyNotWithdrawn('given'), null)
  for (const state of ['refused', 'withdrawn', 'notAsked'] as const)
    assert.equal(whyNotWithdrawn(state)?.code, 'consents.notGiven')
  assert.equal(stateOf(null), 'notAsked')
})
