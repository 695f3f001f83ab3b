import { memoryOf } from './processes.ts'
import type { Measured } from './serverProcess.ts'
import { atMost, type Row } from './table.ts'

/** Watches the server and its database; the answer ends the watch with the most they had at once. */
export function watchMemory(server: Measured): () => Row {
  let most = memoryOf(server)
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(server))
  }, 500)
  return () => {
    clearInterval(timer)
    return atMost('Memory of server and database, the most', most / 2 ** 20, 'MiB', 350)
  }
}
