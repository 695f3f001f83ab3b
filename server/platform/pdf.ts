import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { Refusal } from '#domain/platform/refusal.ts'

const AT_ONCE = 1
const IN_LINE = 10
const PATIENCE_MS = 60_000

let running = 0
const waiting: (() => void)[] = []

/**
 * Sets a Typst template with its data and answers the PDF. The template is ours, and reads the data by `json("data.json")`: text of people
 * never becomes a part of it. `codes`: texts that it finds as pictures of QR codes in `json("codes.json")`, in the order given. Each document
 * has a process of its own, one at a time: typesetting takes 100 to 450 MB and a core, which are given back with it. Refusal: access.busy
 * when ten are waiting.
 */
export async function makePdf(template: string, data: unknown, codes: readonly string[] = []): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= IN_LINE) throw new Refusal('access.busy')
    await new Promise<void>((go) => waiting.push(go))
  }
  running++
  try {
    return await typeset(template, data, codes)
  } finally {
    running--
    waiting.shift()?.()
  }
}

async function typeset(template: string, data: unknown, codes: readonly string[]): Promise<Buffer> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'typeset.ts')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  })
  const { promise: ended, resolve, reject } = Promise.withResolvers<number | null>()
  child.once('error', reject)
  child.once('close', resolve)
  child.stdin.on('error', () => {}) // it fell before it had read everything: its code tells
  child.stdin.end(JSON.stringify({ template, data, codes }))
  const [pdf, complaint, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended])
  if (code !== 0) throw new Error(`the form was not set: ${complaint.slice(0, 2_000)}`)
  return pdf
}
