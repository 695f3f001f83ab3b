import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { contradictions } from './checks.ts'
import { type Ledger, newLedger } from './ledger.ts'
import { type FaultSchool, layOutSchool } from './school.ts'
import { openSystem, postmasterOf, removeFolder, type System, type Victim, withOwner } from './system.ts'
import { startWriter } from './writer.ts'

/** Longer than any recovery seen; who is not back by then is broken. */
const PATIENCE_MS = 60_000

export type Kill = { victim: Victim; recoveredMs: number; acknowledged: number }
export type Outcome<T> = { kills: Kill[]; ledger: Ledger; told: string[]; system: System; seen: T }
type Plan<T> = {
  victims: Iterable<Victim>
  writers?: number
  environment?: Record<string, string>
  /** Statements of the owner before the load begins. */
  prepare?: string[]
  onKill?: (kill: Kill, ledger: Ledger) => void
  /** Looks at the database when everything has come to rest. */
  inspect?: (owner: pg.Client, ledger: Ledger, there: { school: FaultSchool; address: string }) => Promise<T>
}

/** Teachers write without pause, something is killed every moment, and at the end the ledger is laid beside the database. */
export async function torment<T = null>({
  victims,
  writers = 12,
  environment,
  prepare = [],
  onKill,
  inspect,
}: Plan<T>): Promise<Outcome<T>> {
  const system = await openSystem(undefined, environment)
  const ledger = newLedger()
  const kills: Kill[] = []
  try {
    const school = await layOutSchool(system.ownerUrl, { teachers: writers })
    await withOwner(system.ownerUrl, async (owner) => {
      for (const statement of prepare) await owner.query(statement)
    })
    const clients = school.teachers.map((teacher) => startWriter(system.address, teacher, ledger))
    for (const victim of victims) {
      if (!(await ledger.moreAcknowledged(10 + randomInt(60), PATIENCE_MS)))
        throw new Error(`no work gets done: ${system.output().slice(-2000)}`)
      const database = postmasterOf(system.folder)
      if (!(await system.kill(victim))) continue
      const started = performance.now()
      const before = ledger.counts().acknowledged
      const revived = victim === 'server' || victim === 'backend' || (await another(system, database))
      // One answer of each may have been on its way already; more of them come from who lives again.
      const back = revived && (await ledger.moreAcknowledged(writers + 1, PATIENCE_MS))
      if (!back) throw new Error(`not back after the death of ${victim}: ${system.output().slice(-2000)}`)
      const kill = { victim, recoveredMs: Math.round(performance.now() - started), acknowledged: before }
      kills.push(kill)
      onKill?.(kill, ledger)
    }
    for (const client of clients) client.stop()
    await Promise.all(clients.map((client) => client.done))
    return await withOwner(system.ownerUrl, async (owner) => {
      const told = await contradictions(owner, ledger)
      const seen = (await inspect?.(owner, ledger, { school, address: system.address })) as T
      return { kills, ledger, told, system, seen }
    })
  } finally {
    await system.stop()
    removeFolder(system.folder)
  }
}

/** Is there a database server other than the one that was killed? Its connections answer for some moments yet. */
async function another({ folder }: System, killed: number | null): Promise<boolean> {
  for (const started = performance.now(); performance.now() - started < PATIENCE_MS; await pause(20)) {
    if (![null, killed].includes(postmasterOf(folder))) return true
  }
  return false
}

/** The same in another order. */
export function shuffled<T>(list: readonly T[]): T[] {
  const order = list.map((one) => ({ one, place: Math.random() }))
  return order.sort((a, b) => a.place - b.place).map(({ one }) => one)
}
