import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#domain/platform/refusal.ts'
import { readFile } from './readFile.ts'

/** The thread that opens what strangers made: it answers sheets or a refusal, and is ended when it takes too long or too much. */
try {
  const sheets = await readFile(Buffer.from(workerData as Uint8Array))
  parentPort!.postMessage({ text: JSON.stringify(sheets) })
} catch (error) {
  parentPort!.postMessage(
    error instanceof Refusal ? { code: error.code, params: error.params } : { code: 'exchange.broken', params: {} },
  )
}
