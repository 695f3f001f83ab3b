import { globSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'

const MB = 2 ** 20
const LEAST = 64
const MOST = 2_048

/**
 * Megabytes of pages that the embedded database keeps at hand: a thirty-second of what it holds, never more than a sixteenth of the
 * machine's memory. One school of a thousand students does well with the least; with twenty of them a diary otherwise fetches 170 pages
 * from the system instead of 20, and costs a third more.
 */
export const sharedBuffersFor = (stored: number, memory: number): number =>
  Math.round(Math.max(LEAST, Math.min(MOST, stored / MB / 32, memory / MB / 16)))

/** The setting for a data folder on this machine. */
export const sharedBuffersOf = (data: string): string => `${sharedBuffersFor(storedIn(data), totalmem())}MB`

/** Bytes of the tables and indexes in a data folder; those of a new one too small to matter. */
const storedIn = (data: string): number =>
  globSync('base/*/*', { cwd: data }).reduce(
    (sum, file) => sum + (statSync(join(data, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
