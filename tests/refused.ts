import assert from 'node:assert/strict'
import { Refusal, type RefusalParams } from '#domain/platform/refusal.ts'

/** The work is refused with this code; answers what the refusal says besides. */
export async function refused(code: string, work: Promise<unknown>): Promise<RefusalParams> {
  let params: RefusalParams = {}
  await assert.rejects(work, (error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    assert.equal(error.code, code)
    params = error.params
    return true
  })
  return params
}
