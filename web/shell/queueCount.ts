import type { Queued } from '#web/platform/outbox.ts'

/** How many entries wait on this device and how many the server did not take. */
export function countQueue(queue: readonly Pick<Queued, 'state'>[]): { waiting: number; refused: number } {
  const refused = queue.filter(({ state }) => state === 'refused').length
  return { waiting: queue.length - refused, refused }
}
