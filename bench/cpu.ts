import { findFixture } from './fixture.ts'
import { cpuOfOne, median, play, playFloor, type Run } from './load.ts'
import type { ScenarioName } from './scenarios.ts'
import type { Measured } from './serverProcess.ts'
import { atMost, type Row, row } from './table.ts'

const ROUNDS = 3
const requests: Record<ScenarioName, number> = { page: 400, mark: 2_400, week: 2_400, rollCall: 480 }

/** Processor time of one request by the operating system's books, the server's and the database's together; nobody else's. */
export async function measureCpu(server: Measured): Promise<Row[]> {
  const [spent, anew] = [await cpuByScenario(server, [...names], false), await cpuByScenario(server, ['page', 'week'], true)]
  const floor = await floorsOf(server)
  return [
    atMost('CPU: journal page', spent.page!, 'ms', 4),
    row('CPU: journal page, changed since', anew.page!, 'ms', '', true, floor.page),
    atMost('CPU: saving a mark', spent.mark!, 'ms', 1.2, floor.mark),
    atMost('CPU: diary week', spent.week!, 'ms', 1),
    row('CPU: diary week, changed since', anew.week!, 'ms', '', true, floor.week),
    atMost('CPU: roll call of 25', spent.rollCall!, 'ms', 4),
  ]
}

const names = ['page', 'mark', 'week', 'rollCall'] as const

/** Rounds are interleaved, so that a disturbance of the machine does not fall on one scenario. */
async function cpuByScenario(
  server: Measured,
  names: ScenarioName[],
  anew: boolean,
): Promise<Partial<Record<ScenarioName, number>>> {
  const runs = new Map<ScenarioName, Run[]>(names.map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const fixture = await findFixture(server.ownerUrl)
      runs
        .get(name)!
        .push(await play(server, name, { fixture, clients: 8, requests: requests[name], warmUp: requests[name] / 4, anew }))
    }
  }
  return Object.fromEntries([...runs].map(([name, all]) => [name, median(all.map(cpuOfOne))]))
}

async function floorsOf(server: Measured) {
  const fixture = await findFixture(server.ownerUrl)
  const floor = async (name: 'page' | 'mark' | 'week') =>
    cpuOfOne(await playFloor(server, name, { fixture, clients: 8, requests: requests[name], warmUp: requests[name] / 4 }))
  return { page: await floor('page'), mark: await floor('mark'), week: await floor('week') }
}
