import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildWebApart, webIsFresh } from '#scripts/webBuild.ts'
import { measureBrowser } from './browser.ts'
import { measureCpu } from './cpu.ts'
import { folderOf, type Size } from './data.ts'
import { measureGrowth } from './growth.ts'
import { measureImport } from './import.ts'
import { measureLists } from './lists.ts'
import { watchMemory } from './memory.ts'
import { measureRates } from './rates.ts'
import { type Measured, startServer } from './serverProcess.ts'
import { measureSize } from './size.ts'
import { measureStart } from './start.ts'
import { keep, type Row, report } from './table.ts'

const topics = ['cpu', 'load', 'memory', 'size', 'browser', 'lists', 'import', 'start', 'growth'] as const
type Topic = (typeof topics)[number]

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'school' },
    only: { type: 'string', default: topics.join() },
    skip: { type: 'string', default: '' },
    /** Lays twenty schools out if they are not there yet: many minutes. */
    growth: { type: 'boolean', default: false },
  },
})
const size = values.size as Size
const wanted = (topic: Topic) => values.only.split(',').includes(topic) && !values.skip.split(',').includes(topic)

/** Topics that ask the one running server, in the order of the table. */
const ofServer: Partial<Record<Topic, (server: Measured) => Promise<Row[]>>> = {
  cpu: measureCpu,
  load: measureRates,
  size: measureSize,
  browser: measureBrowser,
  lists: measureLists,
}

const rows: Row[] = []
const notes: Record<string, string> = { size }
/** What fails is told in its place of the notes, and takes nobody else's figures with it. */
const part = async (topic: string, measure: () => Promise<Row[]> | Row[]) => {
  try {
    rows.push(...(await measure()))
  } catch (error) {
    console.error(error)
    notes[topic] = 'failed'
    process.exitCode = 1
  }
}

if ((wanted('browser') || wanted('lists')) && !webIsFresh()) await buildWebApart()
const server = await startServer(size)
try {
  const mostMemory = watchMemory(server)
  for (const topic of topics) {
    if (topic === 'memory' && wanted(topic)) await part(topic, () => [mostMemory()])
    const measure = ofServer[topic]
    if (measure && wanted(topic)) await part(topic, () => measure(server))
  }
  mostMemory()
  if (wanted('growth') && (values.growth || existsSync(folderOf('region')))) await part('growth', () => measureGrowth(server))
  else notes.growth = 'not measured'
} finally {
  await server.stop()
}
if (wanted('import')) await part('import', measureImport)
if (wanted('start')) await part('start', measureStart)
report(rows, notes)
if (topics.every(wanted)) keep(rows, notes) // of a part there is nothing to keep
process.exit()
