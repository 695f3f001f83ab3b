import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalParams } from '#domain/platform/refusal.ts'

/** A file of 2,000 people takes a second and 60 MB. What needs more than these is no list of a school. */
export const limits = { seconds: 20, megabytes: 256 }

type Told = { text: string } | { code: string; params: RefusalParams }

/**
 * Reads a file in a thread of its own, within its bounds; answers its sheets as JSON. Refusals: exchange.tooHeavy when it takes more time
 * or memory, and those of `readFile`.
 */
export async function readApart(bytes: Buffer, { seconds, megabytes } = limits): Promise<string> {
  const worker = new Worker(new URL('./readWorker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
    env: {},
  })
  const { promise, resolve, reject } = Promise.withResolvers<Told>()
  const tooHeavy = () => reject(new Refusal('exchange.tooHeavy'))
  const timer = setTimeout(tooHeavy, seconds * 1_000)
  worker.once('message', resolve)
  worker.once('error', (error: { code?: string }) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : reject(error)))
  worker.once('exit', tooHeavy) // without an answer
  try {
    const told = await promise
    if ('code' in told) throw new Refusal(told.code, told.params)
    return told.text
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
