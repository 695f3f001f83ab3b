import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { shuffled, torment } from './chaos.ts'
import { contradictions } from './checks.ts'
import type { Ledger } from './ledger.ts'
import { SCHOOL_ID } from './school.ts'
import type { Victim } from './system.ts'
import { startWriter } from './writer.ts'

const everyone: Victim[] = ['server', 'postmaster', 'backend', 'both']

/** One bad night for all the tests below; it begins with the first that asks. */
const ofNight = () =>
  torment({
    victims: shuffled([...everyone, ...everyone, ...everyone]),
    inspect: async (owner, ledger, { school, address }) => {
      const { rows } = await owner.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where usename = 'zvonok_app'`,
      )
      const unseen = await unseenTampering(owner, ledger)
      const careless = { ...ledger, acts: [...ledger.acts] }
      const client = startWriter(address, school.teachers[0]!, careless, { careless: true })
      await ledger.moreAcknowledged(20, 60_000)
      client.stop()
      await client.done
      return { connections: rows[0]!.n, unseen, careless: await contradictions(owner, careless) }
    },
  })
let night: ReturnType<typeof ofNight> | undefined
const theNight = () => (night ??= ofNight())

test('whatever is killed while teachers write, no accepted mark is lost, doubled or done by half', async () => {
  const { kills, ledger, told } = await theNight()
  assert.deepEqual(told, [])
  assert.ok(kills.length >= 10, `only ${kills.length} kills struck`)
  const { acknowledged, waiting } = ledger.counts()
  assert.ok(acknowledged > 300, `only ${acknowledged} were accepted`)
  assert.equal(waiting, 0)
})

test('during an outage clients hear «unavailable» and refusals, nothing that they would have to guess about', async () => {
  assert.deepEqual((await theNight()).ledger.surprises, [])
})

test('the server outlives its database, and starts again only where it was itself killed [R188, R189]', async () => {
  const { kills, system } = await theNight()
  const deaths = kills.filter(({ victim }) => victim === 'server' || victim === 'both').length
  assert.deepEqual(system.failures, [])
  assert.equal(system.starts, 1 + deaths)
})

test('a night of outages leaves no more connections to the database than a quiet day', async () => {
  const { connections } = (await theNight()).seen
  assert.ok(connections <= 11, `${connections} connections`) // ten of the pool and one that listens
})

test('the ledger notices each kind of tampering with the database', async () => {
  assert.deepEqual((await theNight()).seen.unseen, [])
})

test('the ledger notices a client that makes a new operation of every retry', async () => {
  const { careless } = (await theNight()).seen
  assert.ok(
    careless.some((line) => line.startsWith('doubled')),
    careless.join('\n'),
  )
})

test('the ledger notices a database that acknowledges before it has written', async () => {
  const { told } = await torment({
    victims: ['postmaster', 'backend', 'postmaster'],
    environment: { ZVONOK_UNSAFE_TEST_DATABASE: 'yes' },
    prepare: ['alter system set synchronous_commit = off', 'select pg_reload_conf()'],
  })
  assert.ok(
    told.some((line) => line.startsWith('lost')),
    'nothing was lost',
  )
})

/** Does to the database what no program of ours can, and undoes it; answers what went unnoticed. */
async function unseenTampering(owner: pg.Client, ledger: Ledger): Promise<string[]> {
  const act = ledger.acts.findLast((one) => one.name === 'marks.set' && one.outcome === 'acknowledged')!
  const those = `school_id = ${SCHOOL_ID} and operation_id = '${act.operationId}'`
  const tamperings: Record<string, string> = {
    'an operation vanishes': `delete from operation where school_id = ${SCHOOL_ID} and id = '${act.operationId}'`,
    'a line of history vanishes': `delete from change where ${those}`,
    'a line of history is there twice': `insert into change (school_id, operation_id, table_name, row_id, before, after)
      select school_id, operation_id, table_name, row_id, before, after from change where ${those}`,
    'an operation is there twice': `insert into operation select school_id, uuidv7(), name, actor_id, session_id, about, input, output, at
      from operation where school_id = ${SCHOOL_ID} and id = '${act.operationId}'`,
    'a mark is raised': `update mark set "values" = '{5,5}' where school_id = ${SCHOOL_ID} and id = (select row_id from change where ${those})`,
    'a mark vanishes': `delete from mark where school_id = ${SCHOOL_ID} and id = (select row_id from change where ${those})`,
    'an act changes hands': `update operation set actor_id = uuidv7() where school_id = ${SCHOOL_ID} and id = '${act.operationId}'`,
  }
  const unseen: string[] = []
  for (const [what, statement] of Object.entries(tamperings)) {
    await owner.query('begin')
    await owner.query('set local session_replication_role = replica') // no trigger, no foreign key stands in the way
    const { rowCount } = await owner.query(statement)
    const told = await contradictions(owner, ledger)
    await owner.query('rollback')
    if (!rowCount || told.length === 0) unseen.push(what)
  }
  return unseen
}
