import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export const root = join(import.meta.dirname, '..')

export type Count = { passed: number; failed: number }
export type Step = { name: string; run: () => Promise<Count> }

/** A tool of the project, by its own file: on every system, without a shell. It counts as one test. */
export const tool =
  (file: string, ...args: string[]) =>
  async (): Promise<Count> => {
    const { code } = await node([join(root, file), ...args], { colour: true })
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  }

/** Test files in one process of their own, which share a database; or each in its own, so many at once, behind what is set up for all. */
export const tests = (patterns: string[], apart?: { atOnce: number; setup: string }) => async (): Promise<Count> => {
  const files = globSync(patterns, { cwd: root }).sort()
  if (files.length === 0) return { passed: 0, failed: 0 }
  const processes = apart
    ? [`--test-concurrency=${apart.atOnce}`, `--test-global-setup=${join(root, apart.setup)}`]
    : ['--test-isolation=none']
  const { code, output } = await node(['--test', ...processes, '--test-force-exit', '--test-reporter=spec', ...files])
  const said = (what: string) => Number(new RegExp(`^\\S* ?${what} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
  const failed = said('fail') + said('cancelled')
  // A process that fell without counting has failed, whatever it had counted.
  return { passed: said('pass'), failed: code === 0 || failed > 0 ? failed : 1 }
}

/** Runs the steps one after another, a failed one not keeping the next from its turn, and says in the end how many tests there were. */
export async function runSteps(steps: readonly Step[]): Promise<never> {
  const failures: string[] = []
  const total: Count = { passed: 0, failed: 0 }
  for (const { name, run } of steps) {
    console.log(`\n── ${name}`)
    const started = performance.now()
    const { passed, failed } = await run()
    total.passed += passed
    total.failed += failed
    if (failed > 0) failures.push(name)
    console.log(`── ${name}: ${failed === 0 ? 'ok' : `${failed} failed`}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed === 0 ? 0 : 1)
}

/** Streams what the process says, and keeps the end of it. */
function node(args: string[], { colour = false } = {}): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const env = { ...process.env, ...(colour && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) }
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk)
      output = (output + chunk).slice(-1_000_000)
    })
    child.once('error', () => done({ code: 1, output }))
    child.once('close', (code) => done({ code: code ?? 1, output: stripVTControlCharacters(output) }))
  })
}
