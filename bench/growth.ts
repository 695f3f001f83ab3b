import { findFixture } from './fixture.ts'
import { cpuOfOne, median, play } from './load.ts'
import { type Measured, startServer } from './serverProcess.ts'
import { atMost, type Row } from './table.ts'

const ROUNDS = 5
const parts = [
  { name: 'page', title: 'journal page', requests: 400 },
  { name: 'mark', title: 'saving a mark', requests: 2_400 },
  { name: 'week', title: 'diary week', requests: 2_400 },
] as const

/**
 * The same three over twenty schools, every school asked in turn: how much dearer a request is than in one. Both servers run, and each
 * round asks one right after the other: a machine whose speed moves by half within minutes then slows both down.
 */
export async function measureGrowth(one: Measured): Promise<Row[]> {
  const region = await startServer('region')
  try {
    const ratios = new Map<string, number[]>(parts.map(({ name }) => [name, []]))
    for (let round = 0; round < ROUNDS; round++) {
      for (const part of parts) ratios.get(part.name)!.push((await costOf(region, part)) / (await costOf(one, part)))
    }
    return parts.map(({ name, title }) => atMost(`Growth to 20 schools: ${title}`, median(ratios.get(name)!), '×', 1.3))
  } finally {
    await region.stop()
  }
}

async function costOf(server: Measured, { name, requests }: (typeof parts)[number]): Promise<number> {
  const fixture = await findFixture(server.ownerUrl)
  return cpuOfOne(await play(server, name, { fixture, clients: 8, requests, warmUp: requests / 4, anew: true }))
}
