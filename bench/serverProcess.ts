import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { isLaidOut, type Size } from './data.ts'
import type { FloorName } from './floor.ts'
import type { Load, Outcome } from './scenarios.ts'
import type { Ready } from './server.ts'

const program = join(import.meta.dirname, 'server.ts')

export type Measured = Ready & {
  pid: number
  /** The hand-made counterpart of a scenario, run inside the server's process through its own pool. */
  floor(floor: FloorName, load: Load): Promise<Outcome>
  /** Whether it may answer from memory. */
  remembers(yes: boolean): Promise<void>
  stop(): Promise<void>
}

/** Starts the server that is measured, over data that a process of its own laid out before, if none had. */
export async function startServer(size: Size): Promise<Measured> {
  if (!isLaidOut(size)) await ended(fork(program, [size, 'layOut']))
  const child = fork(program, [size], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [...process.execArgv, ...(process.env.PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE}`] : [])],
  })
  const ready = await next<Ready>(child)
  return {
    ...ready,
    pid: child.pid!,
    floor(floor, load) {
      child.send({ floor, load })
      return next<Outcome>(child)
    },
    async remembers(yes) {
      child.send({ remembers: yes })
      await next<'done'>(child)
    },
    stop() {
      if (!child.connected) return Promise.resolve() // it died, and whoever waited for its word has been told
      child.disconnect()
      return ended(child)
    },
  }
}

/** The next message of a child; an error when it dies instead. */
export function next<T>(child: ChildProcess): Promise<T> {
  return new Promise((done, fail) => {
    const died = (code: number | null) => fail(new Error(`a measured process ended with code ${code}`))
    child.once('exit', died)
    child.once('message', (message) => {
      child.off('exit', died)
      done(message as T)
    })
  })
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done, fail) =>
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`the server ended with code ${code}`)))),
  )
