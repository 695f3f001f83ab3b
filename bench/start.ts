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
    await opensAndCloses(folder)
    const first = performance.now() - started
    const again = performance.now()
    await opensAndCloses(folder)
    return [
      atMost('Start: from git clone', first / 1000, 's', 120),
      atMost('Start: later', (performance.now() - again) / 1000, 's', 5),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Resolves when the address has been printed and everything is gone again; the closing is not waited for in the time. */
async function opensAndCloses(folder: string): Promise<void> {
  const child = spawn('npm', ['run', 'demo', '--', '--port=0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  await printed(child, 'Звонок открыт:')
  await new Promise((done) => {
    child.once('exit', done)
    process.kill(-child.pid!, 'SIGTERM')
  })
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
