import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { StartFailure } from './startFailure.ts'
import { openVault, vaultOf } from './vault.ts'

const [first, second] = [randomBytes(32), randomBytes(32)]
const place = 'totp 1 a'
const told = (part: RegExp) => (error: unknown) => error instanceof StartFailure && part.test(error.message)

function inFolder(work: (dataFolder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'zvonok-vault-'))
  try {
    work(join(folder, 'data'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('what was sealed opens in its place alone, and not when a letter was changed [R044]', () => {
  const vault = vaultOf([first])
  const sealed = vault.seal('JBSWY3DPEHPK3PXP', place)
  assert.ok(!sealed.includes('JBSWY3DPEHPK3PXP'))
  assert.notEqual(sealed, vault.seal('JBSWY3DPEHPK3PXP', place))
  assert.equal(vault.open(sealed, place), 'JBSWY3DPEHPK3PXP')
  assert.throws(() => vault.open(sealed, 'totp 1 b'))
  const at = sealed.lastIndexOf('.') + 3
  assert.throws(() => vault.open(`${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`, place))
})

test('a new key seals, the one before it still opens; without it nothing does', () => {
  const sealed = vaultOf([first]).seal('тайна', place)
  const rotated = vaultOf([second, first])
  assert.deepEqual([rotated.stateOf(sealed), rotated.open(sealed, place)], ['earlier', 'тайна'])
  assert.equal(rotated.stateOf(rotated.seal('тайна', place)), 'current')
  assert.equal(vaultOf([second]).stateOf(sealed), 'unknown')
  assert.throws(() => vaultOf([second]).open(sealed, place))
  assert.equal(rotated.stateOf('JBSWY3DPEHPK3PXP'), 'plain')
})

test('the first start makes a key for its user alone, later ones use it', () => {
  inFolder((dataFolder) => {
    const settings = { secretsKey: '', databaseUrl: '', dataFolder }
    const sealed = openVault(settings).seal('тайна', place)
    assert.equal(openVault(settings).open(sealed, place), 'тайна')
    assert.equal(statSync(join(dataFolder, 'secrets.key')).mode & 0o777, 0o600)
    assert.equal(Buffer.from(readFileSync(join(dataFolder, 'secrets.key'), 'utf8'), 'base64').length, 32)
  })
})

test('a database elsewhere needs a key in the settings; a wrong key stops the start with a sentence', () => {
  inFolder((dataFolder) => {
    const databaseUrl = 'postgres://school'
    assert.throws(() => openVault({ secretsKey: '', databaseUrl, dataFolder }), told(/ZVONOK_SECRETS_KEY/))
    assert.throws(() => openVault({ secretsKey: 'коротко', databaseUrl, dataFolder }), told(/32 байта/))
    const secretsKey = `${second.toString('base64')},${first.toString('base64')}`
    const sealed = vaultOf([first]).seal('тайна', place)
    assert.equal(openVault({ secretsKey, databaseUrl, dataFolder }).open(sealed, place), 'тайна')
  })
})

test('a damaged key file is named, and not written over', () => {
  inFolder((dataFolder) => {
    openVault({ secretsKey: '', databaseUrl: '', dataFolder })
    writeFileSync(join(dataFolder, 'secrets.key'), 'мусор\n')
    assert.throws(() => openVault({ secretsKey: '', databaseUrl: '', dataFolder }), told(/secrets\.key/))
    assert.equal(readFileSync(join(dataFolder, 'secrets.key'), 'utf8'), 'мусор\n')
  })
})
