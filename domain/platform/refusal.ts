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
