import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPolicies, type PolicyKey } from './policies.ts'
import { policyBook, whyPolicyIsWrong } from './policyBook.ts'
import { isEmail, isInn, isOgrn, isTimeZone } from './rules.ts'

test('ИНН and ОГРН are checked by their check digits [R090]', () => {
  for (const inn of ['', '7707083893', '7830002293']) assert.ok(isInn(inn), inn)
  for (const inn of ['7707083894', '770708389', '77070838933', 'abcdefghij', '770708389 ']) assert.ok(!isInn(inn), inn)
  for (const ogrn of ['', '1027700132195', '1037739010891']) assert.ok(isOgrn(ogrn), ogrn)
  for (const ogrn of ['1027700132196', '102770013219', 'x027700132195']) assert.ok(!isOgrn(ogrn), ogrn)
})

test('addresses and time zones', () => {
  for (const email of ['', 'school12@mail.ru', 'a.b@школа.рф']) assert.ok(isEmail(email), email)
  for (const email of ['school12', 'a@b', 'a b@c.ru', '@c.ru']) assert.ok(!isEmail(email), email)
  assert.ok(isTimeZone('Asia/Kamchatka') && !isTimeZone('Заречный'))
})

test('every default is a value that the school could set itself [R103]', () => {
  for (const key of Object.keys(policyBook) as PolicyKey[]) assert.equal(whyPolicyIsWrong(key, defaultPolicies[key]), null, key)
})

test('a policy takes only what it means', () => {
  for (const [key, value] of [
    ['marks.lowest', 3],
    ['marks.lowest', '2'],
    ['marks.editDays', -1],
    ['marks.editDays', 1.5],
    ['access.idleMinutes', null],
    ['access.idleMinutes', 0],
    ['diary.classAverage', 'yes'],
    ['diary.classAverage', null],
  ] as const)
    assert.equal(whyPolicyIsWrong(key, value)?.code, 'school.policyWrong', `${key} ${value}`)
  assert.equal(whyPolicyIsWrong('marks.editDays', null), null)
})
