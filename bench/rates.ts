import { pageQuery } from '#server/journal/page.ts'
import { findFixture } from './fixture.ts'
import { asked, statementsOf } from './floor.ts'
import { median, percentile, play, playFloor, rateOf } from './load.ts'
import type { ScenarioName } from './scenarios.ts'
import type { Measured } from './serverProcess.ts'
import { settle } from './settle.ts'
import { atLeast, atMost, type Row, row } from './table.ts'

const ROUNDS = 3

/** How many a second, and how long one waits. */
export async function measureRates(server: Measured): Promise<Row[]> {
  const alone = async (name: ScenarioName, requests: number) =>
    percentile((await play(server, name, await load(server, 1, requests, true))).latencies, name === 'mark' ? 0.99 : 0.95)
  const floorAlone = async (name: 'page' | 'mark' | 'week', requests: number) =>
    percentile((await playFloor(server, name, await load(server, 1, requests))).latencies, name === 'mark' ? 0.99 : 0.95)
  await settle(server.ownerUrl)
  const page = atMost('Journal page: p95, 1 client', await alone('page', 300), 'ms', 15, await floorAlone('page', 300))
  const week = atMost('Diary week: p95, 1 client', await alone('week', 1_000), 'ms', 8, await floorAlone('week', 1_000))
  const mark = atMost('Saving a mark: p99, 1 client', await alone('mark', 1_500), 'ms', 10, await floorAlone('mark', 1_500))
  const marks = { ours: [] as number[], floor: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    marks.ours.push(rateOf(await play(server, 'mark', await load(server, 8, 3_000))))
    marks.floor.push(rateOf(await playFloor(server, 'mark', await load(server, 8, 3_000))))
  }
  const [rate, floorRate] = [median(marks.ours), median(marks.floor)]
  const weeks: number[] = []
  for (let round = 0; round < ROUNDS; round++) weeks.push(rateOf(await play(server, 'week', await load(server, 32, 4_000))))
  const anew = rateOf(await play(server, 'week', await load(server, 32, 2_000, true)))
  const floorWeeks = rateOf(await playFloor(server, 'week', await load(server, 32, 4_000)))
  const statements = statementsOf((tx) => pageQuery.run(asked(tx), { courseId: '', termId: '' })).length
  return [
    row(
      'Saving a mark: throughput, 8 clients',
      rate,
      '/s',
      `≥ 50 % of floor (${Math.round((rate / floorRate) * 100)} %)`,
      rate >= floorRate / 2,
      floorRate,
    ),
    mark,
    row('Journal page: SQL round trips', statements, '', '= 1', statements === 1),
    page,
    week,
    atLeast('Diary weeks: throughput, 32 clients', median(weeks), '/s', 1_500),
    row('Diary weeks changed since: throughput, 32 clients', anew, '/s', '', true, floorWeeks),
  ]
}

const load = async (server: Measured, clients: number, requests: number, anew = false) => ({
  fixture: await findFixture(server.ownerUrl),
  clients,
  requests,
  warmUp: anew ? requests / 3 : requests, // families ask again for what they have seen
  anew,
})
