import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, type Caller, callerOf } from './caller.ts'
import { newWorld, type World } from './world.ts'

export type Bad = [title: string, status: number, code: string, send: (caller: Caller, world: World) => Promise<Answer>]

const changes = async (world: World) =>
  (await world.rows<{ n: number }>('select count(*)::int as n from change where school_id = :school'))[0]!.n

/** A test a line: Иванова sends it, is refused with this status and code in a Russian sentence, and nothing has changed. */
export function proveRefused(lines: readonly Bad[]): void {
  for (const [title, status, code, send] of lines) {
    test(`${title}: refused in Russian, and nothing changes`, async () => {
      const world = await newWorld()
      const caller = await callerOf(world, 'ivanova')
      const before = await changes(world)
      const answer = await send(caller, world)
      assert.deepEqual([answer.status, answer.code], [status, code], answer.text.slice(0, 300))
      assert.match(answer.detail, /^[А-ЯЁ\d][^{}]*[а-яё][^{}]*[.!]$/, answer.detail)
      assert.equal(await changes(world), before)
    })
  }
}
