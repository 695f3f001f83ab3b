import { clockFrom } from '#server/platform/clock.ts'
import { readConfig } from '#server/platform/config.ts'
import { start } from '#server/start.ts'
import { CLOCK, dropStale, folderOf, layOutOnce, type Size } from './data.ts'
import { type FloorName, runFloor } from './floor.ts'
import type { Load } from './scenarios.ts'

export type Ready = { address: string; ownerUrl: string; databasePid: number }
export type Ask = { floor: FloorName; load: Load } | { remembers: boolean }

// The server that is measured, in a process of its own, exactly as `npm start` runs it but for the day on its clock.
const [size, task] = process.argv.slice(2) as [Size, 'layOut'?]
dropStale(size)
const config = { ...readConfig({}, ''), port: 0, dataFolder: folderOf(size) }
const running = await start(config, { clock: clockFrom(CLOCK), prepare: (ownerUrl) => layOutOnce(ownerUrl, size) })
const stop = () => running.stop().then(() => process.exit(0))

if (task === 'layOut') await stop()
const { answers } = running.app
const { find } = answers
process.on('message', async (ask: Ask) => {
  if ('remembers' in ask) {
    answers.forgetAll()
    answers.find = ask.remembers ? find : () => null
    process.send!('done')
  } else process.send!(await runFloor(running.app.db, ask.floor, ask.load))
})
process.once('disconnect', stop)
process.send!({ address: running.address, ownerUrl: running.ownerUrl, databasePid: running.databasePid()! } satisfies Ready)
