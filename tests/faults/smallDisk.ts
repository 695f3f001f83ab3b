import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = { folder: string; fill: () => void; free: () => void; remove: () => void }

/** A disk of so many megabytes, or null where the system does not let us make one. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const mount = mkdtempSync(join(tmpdir(), 'zvonok-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', mount], { stdio: 'ignore' })
  } catch {
    rmSync(mount, { recursive: true })
    return null
  }
  const junk = join(mount, 'junk')
  const folder = join(mount, 'data')
  mkdirSync(folder)
  return {
    folder,
    fill() {
      const file = openSync(junk, 'a')
      for (const size of [1 << 20, 1 << 12]) while (wrote(file, size)) {}
      closeSync(file)
    },
    free: () => rmSync(junk),
    remove() {
      execFileSync('umount', ['--lazy', mount], { stdio: 'ignore' })
      rmSync(mount, { recursive: true, force: true })
    },
  }
}

function wrote(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size
  } catch {
    return false
  }
}
