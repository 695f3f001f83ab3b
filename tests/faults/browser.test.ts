import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { buildWebApart, webIsFresh } from '#scripts/webBuild.ts'
import { findBrowser } from '#tests/browser.ts'
import { type Cells, type Desk, sitDown } from './desk.ts'
import { layOutSchool, SCHOOL_ID } from './school.ts'
import { openSystem, removeFolder, type System, withOwner } from './system.ts'

const ready =
  process.platform === 'linux' &&
  (await findBrowser().then(
    () => true,
    () => false,
  ))
const PATIENCE_MS = 60_000

type Trouble = [what: string, happens: (desk: Desk, system: System) => Promise<void>]
const troubles: Trouble[] = [
  ['the browser is killed', (desk) => desk.kill()],
  [
    'the network goes and comes back',
    async (desk) => {
      await desk.network(false)
      await desk.type(3)
      await desk.network(true)
    },
  ],
  [
    'the browser is killed without a network',
    async (desk) => {
      await desk.network(false)
      await desk.type(3)
      assert.ok((await desk.waitingCells()) >= 3, 'nothing waits without a network')
      await desk.kill()
    },
  ],
  [
    'the server is killed',
    async (_desk, system) => {
      await system.kill('server')
    },
  ],
  [
    'the database is killed',
    async (_desk, system) => {
      await system.kill('postmaster')
    },
  ],
  [
    'the server and the browser are killed',
    async (desk, system) => {
      const opened = system.opened()
      await system.kill('both')
      await opened // nobody looks at an error page for longer than it takes to press «reload»
      await desk.kill()
    },
  ],
  [
    'the session ends',
    async (desk, system) => {
      await endSessions(system)
      const opened = system.opened()
      await system.kill('server') // and with it what it remembered of the session
      await desk.type(3)
      await opened
      await desk.reload()
    },
  ],
]

test('a teacher types while everything breaks: what the cell showed as accepted or kept is in the journal, once', {
  skip: !ready,
}, async () => {
  if (!webIsFresh()) await buildWebApart()
  const system = await openSystem()
  try {
    const school = await layOutSchool(system.ownerUrl, { teachers: 2, students: 14, lessons: 5 })
    const desk = await sitDown(system.address, school.teachers[0]!)
    const promised: Cells = new Map()
    for (const [what, happens] of troubles) {
      await desk.type(4)
      for (const [place, mark] of await desk.promised()) promised.set(place, mark)
      await desk.type(1)
      const typing = desk.type(2).catch(() => {}) // the browser may die under the fingers
      await happens(desk, system)
      await typing
      assert.ok(await drained(desk), `after «${what}» the marks do not leave the browser`)
    }
    await desk.reload()
    assert.equal(await desk.waitingCells(), 0)
    const shown = await desk.promised()
    const stored = await marksOf(system)
    assert.ok(promised.size >= 4 * troubles.length)
    assert.deepEqual(
      [...promised].filter(([place, mark]) => stored.get(place)?.mark !== mark),
      [],
      'promised and not there',
    )
    assert.deepEqual(
      [...stored].filter(([place, { mark }]) => shown.get(place) !== mark || desk.typed.get(place) !== mark),
      [],
      'there and not typed',
    )
    assert.deepEqual(
      [...stored].filter(([, { operations, changes }]) => operations !== 1 || changes !== 1),
      [],
      'there more than once',
    )
    assert.deepEqual(system.failures, [])
    await desk.close()
  } finally {
    await system.stop()
    removeFolder(system.folder)
  }
})

async function drained(desk: Desk): Promise<boolean> {
  for (const started = performance.now(); performance.now() - started < PATIENCE_MS; await pause(200)) {
    if ((await desk.waitingCells()) === 0) return true
  }
  return false
}

const endSessions = (system: System) =>
  withOwner(system.ownerUrl, async (owner) => {
    await owner.query('begin')
    await owner.query(`select set_config('app.school_id', $1, true), set_config('app.operation_id', $2, true)`, [
      SCHOOL_ID,
      randomUUIDv7(),
    ])
    await owner.query('update session set ended_at = now() where school_id = $1', [SCHOOL_ID])
    await owner.query('commit')
  })

const marksOf = (system: System) =>
  withOwner(system.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ place: string; mark: string; operations: number; changes: number }>(
      `select work_id || '/' || student_id as place, array_to_string("values", '/') as mark,
         (select count(*)::int from change c where c.school_id = m.school_id and c.row_id = m.id) as changes,
         (select count(*)::int from operation o where o.school_id = m.school_id and o.name like 'marks.set%'
            and o.input::text like '%' || m.work_id || '%' and o.input::text like '%' || m.student_id || '%') as operations
       from mark m where school_id = $1`,
      [SCHOOL_ID],
    )
    return new Map(rows.map((row) => [row.place, row]))
  })
