import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atMost, type Row } from './table.ts'

/** From `git clone` to the printed address, by what is committed; then once more over the same data. */
export async function measureStart(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zvonok-clone-'))
  try {
    const started = performance.now()
    execFileSync('git', ['clone', '--quiet', join(import.meta.dirname, '..'), folder])
    const first = (await openAndClose(folder)) - started
    const again = performance.now()
    const later = (await openAndClose(folder)) - again
    return [atMost('Start: from git clone', first / 1000, 's', 120), atMost('Start: later', later / 1000, 's', 5)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Resolves when everything is gone again, with the moment at which the address was printed. */
async function openAndClose(folder: string): Promise<number> {
  const child = spawn('npm', ['run', 'demo', '--', '--port=0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  await printed(child, 'Звонок открыт:')
  const at = performance.now()
  await new Promise((done) => {
    child.once('exit', done)
    process.kill(-child.pid!, 'SIGTERM')
  })
  return at
}

function printed(child: ChildProcess, words: string): Promise<void> {
  return new Promise((done, fail) => {
    let text = ''
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`the start ended with code ${code}\n${text}`)))
    child.stdout!.setEncoding('utf8').on('data', (part: string) => {
      text += part
      if (text.includes(words)) done()
    })
  })
}
