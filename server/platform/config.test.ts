import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig, warningOf } from './config.ts'
import { StartFailure } from './startFailure.ts'

function withFile<T>(text: string, work: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'zvonok-config-'))
  try {
    writeFileSync(join(folder, 'zvonok.json'), text)
    return work(join(folder, 'zvonok.json'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('without a word the program opens on this computer alone', () => {
  const { host, port, databaseUrl, trustedProxies } = readConfig({}, 'none.json')
  assert.deepEqual(
    { host, port, databaseUrl, trustedProxies },
    { host: '127.0.0.1', port: 8080, databaseUrl: '', trustedProxies: [] },
  )
})

test('the file is heard, the environment has the last word', () => {
  withFile('{"port": 9000, "host": "0.0.0.0"}', (file) => {
    const { host, port, trustedProxies } = readConfig(
      { ZVONOK_PORT: '9100', ZVONOK_HOST: '', ZVONOK_TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2' },
      file,
    )
    assert.deepEqual({ host, port, trustedProxies }, { host: '0.0.0.0', port: 9100, trustedProxies: ['10.0.0.1', '10.0.0.2'] })
  })
})

test('a school written into the file opens unattended; without one the terminal shows the way into the browser', () => {
  assert.equal(readConfig({}, 'none.json').school, null)
  withFile('{"school": {"name": "Школа № 7", "city": "Омск"}}', (file) => {
    const { school } = readConfig({}, file)
    assert.deepEqual([school?.name, school?.city, school?.timeZone], ['Школа № 7', 'Омск', 'Europe/Moscow'])
  })
  withFile('{"school": "Школа № 7"}', (file) => assert.throws(() => readConfig({}, file), StartFailure))
})

for (const port of ['-1', '65536', 'восемь', '80.5']) {
  test(`the port «${port}» stops the start with a sentence`, () => {
    assert.throws(
      () => readConfig({ ZVONOK_PORT: port }, 'none.json'),
      (error) => error instanceof StartFailure && /[а-яё]/.test(error.message),
    )
  })
}

test('a file that is no JSON stops the start with a sentence', () => {
  withFile('{port: 9000', (file) => {
    assert.throws(
      () => readConfig({}, file),
      (error) => error instanceof StartFailure && error.message.includes('zvonok.json'),
    )
  })
})

test('behind https without a trusted proxy all visitors share one address: the start says so', () => {
  const config = readConfig({}, 'none.json')
  const said = (part: Partial<typeof config>) => warningOf({ ...config, ...part }) !== null
  assert.equal(said({ publicUrl: 'https://journal.example' }), true)
  assert.equal(said({ publicUrl: 'https://journal.example', trustedProxies: ['10.0.0.1'] }), false)
  assert.equal(said({ publicUrl: 'http://192.168.0.5:8080' }), false)
})
