import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn } from '#domain/platform/dates.ts'
import { emptySchool } from '#domain/school/rules.ts'
import { migrate } from '#server/platform/migrate.ts'
import { StartFailure } from '#server/platform/startFailure.ts'
import { withFreshDatabase } from '#tests/freshDatabase.ts'
import { openFirstSchool, openFurtherSchool } from './openSchool.ts'
import { isPassword } from './passwords.ts'

test('an empty database opens with one school and one administrator, whose password is one-time and nowhere written', async () => {
  await withFreshDatabase(async (url, owner) => {
    await migrate(url)
    const opened = await openFirstSchool(url, { ...emptySchool, name: 'Школа № 7' })
    const { rows } = await owner.query<{ login: string; hash: string; must: boolean; role: string; school: string }>(
      `select a.login, a.password_hash as hash, a.must_change_password as must, r.role, s.name as school
       from account a join role_grant r on r.person_id = a.person_id join school s on s.school_id = a.school_id`,
    )
    assert.equal(rows.length, 1)
    const { hash, ...rest } = rows[0]!
    assert.deepEqual(rest, { login: opened!.login, must: true, role: 'administrator', school: 'Школа № 7' })
    assert.ok(await isPassword(hash, opened!.password))
    const { rows: history } = await owner.query<{ text: string }>(
      `select to_jsonb(o)::text as text from operation o union all select to_jsonb(c)::text from change c`,
    )
    assert.ok(history.length >= 5)
    assert.ok(!history.some(({ text }) => text.includes(opened!.password)))
  })
})

for (const timeZone of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
  test(`a school in ${timeZone} opens on its own day`, async () => {
    await withFreshDatabase(async (url, owner) => {
      await migrate(url)
      const before = dayIn(timeZone, new Date())
      await openFirstSchool(url, { ...emptySchool, timeZone })
      const { rows } = await owner.query<{ from_date: string }>(
        'select from_date from staff union all select from_date from role_grant',
      )
      assert.equal(rows.length, 2)
      for (const { from_date } of rows) assert.ok(before <= from_date && from_date <= dayIn(timeZone, new Date()), from_date)
    })
  })
}

test('a school that is there is not opened again, even by two programs at once', async () => {
  await withFreshDatabase(async (url, owner) => {
    await migrate(url)
    const opened = await Promise.all([openFirstSchool(url, emptySchool), openFirstSchool(url, emptySchool)])
    assert.equal(opened.filter((one) => one !== null).length, 1)
    assert.equal(await openFirstSchool(url, emptySchool), null)
    assert.equal((await owner.query('select 1 from school')).rowCount, 1)
  })
})

test('a time zone that no calendar knows stops the start with a sentence', async () => {
  await withFreshDatabase(async (url) => {
    await migrate(url)
    await assert.rejects(
      openFirstSchool(url, { ...emptySchool, timeZone: 'Moscow' }),
      (error) => error instanceof StartFailure && /Часовой пояс/.test(error.message),
    )
  })
})

test('a further school in the same database has its own wall, number and administrator', async () => {
  await withFreshDatabase(async (url, owner) => {
    await migrate(url)
    await openFirstSchool(url, emptySchool)
    const administrator = { surname: 'Щёголев', givenName: 'Илья', patronymic: 'Юрьевич' }
    const opened = await openFurtherSchool(url, { ...emptySchool, name: 'Лицей № 2', administrator })
    assert.equal(opened.login, 'shchegolev.iy')
    assert.equal((await openFurtherSchool(url, { ...emptySchool, administrator })).login, 'shchegolev.iy2')
    const { rows } = await owner.query<{ id: number; name: string; login: string }>(
      'select s.school_id as id, s.name, a.login from school s join account a using (school_id) order by 1',
    )
    assert.deepEqual(
      rows.map(({ id, name, login }) => [id, name, login]),
      [
        [1, 'Школа', 'admin'],
        [2, 'Лицей № 2', 'shchegolev.iy'],
        [3, 'Школа', 'shchegolev.iy2'],
      ],
    )
  })
})
