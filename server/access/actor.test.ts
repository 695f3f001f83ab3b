import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

/** Enrols the person in the class of a school year of their own. */
async function enrol(world: World, key: PersonKey, year: [from: string, to: string], to: string | null) {
  const [yearId, groupId] = [randomUUIDv7(), randomUUIDv7()]
  await world.amends(`insert into school_year (school_id, id, name, from_date, to_date) values (:school, $1, 'год', $2, $3)`, [
    yearId,
    ...year,
  ])
  await world.amends(
    `insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id) values (:school, $1, $2, 'class', '11А', 11, $1)`,
    [groupId, yearId],
  )
  await world.amends(
    'insert into enrolment (school_id, group_id, student_id, from_date, to_date) values (:school, $1, $2, $3, $4)',
    [groupId, world.who[key], year[0], to],
  )
}

for (const to of ['2020-05-25', null]) {
  test(`a former pupil who teaches here now is staff and no student, enrolled until ${to ?? 'nobody wrote when'}`, async () => {
    const world = await newWorld()
    await enrol(world, 'kuznetsov', ['2019-09-01', '2020-05-25'], to)
    assert.equal((await world.actor('kuznetsov')).student, false)
    assert.ok((await world.asks('kuznetsov', 'journal.courses', {})).courses.length > 0)
    const { people } = await world.asks('kiselev', 'access.accounts', { search: 'Кузнецов' })
    assert.equal(people[0]!.kind, 'staff')
  })
}

test('a student is one until the next school year begins, also after leaving, and before the first begins', async () => {
  const world = await newWorld()
  assert.deepEqual([(await world.actor('petya')).student, (await world.actor('vanya')).student], [true, true])
  await enrol(world, 'egorov', ['2027-09-01', '2028-05-25'], null)
  assert.equal((await world.actor('egorov')).student, true)
})
