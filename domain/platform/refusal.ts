/** Values that fill the holes of a refusal's sentence. */
export type RefusalParams = Record<string, string | number | boolean | null>

/**
 * A rule or the permission table said no. Not a bug: the person is told why, in words found by `code` in the texts,
 * and nothing has changed. Codes are `module.reason`.
 */
export class Refusal extends Error {
  readonly code: string
  readonly params: RefusalParams
  constructor(code: string, params: RefusalParams = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
  }
}

/** What stands between a person and all they do. Once it is passed, the same operation may be done. */
export const gates: readonly string[] = [
  'access.signedOut',
  'access.locked',
  'access.mustChangePassword',
  'access.mustAcceptTerms',
  'access.mustProtect',
]
/** Words about the moment, not about the operation. */
const momentary: readonly string[] = ['access.tooManyAttempts', 'access.busy', 'server.unavailable', 'server.failed']

/**
 * Is it the last word about an operation? Then it is true of this operation id for ever. After any other word the same operation may be
 * sent again, and done.
 */
export const isLastWord = (code: string): boolean => !gates.includes(code) && !momentary.includes(code)
