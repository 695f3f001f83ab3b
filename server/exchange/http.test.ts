import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callerOf } from '#tests/caller.ts'
import { newWorld } from '#tests/world.ts'

const MB = 1024 * 1024
const line = 'Класс;ФИО;Примечание\r\n7А;Ёлкина Мария;"из ""Зари""; село"\r\n'
const uploads: [string, { body?: Buffer; name?: string; id?: string; as?: 'kiselev' | 'petya' | null }, number, string][] = [
  ['a list', {}, 200, ''],
  ['nothing', { body: Buffer.alloc(0) }, 422, 'files.empty'],
  ['100 MB', { body: Buffer.alloc(21 * MB) }, 413, 'files.tooLarge'],
  ['a picture', { body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') }, 422, 'exchange.notSheet'],
  ['no name', { name: '' }, 400, 'input.wrong'],
  ['no operation', { id: '' }, 400, 'input.operationId'],
  ['a list of a student', { as: 'petya' }, 403, 'access.denied'],
  ['a list of a passer-by', { as: null }, 401, 'access.signedOut'],
]
for (const [
  title,
  { body = Buffer.from(line), name = 'список.csv', id = crypto.randomUUID(), as = 'kiselev' },
  status,
  code,
] of uploads) {
  test(`${title}, sent up, is answered ${status} ${code}`, async () => {
    const world = await newWorld()
    const answer = await (await callerOf(world, as)).sends('POST', `/api/sheets?name=${encodeURIComponent(name)}`, {
      body,
      headers: { 'content-type': 'text/csv', 'x-zvonok': '1', 'x-operation-id': id },
    })
    assert.deepEqual([answer.status, answer.code], [status, code], answer.text)
    assert.equal((await world.rows('select 1 from import_upload where school_id = :school')).length, status === 200 ? 1 : 0)
  })
}
