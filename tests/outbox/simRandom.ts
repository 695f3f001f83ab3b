/** Numbers that are the same for the same seed on every machine. */
export function generator(seed: number): () => number {
  let state = (seed * 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Takes any one out of the list. */
export function taken<T>(list: T[], random: () => number): T | undefined {
  return list.splice(Math.floor(random() * list.length), 1)[0]
}

/** One of the happenings, by their shares. */
export function chosen(happenings: [number, () => void][], random: () => number): () => void {
  let left = random() * happenings.reduce((sum, [share]) => sum + share, 0)
  for (const [share, happen] of happenings) {
    left -= share
    if (left <= 0) return happen
  }
  return () => {}
}
