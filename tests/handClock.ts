import { dayIn } from '#domain/platform/dates.ts'
import type { App } from '#server/app.ts'
import type { Clock } from '#server/platform/clock.ts'
import { NOW, newApp } from './database.ts'

/** A clock that moves when it is told to. */
export type HandClock = Clock & { minutes(n: number): void }

export function handClock(start = NOW): HandClock {
  let now = new Date(start).getTime()
  return {
    now: () => new Date(now),
    today: (timeZone) => dayIn(timeZone, new Date(now)),
    minutes(n) {
      now += n * 60_000
    },
  }
}

/** An application of the test's own, whose time the test moves. */
export async function withClock(work: (app: App, clock: HandClock) => Promise<void>): Promise<void> {
  const clock = handClock()
  const app = await newApp(clock)
  try {
    await work(app, clock)
  } finally {
    await app.close()
  }
}
