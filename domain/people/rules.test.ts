import assert from 'node:assert/strict'
import { test } from 'node:test'
import { campaignOf, gapsOf, isCampaignOpen, type Known, monthOf, qualityOf } from '#domain/people/checks.ts'
import { mergedFacts, whyNotMerged } from '#domain/people/merging.ts'
import { changesOf, emptyProposal, linesOf } from '#domain/people/requests.ts'
import { keptContacts, type PersonFacts, tidyPerson, whyContactIsWrong, whyPersonIsWrong } from '#domain/people/rules.ts'

const anna: PersonFacts = {
  surname: 'Семёнова', givenName: 'Анна', patronymic: 'Петровна', sex: 'f', bornOn: '2013-05-17', snils: '11223344595', foreignLanguages: '',
} // biome-ignore format: one glance

test('a card is written without accidental spaces, СНИЛС as digits [R091]', () => {
  const typed = { ...anna, surname: ' Петрова  -  Водкина ', givenName: 'Анна\u00a0 Мария', snils: '112-233-445 95' }
  assert.deepEqual(tidyPerson(typed), { ...anna, surname: 'Петрова-Водкина', givenName: 'Анна Мария' })
  assert.equal(tidyPerson({ ...anna, snils: ' ' }).snils, null)
})

const cards: [string, Partial<PersonFacts>, string | null][] = [
  ['as it should be', {}, null],
  ['without a birth date and СНИЛС', { bornOn: null, snils: null }, null],
  ['without a patronymic', { patronymic: '' }, null],
  ['with a Turkic patronymic', { patronymic: 'Рустам оглы' }, null],
  ['with an apostrophe', { surname: 'О’Нил' }, null],
  ['of spaces', { surname: '' }, 'people.nameMissing'],
  ['with a class in the surname', { surname: 'Семёнова 7А' }, 'people.wrongName'],
  ['with a formula for a name', { givenName: '=1+1' }, 'people.wrongName'],
  ['born tomorrow', { bornOn: '2026-11-21' }, 'people.wrongBirthDate'],
  ['born in the century before last', { bornOn: '1899-12-31' }, 'people.wrongBirthDate'],
  ['born on 30 February', { bornOn: '2013-02-30' }, 'people.wrongBirthDate'],
  ['with a wrong СНИЛС', { snils: '11223344596' }, 'people.wrongSnils'],
  ['with words for СНИЛС', { snils: 'нет' }, 'people.wrongSnils'],
]
for (const [title, part, code] of cards) {
  test(`a card ${title} is ${code ? `refused: ${code}` : 'written'} [R091]`, () => {
    assert.equal(whyPersonIsWrong(tidyPerson({ ...anna, ...part }), '2026-11-20')?.code ?? null, code)
  })
}

test('a school keeps no phones, e-mails and addresses until it switches them on [R065]', () => {
  const none = { 'people.phones': false, 'people.emails': false, 'people.addresses': false }
  assert.deepEqual(keptContacts(none), [])
  assert.equal(whyContactIsWrong('phone', '+7 900 000-00-00', keptContacts(none))?.code, 'people.contactsOff')
  const emails = keptContacts({ ...none, 'people.emails': true })
  assert.equal(whyContactIsWrong('email', 'mama@example.ru', emails), null)
  assert.equal(whyContactIsWrong('email', 'mama', emails)?.code, 'people.wrongEmail')
  assert.equal(whyContactIsWrong('address', 'ул. Мира, 1', emails)?.code, 'people.contactsOff')
})

const full: Known = {
  bornOn: '2013-05-17', patronymic: 'Петровна', foreignLanguages: 'английский', similar: false,
  guardians: [{ patronymic: 'Игоревна', informed: true, email: true }],
} // biome-ignore format: one glance
const checks: [string, Partial<Known>, { emails?: boolean; grade?: number }, string[]][] = [
  ['nothing', {}, {}, []],
  ['a birth date', { bornOn: null }, {}, ['birthDate']],
  ['a foreign language, in grade 7', { foreignLanguages: '' }, {}, ['foreignLanguages']],
  ['nothing: there is no foreign language in grade 1', { foreignLanguages: '' }, { grade: 1 }, []],
  ['a guardian', { guardians: [] }, { emails: true }, ['guardian']],
  ['somebody who may be told', { guardians: [{ patronymic: 'И.', informed: false, email: true }] }, {}, ['informedGuardian']],
  ['the whole name of a guardian', { guardians: [{ patronymic: '', informed: true, email: true }] }, {}, ['guardianName']],
  ['nothing: e-mails are not kept', { guardians: [{ patronymic: 'И.', informed: true, email: false }] }, {}, []],
  ['an e-mail', { guardians: [{ patronymic: 'И.', informed: true, email: false }] }, { emails: true }, ['email']],
  ['certainty who it is', { similar: true }, {}, ['similar']],
]
for (const [title, part, { emails = false, grade = 7 }, expected] of checks) {
  test(`what is missing in a student’s data: ${title} [R064, R068]`, () => {
    assert.deepEqual(gapsOf({ ...full, ...part }, { emails, grade }), expected)
  })
}

test('only a class without a gap has 100 percent; people without a patronymic exist [R068]', () => {
  assert.equal(qualityOf([[], ['guardianName']]), 100)
  assert.equal(qualityOf([...Array(199).fill([]), ['birthDate']]), 99)
  assert.equal(qualityOf([]), 100)
})

test('the campaign is October’s, of the school year it is in [R064]', () => {
  assert.equal(campaignOf('2027-03-15'), '2026-10-01')
  assert.equal(isCampaignOpen('2026-09-30'), false)
  assert.equal(isCampaignOpen('2026-10-01'), true)
  assert.equal(monthOf('2026-11-20'), '2026-11-01')
})

test('a request carries what should change and what stood there [R067]', () => {
  const { person, before } = changesOf(anna, { ...anna, surname: 'Котова' })
  assert.deepEqual([person, before], [{ surname: 'Котова' }, { surname: 'Семёнова' }])
  const contacts = { phone: ['+7 900'], email: [], address: [] }
  const proposal = { ...emptyProposal, person, before, contacts, contactsBefore: { phone: [], email: [], address: [] } }
  assert.deepEqual(linesOf(proposal, ['phone']), [
    { field: 'surname', before: 'Семёнова', after: 'Котова' },
    { field: 'phone', before: '', after: '+7 900' },
  ])
  assert.equal(linesOf(proposal, []).length, 1, 'what is not kept any more is not shown')
})

test('the kept card takes over what only its double knew [R091]', () => {
  assert.deepEqual(mergedFacts({ ...anna, bornOn: null, surname: 'Котова' }, anna), { ...anna, surname: 'Котова' })
  const none = { family: false, marks: [], absences: [], classes: [] }
  assert.equal(whyNotMerged(anna, { ...anna, snils: null }, none), null)
  assert.equal(whyNotMerged(anna, { ...anna, snils: '08765430300' }, none)?.code, 'people.mergeSnils')
  const many = whyNotMerged(anna, anna, { ...none, marks: Array.from({ length: 11 }, (_, n) => `Алг. ${n}`) })
  assert.deepEqual([many?.code, many?.params.more], ['people.mergeMarks', 3])
})
