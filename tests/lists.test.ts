import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountQueries } from '#server/access/accountQueries.ts'
import { rolesQuery } from '#server/access/rolesQuery.ts'
import { classesQueries } from '#server/classes/queries.ts'
import { consentsQueries } from '#server/consents/queries.ts'
import { peopleQueries } from '#server/people/queries.ts'
import { findSimilar } from '#server/people/similar.ts'
import type { ReadTx } from '#server/platform/db.ts'
import { readinessQueries } from '#server/readiness/queries.ts'
import { NOW, TODAY, testDatabase } from './database.ts'
import { rowsLooked } from './rowsLooked.ts'
import { newWorld, type World } from './world.ts'

/** So many more students in twenty classes, each with a parent, accounts, slips, an order and a consent: people grow in number, classes do not. */
async function enrolMany(world: World, n: number) {
  await world.amends(
    `with made as materialized (
      select k as n, uuidv7() as student, uuidv7() as guardian, uuidv7() as account from generate_series(1, ${n}) k
    ), class as materialized (
      select k as n, uuidv7() as id from generate_series(0, 19) k
    ), classes as (
      insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id) select :school, id, $1, 'class', '5-' || n, 5, id from class
    ), people as (
      insert into person (school_id, id, surname, given_name, sex) select :school, student, 'Фамилия' || n % 97, 'Имя' || n % 89, 'f' from made
      union all select :school, guardian, 'Фамилия' || n % 83, 'Мама' || n % 79, 'f' from made
    ), stays as (
      insert into enrolment (school_id, group_id, student_id, from_date) select :school, c.id, m.student, '2026-09-01' from made m join class c on c.n = m.n % 20
    ), ties as (
      insert into guardian_of (school_id, guardian_id, student_id, relation) select :school, guardian, student, 'mother' from made
    ), accounts as (
      insert into account (school_id, id, person_id, login, password_hash) select :school, account, student, account::text, '-' from made
    ), issues as (
      insert into credential_issue (school_id, account_id, kind, issued_by) select :school, account, 'slip', $2 from made
    ), purpose as (
      insert into consent_purpose (school_id, name) values (:school, 'Фото') returning id
    ), consents as (
      insert into consent (school_id, purpose_id, student_id, state, on_date, carrier) select :school, p.id, m.student, 'given', '2026-09-05', 'paper' from made m cross join purpose p
    )
    insert into movement (school_id, student_id, kind, on_date) select :school, student, 'enrol', '2026-09-01' from made`,
    [world.year, world.who.kiselev],
  )
  const { owner } = await testDatabase()
  await owner.query('analyze person, enrolment, guardian_of, study_group, account, credential_issue, consent, movement, staff')
}

type Reading = { name: string; run: (context: never, input: never) => Promise<unknown> }
const readings = [
  ...peopleQueries,
  ...consentsQueries,
  ...accountQueries,
  rolesQuery,
  ...classesQueries,
  ...readinessQueries,
] as unknown as Reading[]

const lists: [string, object][] = [
  ['people.list', { kind: 'student' }],
  ['people.list', { kind: 'guardian' }],
  ['people.list', { kind: 'staff' }],
  ['people.checks', {}],
  ['consents.report', {}],
  ['consents.purposes', {}],
  ['access.accounts', {}],
  ['access.candidates', {}],
  ['access.issues', {}],
  ['access.leavers', {}],
  ['access.roles', {}],
  ['classes.overview', {}],
  ['classes.movement', { from: '2026-09-01', to: '2027-08-31' }],
  ['classes.inconsistencies', {}],
  ['readiness.usage', { from: '2026-09-01', to: TODAY }],
]

/** Twice over at each size: what a list of four times as many people may look through more than four times as much. */
const LEEWAY = 1.5

test('a list of four times as many people goes through four times as many rows, and no more statements, however badly the database plans it [R091, R099]', async (t) => {
  const [small, large] = [await newWorld(), await newWorld()]
  await enrolMany(small, 250)
  await enrolMany(large, 1_000)
  for (const [name, input] of lists) {
    await t.test(`${name} ${Object.values(input)[0] ?? ''}`, async () => {
      const { run } = readings.find((one) => one.name === name)!
      const read = async (world: World) => {
        const context = {
          actor: await world.actor('kiselev'),
          school: world.school,
          today: TODAY,
          now: new Date(NOW),
          dependsOn: () => {},
        }
        // The last one lays stays of a year beside each other, and needs them hashed.
        return rowsLooked(world, name === 'classes.inconsistencies' ? 'usual' : 'worst', (tx) =>
          run({ ...context, tx } as never, input as never),
        )
      }
      const [few, many] = [await read(small), await read(large)]
      assert.equal(many.statements, few.statements)
      assert.ok(many.rows < few.rows * 4 * LEEWAY, `${few.rows} rows of 250 students, ${many.rows} of 1,000`)
    })
  }
})

test('people alike are found by going through everybody once, however badly the database plans it [R091]', async () => {
  const looks = async (n: number) => {
    const world = await newWorld()
    await enrolMany(world, n)
    const candidates = Array.from({ length: n }, (_, k) => ({
      surname: `Фамилия${k % 97}`,
      givenName: `Другое${k}`,
      patronymic: '',
      bornOn: null,
      snils: null,
    }))
    return rowsLooked(world, 'worst', (tx: ReadTx) => findSimilar(tx, candidates))
  }
  const [few, many] = [await looks(250), await looks(1_000)]
  assert.deepEqual([few.statements, many.statements], [1, 1])
  assert.ok(many.rows < few.rows * 4 * LEEWAY, `${few.rows} rows of 250 candidates, ${many.rows} of 1,000`)
})
