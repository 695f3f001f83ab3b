import type { Outbox } from '#web/platform/outboxQueue.ts'

/** «slot state» of everything that waits. */
export const states = (outbox: Outbox) => outbox.queueNow().map((op) => `${op.slot} ${op.state}`)

/** Waits for the event, not for a time: resolves when the queue looks as it should. */
export async function until(outbox: Outbox, isTrue: () => boolean): Promise<void> {
  if (isTrue()) return
  await new Promise<void>((resolve) => {
    const stop = outbox.subscribe(() => {
      if (!isTrue()) return
      stop()
      resolve()
    })
  })
}

/** Resolves when nothing waits any more. */
export const isEmpty = (outbox: Outbox) => until(outbox, () => outbox.queueNow().length === 0)
