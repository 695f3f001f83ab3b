import { type Connection, open } from './client.ts'
import { type Load, type Outcome, type ScenarioName, scenarios } from './scenarios.ts'

export type LoadOrder = { address: string; scenario: ScenarioName; load: Load }

/** Plays clients in a process of its own, so that their work is not counted as the server's. */
process.once('message', async ({ address, scenario, load }: LoadOrder) => {
  process.send!(await play(address, scenario, load))
})
process.once('disconnect', () => process.exit())

async function play(address: string, scenario: ScenarioName, { fixture, clients, requests, warmUp }: Load): Promise<Outcome> {
  const outcome: Outcome = { requests: 0, seconds: 0, latencies: [], failures: 0, firstFailure: '', bytes: 0 }
  const all = Array.from({ length: clients }, (_, k) => ({
    connection: open(address),
    script: scenarios[scenario](fixture, k, clients),
  }))
  const run = async (connection: Connection, script: ReturnType<(typeof scenarios)['page']>, times: number, counted: boolean) => {
    for (let i = 0; i < times; i++) {
      const started = performance.now()
      const reply = await connection.send(script())
      if (!counted) continue
      outcome.latencies.push(performance.now() - started)
      outcome.bytes += reply.bytes
      if (reply.status === 200) continue
      outcome.failures++
      outcome.firstFailure ||= `${reply.status} ${reply.body.toString()}`
    }
  }
  await Promise.all(all.map(({ connection, script }) => run(connection, script, Math.ceil(warmUp / clients), false)))
  process.send!('warm')
  await new Promise((go) => process.once('message', go))
  const started = performance.now()
  await Promise.all(all.map(({ connection, script }) => run(connection, script, Math.ceil(requests / clients), true)))
  outcome.seconds = (performance.now() - started) / 1000
  outcome.requests = outcome.latencies.length
  for (const { connection } of all) connection.close()
  return outcome
}
