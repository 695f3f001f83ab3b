import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export type Cpu = { server: number; database: number }
type Pids = { pid: number; databasePid: number }

const ticksASecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Milliseconds of processor time so far, by the kernel's books: the server, and the postmaster with all its children, gone ones too. */
export function cpuOf({ pid, databasePid }: Pids): Cpu {
  const backends = childrenOf(databasePid).map((child) => ticksOf(child).own)
  const postmaster = ticksOf(databasePid)
  const server = ticksOf(pid)
  const milliseconds = (ticks: number) => (ticks * 1000) / ticksASecond
  return {
    server: milliseconds(server.own),
    database: milliseconds(postmaster.own + postmaster.reaped + backends.reduce((sum, ticks) => sum + ticks, 0)),
  }
}

/** Bytes of memory that are these processes' own, shared pages divided among those who share them. */
export function memoryOf({ pid, databasePid }: Pids): number {
  return [pid, databasePid, ...childrenOf(databasePid)].reduce((sum, one) => sum + proportionalSetOf(one), 0)
}

export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => statOf(pid)?.parent === parent)
}

function ticksOf(pid: number): { own: number; reaped: number } {
  return statOf(pid) ?? { own: 0, reaped: 0 } // ended since it was listed: its parent's books have it now
}

function statOf(pid: number): { parent: number; own: number; reaped: number } | null {
  const text = readOrNull(`/proc/${pid}/stat`)
  if (text === null) return null
  // The name in parentheses may hold anything; numbers begin behind the last one: state is the first of them.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [utime, stime, cutime, cstime] = fields.slice(11, 15).map(Number) as [number, number, number, number]
  return { parent: Number(fields[1]), own: utime + stime, reaped: cutime + cstime }
}

function proportionalSetOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readOrNull(`/proc/${pid}/smaps_rollup`) ?? '')?.[1]
  return Number(kilobytes ?? 0) * 1024
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as { code?: string }).code ?? '')) return null
    throw error
  }
}
