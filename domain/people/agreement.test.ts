import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sentences } from '#domain/texts.ts'
import { agree, sexOf } from './agreement.ts'

test('a sentence of the log agrees with who it is about', () => {
  const rows: [string, string, string][] = [
    ['поставил(а) отметку 5', 'поставил отметку 5', 'поставила отметку 5'],
    ['стёр(ла) отметку', 'стёр отметку', 'стёрла отметку'],
    ['провёл(а) перекличку', 'провёл перекличку', 'провела перекличку'],
    ['завёл(завела) учётную запись', 'завёл учётную запись', 'завела учётную запись'],
    ['перевёл(перевела) ученика', 'перевёл ученика', 'перевела ученика'],
    ['вошёл(ла) в журнал', 'вошёл в журнал', 'вошла в журнал'],
    ['вошёл (вошла) в журнал', 'вошёл в журнал', 'вошла в журнал'],
    ['вышел(ла)', 'вышел', 'вышла'],
    ['внёс(ла) оценки', 'внёс оценки', 'внесла оценки'],
    ['ознакомился(лась) с положением', 'ознакомился с положением', 'ознакомилась с положением'],
    ['Начал(а) и закончил(а)', 'Начал и закончил', 'Начала и закончила'],
    [
      'перевёл(перевела) в 7А (с углублённым изучением)',
      'перевёл в 7А (с углублённым изучением)',
      'перевела в 7А (с углублённым изучением)',
    ],
    ['изменил(а) звонки', 'изменил звонки', 'изменила звонки'],
  ]
  for (const [told, ofHim, ofHer] of rows) {
    assert.equal(agree(told, 'm'), ofHim)
    assert.equal(agree(told, 'f'), ofHer)
    assert.equal(agree(told, null), told)
  }
})

test('the sex is the one that is written down, or the patronymic tells it', () => {
  const rows: [string, 'f' | 'm' | null][] = [
    ['Ильич', 'm'],
    ['Сергеевич', 'm'],
    ['Петровна', 'f'],
    ['Ильинична', 'f'],
    ['Кузьминична', 'f'],
    ['Вагиф оглы', 'm'],
    ['Вагиф-оглы', 'm'],
    ['Вагиф кызы', 'f'],
    ['Акрам гызы', 'f'],
    ['Нурлан улы', 'm'],
    ['', null],
    ['Ли', null],
  ]
  for (const [patronymic, sex] of rows) {
    assert.equal(sexOf({ patronymic }), sex, patronymic)
    assert.equal(sexOf({ patronymic, sex: 'f' }), 'f')
  }
})

test('no sentence keeps both forms when the sex is known, and none loses a word', () => {
  const sample = new Proxy<Record<string, unknown>>(
    { mark: { values: [5], dueOn: null }, cells: [], absences: [], attendance: {}, task: {} },
    {
      get: (known, field) => known[String(field)] ?? '2026-09-01',
    },
  )
  for (const [name, sentence] of Object.entries(sentences) as [string, (input: never) => string][]) {
    const told = sentence(sample as never)
    for (const sex of ['f', 'm'] as const) {
      const agreed = agree(told, sex)
      assert.doesNotMatch(agreed, /[а-яё] ?\((а|ла|лась|ась|вошла|перевела|завела)\)/, name)
      assert.equal(
        agreed.split(' ').length,
        told.split(' ').length - (/[а-яё] \((?=[а-яё]+\))/.test(told) ? 1 : 0),
        `${name}: ${agreed}`,
      )
    }
  }
})

test('text without marks stays as it is, and agreeing twice is agreeing once', () => {
  const word = fc.stringMatching(/^[а-яё]{1,9}$/)
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom('f' as const, 'm' as const), (words, sex) => {
      const plain = words.join(' ')
      assert.equal(agree(plain, sex), plain)
      const once = agree(`сохранил(а) ${plain}`, sex)
      assert.equal(agree(once, sex === 'f' ? 'm' : 'f'), once)
    }),
  )
})
