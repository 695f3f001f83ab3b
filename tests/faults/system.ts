import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const root = join(import.meta.dirname, '../..')

export type Victim = 'server' | 'postmaster' | 'backend' | 'both'
export type System = {
  address: string
  ownerUrl: string
  folder: string
  /** How often the server was started, and what it said when it could not. */
  starts: number
  failures: string[]
  output: () => string
  serverPid: () => number
  /** Kills without warning. False when there was nothing to kill. */
  kill(victim: Victim): Promise<boolean>
  /** Resolves when the server has said its address once more after this call. */
  opened(): Promise<void>
  stop(): Promise<void>
}

export const newFolder = () => mkdtempSync(join(tmpdir(), 'zvonok-fault-'))
export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })

/** The server as a school runs it: its own process, its own PostgreSQL with fsync, a keeper that starts it again when it dies. */
export async function openSystem(folder = newFolder(), environment: Record<string, string> = {}): Promise<System> {
  const port = await freePort()
  let child: ChildProcess
  let text = ''
  let stopping = false
  let whenOpen = Promise.withResolvers<void>()

  const begin = () => {
    let failure = ''
    const mine = runServer({ ZVONOK_DATA: folder, ZVONOK_PORT: String(port), ...environment })
    child = mine
    system.starts++
    mine.stdout!.on('data', (chunk) => {
      if (String(chunk).includes('Звонок открыт')) {
        whenOpen.resolve()
        whenOpen = Promise.withResolvers()
      }
    })
    mine.stderr!.on('data', (chunk) => {
      text = (text + chunk).slice(-50_000)
      failure = String(chunk)
    })
    mine.once('exit', (code, signal) => {
      if (stopping) return
      if (signal !== 'SIGKILL') system.failures.push(`exit ${code ?? signal}: ${failure.trim()}`)
      if (system.starts < 500) begin()
    })
  }

  const system: System = {
    address: `http://127.0.0.1:${port}`,
    ownerUrl: ownerUrlOf(folder),
    folder,
    starts: 0,
    failures: [],
    output: () => text,
    serverPid: () => child.pid!,
    opened: () => whenOpen.promise,
    async kill(victim) {
      if (victim === 'backend') return killBackend(system.ownerUrl)
      const server = child.pid!
      const database = victim === 'server' ? null : postmasterOf(folder)
      if (victim !== 'server' && database === null) return false
      const targets = victim === 'server' ? [server] : victim === 'postmaster' ? [database!] : [database!, server]
      return targets.every(killed)
    },
    async stop() {
      stopping = true
      const gone = new Promise((done) => child.once('exit', done))
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await gone
      }
      // Told to stop before it had begun to listen for that, it dies at once, and its database writes everything down without it.
      for (let turn = 0; postmasterOf(folder) !== null && turn < 200; turn++) await pause(50)
    },
  }
  const opened = system.opened()
  begin()
  await opened
  return system
}

/** A server process with these settings and no others. */
export function runServer(environment: Record<string, string>, cwd = tmpdir()): ChildProcess {
  const { ZVONOK_UNSAFE_TEST_DATABASE: _, DATABASE_URL: __, ...rest } = process.env
  return spawn(process.execPath, [join(root, 'server/main.ts')], {
    cwd,
    env: { ...rest, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** In the time zone of the server's own connections, so that moments in rows and in their history read alike. */
export const ownerUrlOf = (folder: string) =>
  `postgres://postgres@localhost/postgres?host=${encodeURIComponent(join(folder, 'postgres/run'))}&options=${encodeURIComponent('-c timezone=UTC')}`

/** A look past every wall, or a hand that no history records. */
export async function withOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url })
  owner.on('error', () => {}) // killed with the database: its queries reject by themselves
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

/** The database server's process, or null while there is none. */
export function postmasterOf(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

/** One connection of the server, busy if possible. PostgreSQL answers by throwing all of them out and recovering. */
const killBackend = (ownerUrl: string): Promise<boolean> =>
  withOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename = 'zvonok_app' and backend_type = 'client backend' order by state = 'active' desc, random() limit 1`,
    )
    return rows[0] !== undefined && killed(rows[0].pid)
  }).catch(() => false)
