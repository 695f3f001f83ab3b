let last = 0
let sequence = 0

/**
 * A UUIDv7: the id of an operation, made where the operation was typed, so that sending it twice is safe. Ids of one page sort in
 * the order they were made, even within a millisecond and when the clock steps back.
 */
export function newOperationId(now = Date.now()): string {
  if (now > last) {
    last = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    last++
    sequence = 0
  }
  const random = crypto.getRandomValues(new Uint8Array(8))
  random[0] = (random[0]! & 0x3f) | 0x80
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const time = last.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${hex.slice(0, 4)}-${hex.slice(4)}`
}

/** The ids of one button: the same for the same input until the server has decided about it, then another one. */
export function createPresses() {
  let open: { input: string; id: string } | null = null
  return {
    idOf(input: unknown): string {
      const written = JSON.stringify(input)
      if (open?.input !== written) open = { input: written, id: newOperationId() }
      return open.id
    },
    decided(): void {
      open = null
    },
  }
}
