import { randomInt, timingSafeEqual } from 'node:crypto'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Clock } from '#server/platform/clock.ts'
import { hashToken } from './sessions.ts'

/** No letter or digit that looks like another one. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 12
const HOURS = 24
const GUESSES = 10

export type StartCode = {
  /** Refuses a code that is not the one. Refusals: access.wrongStartCode, access.startCodeExpired, access.schoolIsOpen. */
  check(typed: string): void
  /** For good: a school is there. */
  close(): void
  isOpen(): boolean
  /** Wrong guesses since the program began. */
  wrong(): number
}

/**
 * The proof that whoever opens the school stands at its server: 60 bits that only the terminal shows. After a day, or ten wrong guesses
 * whosever they are, the code is worth nothing and `tell` hears of another one: a stranger on the network neither guesses it nor keeps
 * the school from opening.
 */
export function newStartCode(clock: Clock, tell: (code: string) => void): StartCode {
  let open = true
  let wrong = 0
  let current = { hash: hashToken(''), until: 0, guesses: 0 }
  const renew = () => {
    const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
    current = { hash: hashToken(code), until: clock.now().getTime() + HOURS * 3_600_000, guesses: GUESSES }
    tell(code.replace(/(.{4})(?=.)/g, '$1-'))
  }
  renew()
  return {
    check(typed) {
      if (!open) throw new Refusal('access.schoolIsOpen')
      if (clock.now().getTime() >= current.until) {
        renew()
        throw new Refusal('access.startCodeExpired')
      }
      if (timingSafeEqual(hashToken(typed.toUpperCase().replace(/[^0-9A-Z]/g, '')), current.hash)) return
      wrong++
      current.guesses--
      if (current.guesses === 0) {
        renew()
        throw new Refusal('access.startCodeExpired')
      }
      throw new Refusal('access.wrongStartCode')
    },
    close() {
      open = false
    },
    isOpen: () => open,
    wrong: () => wrong,
  }
}
