import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Contract } from '#domain/platform/contract.ts'
import { isLastWord, Refusal, type RefusalParams } from '#domain/platform/refusal.ts'
import { type Db, type ReadTx, sql, type Tx } from './db.ts'

/** An operation as it was asked for. */
export type Asked = { schoolId: number; operationId: string; actorId: string; contract: Contract; input: object }

/** What was said of an operation id: an answer, or a refusal. It is true for ever, whoever sends a copy, and however late. */
export type Said = { name: string; actor_id: string } & (
  | { code: null; input: unknown; output: unknown }
  | { code: string; params: RefusalParams; input_hash: Buffer }
)

/** Longer than the summer: a copy may lie on the disk of a computer that nobody switches on. */
const KEPT_DAYS = 120
/** One account is refused for good so often in an hour; after that it is asked to come later, and nothing is kept. */
const AN_HOUR = 2_000

/** What was said of this id before, or null. */
export const saidOf = (tx: ReadTx, { schoolId, operationId }: Asked): Promise<Said | null> =>
  tx.maybe<Said>(sql`
    select name, actor_id, input, output, null::bytea as input_hash, null::text as code, null::json as params
    from operation where school_id = ${schoolId} and id = ${operationId}
    union all
    select name, actor_id, null, null, input_hash, code, params
    from refusal where school_id = ${schoolId} and operation_id = ${operationId}`)

/**
 * A copy is told what the first one was. Another action, another input, or somebody else's, under the same id is not: it would be told
 * «done» of something that was not. Refusals: the first one's; input.operationIdTaken; input.answeredOnce (the answer held a secret).
 */
export function sayAgain(said: Said, { actorId, contract, input }: Asked): unknown {
  const { name, output, secret = [] } = contract
  const written = withoutSecrets(contract, input)
  const same = said.code === null ? isDeepStrictEqual(said.input, JSON.parse(written)) : hashOf(written).equals(said.input_hash)
  if (!same || said.name !== name || said.actor_id !== actorId) throw new Refusal('input.operationIdTaken')
  if (said.code !== null) throw new Refusal(said.code, said.params)
  const answered = Object.keys((output as { properties?: object }).properties ?? {})
  if (secret.some((field) => answered.includes(field))) throw new Refusal('input.answeredOnce')
  return said.output
}

/**
 * The end of an operation that failed: the answer of a copy that was quicker, or the refusal, the first one's or this one, which is the
 * last word from now on. What is no last word is thrown as it came: the same operation may be sent again.
 */
export async function endOfFailed(db: Db, asked: Asked, error: unknown): Promise<unknown> {
  const word = lastWordOf(error)
  if (word && (await isKept(db, asked, word))) throw error
  if (!word && !(error instanceof Refusal) && !isCollision(error)) throw error
  const said = await db.read(asked.schoolId, (tx) => saidOf(tx, asked))
  if (said) return sayAgain(said, asked)
  throw word ? new Refusal('access.tooManyAttempts', { seconds: 600 }) : error
}

function lastWordOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return isLastWord(error.code) ? error : null
  return isWrongInput(error) ? new Refusal('input.wrong', { field: '' }) : null
}

/**
 * Writes the refusal down, unless something has been said of the id already, or the account has had its share. The row in the outbox is
 * what a copy runs into: one still in its transaction is waited for here, one that comes later fails on its own last statement.
 */
const isKept = (db: Db, asked: Asked, { code, params }: Refusal): Promise<boolean> =>
  db.write(asked.schoolId, asked.operationId, async (tx) => {
    const { schoolId, operationId, actorId, contract, input } = asked
    const kept = await tx.run(sql`
      with taken as (
        insert into outbox (school_id, operation_id, name, at)
        select ${schoolId}::int, ${operationId}::uuid, 'refused', 'infinity'
        where not exists (select from operation where school_id = ${schoolId} and id = ${operationId})
          and not exists (select from refusal where school_id = ${schoolId} and operation_id = ${operationId})
          and (select count(*) from (select from refusal where school_id = ${schoolId} and actor_id = ${actorId}
            and at > now() - interval '1 hour' limit ${AN_HOUR}) r) < ${AN_HOUR}
        on conflict (school_id, operation_id) do nothing
        returning school_id, operation_id)
      insert into refusal (school_id, operation_id, actor_id, name, input_hash, code, params)
      select school_id, operation_id, ${actorId}, ${contract.name}, ${hashOf(withoutSecrets(contract, input))}, ${code}, ${JSON.stringify(params)}
      from taken`)
    return kept === 1
  })

/** Forgets refusals of which no copy can come any more, and what an account has heaped up beyond its share. */
export async function forgetRefusals(tx: Tx): Promise<void> {
  await tx.run(sql`
    with gone as (
      delete from refusal where school_id = current_school() and (at < now() - make_interval(days => ${KEPT_DAYS}) or operation_id in (
        select operation_id from (
          select operation_id, at, row_number() over (partition by actor_id order by at desc) as place
          from refusal where school_id = current_school()) r
        where place > ${AN_HOUR} and at < now() - interval '1 hour'))
      returning school_id, operation_id)
    delete from outbox o using gone g where o.school_id = g.school_id and o.operation_id = g.operation_id and o.at = 'infinity'`)
}

/** A value as the history may hold it. */
export const withoutSecrets = ({ secret = [] }: Contract, value: object): string =>
  JSON.stringify(value, (key, part) => (secret.includes(key) ? undefined : part))

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? ''

/** What the contract let through and the database does not take: a number too large, a day that does not exist, a row named twice. */
export const isWrongInput = (error: unknown): boolean => /^21000|^22|^23(502|503|505|514)/.test(codeOf(error))

/** Two copies of one operation meet on whatever constraint they reach first, or in a deadlock. */
const isCollision = (error: unknown): boolean => /^(23...|40P01|40001)$/.test(codeOf(error))
