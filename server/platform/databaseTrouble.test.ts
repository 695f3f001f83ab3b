import assert from 'node:assert/strict'
import { test } from 'node:test'
import { databaseTrouble } from './databaseTrouble.ts'

const troubles: [error: object, words: string][] = [
  [{ code: '57P01', message: 'terminating connection' }, 'она перезапускается'],
  [new Error('timeout expired'), 'сервер базы не отвечает'],
  [new Error('Connection terminated unexpectedly'), 'связь оборвалась'],
  [new Error('Client has encountered a connection error and is not queryable'), 'связь оборвалась'],
  [new Error('Client was closed and is not queryable'), 'связь оборвалась'],
  [new Error('something else\nand its stack'), 'something else'],
]
for (const [error, words] of troubles) {
  test(`«${(error as Error).message.split('\n')[0]}» of the database is told in words: ${words}`, () =>
    assert.equal(databaseTrouble(error), words))
}
