import { cpuByScenario } from './cpu.ts'
import { type Measured, startServer } from './serverProcess.ts'
import { atMost, type Row } from './table.ts'

const names = ['page', 'mark', 'week'] as const
const titles = { page: 'journal page', mark: 'saving a mark', week: 'diary week' }

/** The same three over twenty schools, every school asked in turn: how much dearer a request is than in one. */
export async function measureGrowth(one: Measured): Promise<Row[]> {
  const alone = await cpuByScenario(one, [...names], true)
  const region = await startServer('region')
  try {
    const among = await cpuByScenario(region, [...names], true)
    return names.map((name) => atMost(`Growth to 20 schools: ${titles[name]}`, among[name]! / alone[name]!, '×', 1.3))
  } finally {
    await region.stop()
  }
}
