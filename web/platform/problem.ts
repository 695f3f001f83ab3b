import type { RefusalParams } from '#domain/platform/refusal.ts'

/** The server said no, or failed: an answer there was. The message is a Russian sentence for the person. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly params: RefusalParams
  constructor(status: number, code: string, params: RefusalParams, text: string) {
    super(text)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.params = params
  }
}

/** No answer at all: no network, a timeout, a server that is not there. */
export class Offline extends Error {
  constructor() {
    super('offline')
    this.name = 'Offline'
  }
}
