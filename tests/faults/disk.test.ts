import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { contradictions } from './checks.ts'
import { newLedger } from './ledger.ts'
import { layOutSchool } from './school.ts'
import { smallDisk } from './smallDisk.ts'
import { openSystem, type System, withOwner } from './system.ts'
import { startWriter } from './writer.ts'

const PATIENCE_MS = 60_000

for (const [what, atOnce] of [
  ['pages of tables', false],
  ['the log of writes', true],
] as const) {
  test(`a disk without room for ${what} stops the writing and says so; nothing accepted is lost, and room is all it needs`, async (t) => {
    const disk = smallDisk(160)
    if (!disk) return t.skip('нет права смонтировать маленький диск')
    const system = await openSystem(disk.folder)
    try {
      const school = await layOutSchool(system.ownerUrl, { teachers: 6 })
      const ledger = newLedger()
      const clients = school.teachers.map((teacher) => startWriter(system.address, teacher, ledger))
      assert.ok(await ledger.moreAcknowledged(50, PATIENCE_MS))
      assert.equal(await health(system), 200)

      disk.fill()
      if (atOnce) await switchLog(system)
      assert.ok(await becomes(system, 503), 'the disk is full, and it says that all is well')
      assert.equal(await ledger.moreAcknowledged(10, 3_000), false, 'there was room left')
      assert.equal(await health(system), 503)

      disk.free()
      assert.ok(await ledger.moreAcknowledged(50, PATIENCE_MS), 'there is room again, and nothing is written')
      assert.ok(await becomes(system, 200))
      for (const client of clients) client.stop()
      await Promise.all(clients.map((client) => client.done))
      assert.deepEqual(await withOwner(system.ownerUrl, (owner) => contradictions(owner, ledger)), [])
      assert.deepEqual([ledger.surprises, system.failures, system.starts], [[], [], 1])
    } finally {
      await system.stop()
      disk.remove()
    }
  })
}

const health = async ({ address }: System) => (await fetch(`${address}/api/health`)).status

async function becomes(system: System, status: number): Promise<boolean> {
  for (const started = performance.now(); performance.now() - started < PATIENCE_MS; await pause(100)) {
    if ((await health(system)) === status) return true
  }
  return false
}

/** Makes the database begin a new file of its log, for which there is no room: it cannot go on, and has to be started anew. */
const switchLog = ({ ownerUrl }: System) => withOwner(ownerUrl, (owner) => owner.query('select pg_switch_wal()')).catch(() => {})
