/** The last thing the page said to the person; shown in the status line until the next one or for a while. */
export type Said = { text: string; kind: 'done' | 'refused'; turn: number }

const STAY = 8000

/** One line of talk: the grid says, the status line shows. */
export class Notices {
  #said: Said | null = null
  #turn = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #listeners = new Set<() => void>()

  tell = (text: string, kind: Said['kind'] = 'done'): void => {
    this.#become({ text, kind, turn: ++this.#turn })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#become(null), STAY)
  }

  now = (): Said | null => this.#said

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #become(said: Said | null): void {
    this.#said = said
    for (const listener of this.#listeners) listener()
  }
}
