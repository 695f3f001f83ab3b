/** A source of chance that says the same things again for the same seed. */
export type Random = {
  next(): number
  /** A whole number between the two, both included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  weighted<T>(items: readonly (readonly [T, number])[]): T
  shuffle<T>(items: readonly T[]): T[]
  /** Normally distributed, mean 0, deviation 1. */
  normal(): number
  /** An independent source, so that more chance in one place moves nothing in another. */
  fork(name: string): Random
}

export function makeRandom(seed: number): Random {
  let state = seed >>> 0

  // mulberry32
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))

  function pick<T>(items: readonly T[]): T {
    return items[int(0, items.length - 1)]!
  }

  function weighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) return item
    }
    return items[items.length - 1]![0]
  }

  function shuffle<T>(items: readonly T[]): T[] {
    const result = [...items]
    for (let index = result.length - 1; index > 0; index--) {
      const other = int(0, index)
      const kept = result[index]!
      result[index] = result[other]!
      result[other] = kept
    }
    return result
  }

  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    weighted,
    shuffle,
    normal,
    fork: (name) => makeRandom(hash(name, seed)),
  }
}

// FNV-1a
function hash(text: string, seed: number): number {
  let result = 0x811c9dc5 ^ seed
  for (let index = 0; index < text.length; index++) result = Math.imul(result ^ text.charCodeAt(index), 0x01000193)
  return result >>> 0
}
