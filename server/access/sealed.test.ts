import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { emptySchool } from '#domain/school/rules.ts'
import { migrate } from '#server/platform/migrate.ts'
import { StartFailure } from '#server/platform/startFailure.ts'
import { vaultOf } from '#server/platform/vault.ts'
import { vault } from '#tests/database.ts'
import { withFreshDatabase } from '#tests/freshDatabase.ts'
import { protect } from '#tests/samplesOfAccess.ts'
import { newWorld } from '#tests/world.ts'
import { openFirstSchool } from './openSchool.ts'
import { sealSecrets, totpPlace } from './sealed.ts'

test('the secret of an app of codes lies sealed in the database [R044]', async () => {
  const world = await newWorld()
  const { secret } = await protect(world, 'ivanova')
  const [row] = await world.rows<{ stored: string }>(
    'select totp_secret as stored from account where school_id = :school and id = $1',
    [world.accounts.ivanova],
  )
  assert.ok(!row!.stored.includes(secret))
  assert.equal(vault.open(row!.stored, totpPlace(world.schoolId, world.accounts.ivanova)), secret)
})

test('what lay open is sealed at the next start, with a new key sealed anew; an unknown key stops the start', async () => {
  await withFreshDatabase(async (url, owner) => {
    await migrate(url)
    await openFirstSchool(url, emptySchool)
    const [before, after] = [randomBytes(32), randomBytes(32)]
    const stored = async () =>
      (await owner.query<{ id: string; stored: string }>('select id, totp_secret as stored from account')).rows[0]!
    await owner.query(
      `begin; set local app.school_id = '1'; set local app.operation_id = '00000000-0000-7000-8000-000000000001'; update account set totp_secret = 'JBSWY3DPEHPK3PXP'; commit`,
    )
    const secretWith = async (key: Buffer) => vaultOf([key]).open((await stored()).stored, totpPlace(1, (await stored()).id))
    assert.equal(await sealSecrets(url, vaultOf([before])), 1)
    assert.equal(await secretWith(before), 'JBSWY3DPEHPK3PXP')
    assert.equal(await sealSecrets(url, vaultOf([before])), 0)
    assert.equal(await sealSecrets(url, vaultOf([after, before])), 1)
    assert.equal(await secretWith(after), 'JBSWY3DPEHPK3PXP')
    await assert.rejects(
      sealSecrets(url, vaultOf([before])),
      (error) => error instanceof StartFailure && error.message.includes('secrets.key'),
    )
    const { rows } = await owner.query<{ text: string }>('select to_jsonb(c)::text as text from change c')
    assert.ok(!rows.some(({ text }) => text.includes('JBSWY3DPEHPK3PXP')))
  })
})
