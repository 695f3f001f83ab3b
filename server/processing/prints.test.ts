import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyNote, emptyOperator } from '#domain/processing/rules.ts'
import { callerOf } from '#tests/caller.ts'
import { pagesOfPdf } from '#tests/pdfText.ts'
import { newWorld } from '#tests/world.ts'

test('the register, the notice and the measures are printed for who may read them [R060]', async () => {
  const world = await newWorld()
  const operator = {
    ...emptyOperator,
    hostingAddress: 'г. Заречный, ул. Мира, 7',
    responsible: 'Киселёв Денис Олегович',
    level: 4,
  }
  await world.does('kiselev', 'processing.setOperator', { operator, expected: emptyOperator })
  const note = { ...emptyNote, transfer: 'some', transferredTo: 'министерство образования' } as const
  await world.does('kiselev', 'processing.setNote', { purpose: 'learning', note, expected: emptyNote })
  await world.does('kiselev', 'processing.setMeasure', {
    measure: 'antivirus',
    done: { on: '2026-09-01', act: 'приказ № 12', answers: '' },
    expected: { on: null, act: '', answers: '' },
  })
  const caller = await callerOf(world, 'kiselev')
  const expected: [string, RegExp[]][] = [
    ['register', [/Перечень процессов/, /Ведение электронного журнала/, /министерство образования/, /классный руководитель/]],
    ['notice', [/Место нахождения базы данных/, /Россия, г\. Заречный/, /УЗ-4/, /ст\. 22/]],
    ['measures', [/Антивирус/, /приказ № 12/, /Личные учётные записи/]],
  ]
  for (const [sheet, words] of expected) {
    const answer = await caller.sends('GET', `/api/print/processing/${sheet}`)
    assert.deepEqual([answer.status, answer.headers['content-type']], [200, 'application/pdf'], answer.text.slice(0, 300))
    const text = pagesOfPdf(answer.bytes).join('\n').replace(/\s+/g, ' ').replaceAll('- ', '')
    for (const word of words) assert.match(text, word)
  }
  assert.equal((await caller.sends('GET', '/api/print/processing/constructor')).code, 'input.wrong')
  const stranger = await callerOf(world, 'petrova')
  assert.equal((await stranger.sends('GET', '/api/print/processing/register')).code, 'access.denied')
})
