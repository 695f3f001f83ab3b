import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { FloorName } from './floor.ts'
import type { LoadOrder } from './loader.ts'
import { type Cpu, cpuOf } from './processes.ts'
import type { Load, Outcome, ScenarioName } from './scenarios.ts'
import { type Measured, next } from './serverProcess.ts'

export type Run = Outcome & { cpu: Cpu }

/** Plays one scenario against the server; what the clients cost is not counted. */
export async function play(server: Measured, scenario: ScenarioName, load: Load): Promise<Run> {
  const loader = fork(join(import.meta.dirname, 'loader.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await server.remembers(!load.anew)
  loader.send({ address: server.address, scenario, load } satisfies LoadOrder)
  await next(loader)
  const before = cpuOf(server)
  loader.send('go')
  const outcome = await next<Outcome>(loader)
  const after = cpuOf(server)
  loader.disconnect()
  if (outcome.failures > 0)
    throw new Error(`${outcome.failures} of ${outcome.requests} requests of ${scenario} failed: ${outcome.firstFailure}`)
  return { ...outcome, cpu: { server: after.server - before.server, database: after.database - before.database } }
}

/** The hand-made counterpart of a scenario, inside the server's process. */
export async function playFloor(server: Measured, name: FloorName, load: Load): Promise<Run> {
  await server.floor(name, { ...load, requests: load.warmUp, warmUp: 0 })
  const before = cpuOf(server)
  const outcome = await server.floor(name, { ...load, warmUp: 0 })
  const after = cpuOf(server)
  return { ...outcome, cpu: { server: after.server - before.server, database: after.database - before.database } }
}

export const cpuOfOne = ({ cpu, requests }: Run): number => (cpu.server + cpu.database) / requests
export const rateOf = ({ requests, seconds }: Outcome): number => requests / seconds
export const percentile = (latencies: number[], share: number): number =>
  latencies.toSorted((a, b) => a - b)[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]!
export const median = (values: number[]): number => percentile(values, 0.5)
