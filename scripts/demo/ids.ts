import type { Random } from '#scripts/demo/random.ts'

/** Makes ids of the shape of UUIDv7 without a clock. */
export type Ids = {
  /** The next id; each is greater than the one before, so that indexes grow at their end. */
  next(): string
  /** An id that looks made at this moment, milliseconds since 1970. */
  at(moment: number): string
}

const hexDigits = Buffer.from('0123456789abcdef', 'latin1')
const perMillisecond = 4

export function makeIds(random: Random, startsAt: number): Ids {
  const letters = Buffer.alloc(36, '-', 'latin1')
  let count = 0

  function write(moment: number, sequence: number): string {
    hex(letters, 0, 8, Math.floor(moment / 65536))
    hex(letters, 9, 4, moment % 65536)
    hex(letters, 14, 4, 0x7000 | sequence)
    hex(letters, 19, 4, 0x8000 | random.int(0, 0x3fff))
    hex(letters, 24, 6, random.int(0, 0xffffff))
    hex(letters, 30, 6, random.int(0, 0xffffff))
    return letters.toString('latin1')
  }

  return {
    next() {
      const moment = startsAt + Math.floor(count / perMillisecond)
      const sequence = (count % perMillisecond) * 1024 + random.int(0, 1023)
      count++
      return write(moment, sequence)
    },
    at: (moment) => write(moment, random.int(0, 0xfff)),
  }
}

function hex(letters: Buffer, from: number, length: number, value: number): void {
  let rest = value
  for (let index = from + length - 1; index >= from; index--) {
    letters[index] = hexDigits[rest % 16]!
    rest = Math.floor(rest / 16)
  }
}
