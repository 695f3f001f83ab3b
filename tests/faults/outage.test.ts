import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { contradictions } from './checks.ts'
import { newLedger } from './ledger.ts'
import { layOutSchool } from './school.ts'
import { openSystem, postmasterOf, removeFolder, type System, withOwner } from './system.ts'
import { startWriter } from './writer.ts'

const PATIENCE_MS = 60_000

test('a database that dies while the server is only starting costs another start, and no stack', async () => {
  const system = await openSystem()
  try {
    for (let round = 0; round < 4; round++) {
      const before = postmasterOf(system.folder)
      await system.kill('server')
      assert.ok(await within(PATIENCE_MS, async () => ![null, before].includes(postmasterOf(system.folder))))
      await pause(randomInt(700))
      await system.kill('postmaster')
      assert.ok(await within(PATIENCE_MS, async () => (await health(system)) === 200), system.output().slice(-2000))
    }
    for (const failure of system.failures) assert.match(failure, /^exit 1: [А-ЯЁ][^\n]*\.$/)
  } finally {
    await system.stop()
    removeFolder(system.folder)
  }
})

test('a database that freezes is called ill while it is frozen, well when it thaws, and has forgotten nothing', {
  skip: process.platform !== 'linux',
}, async () => {
  const system = await openSystem()
  try {
    const school = await layOutSchool(system.ownerUrl, { teachers: 4 })
    const ledger = newLedger()
    const clients = school.teachers.map((teacher) => startWriter(system.address, teacher, ledger))
    assert.ok(await ledger.moreAcknowledged(40, PATIENCE_MS))
    const frozen = familyOf(postmasterOf(system.folder)!)
    for (const pid of frozen) process.kill(pid, 'SIGSTOP')
    assert.equal(await health(system), 503)
    for (const pid of frozen.reverse()) process.kill(pid, 'SIGCONT')
    assert.ok(await ledger.moreAcknowledged(40, PATIENCE_MS))
    assert.ok(await within(PATIENCE_MS, async () => (await health(system)) === 200))
    for (const client of clients) client.stop()
    await Promise.all(clients.map((client) => client.done))
    assert.deepEqual(await withOwner(system.ownerUrl, (owner) => contradictions(owner, ledger)), [])
    assert.deepEqual(ledger.surprises, [])
  } finally {
    await system.stop()
    removeFolder(system.folder)
  }
})

const health = ({ address }: System) =>
  fetch(`${address}/api/health`).then(
    ({ status }) => status,
    () => 0,
  )

async function within(milliseconds: number, isSo: () => Promise<boolean>): Promise<boolean> {
  for (const started = performance.now(); performance.now() - started < milliseconds; await pause(20))
    if (await isSo()) return true
  return false
}

/** A process and its children: the postmaster first, so that it cannot wonder about the others. */
function familyOf(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
  return [pid, ...children.map(Number)]
}

function parentOf(name: string): number | null {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(join('/proc', name, 'status'), 'utf8'))?.[1])
  } catch {
    return null
  }
}
