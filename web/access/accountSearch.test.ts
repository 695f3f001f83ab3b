import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, inputOf, searchOf } from './accountSearch.ts'

test('the list of accounts is reopened by its address', () => {
  const search = { search: 'Ёлкина', kind: 'guardian', order: 'seldom', offset: 50 } as const
  assert.deepEqual(searchOf(addressOf(search).split('?')[1] ?? ''), search)
  assert.equal(addressOf({ search: '', kind: 'all', order: 'name', offset: 0 }), '/accounts')
})

test('an address that makes no sense shows everybody', () => {
  assert.deepEqual(searchOf('kind=parrot&offset=-7'), { search: '', kind: 'all', order: 'name', offset: 0 })
})

test('the server is asked only for what is set', () => {
  assert.deepEqual(inputOf({ search: '  ', kind: 'all', order: 'name', offset: 0 }), {})
  assert.deepEqual(inputOf({ search: ' Ли ', kind: 'staff', order: 'name', offset: 50 }), {
    search: 'Ли',
    kind: 'staff',
    offset: 50,
  })
})
