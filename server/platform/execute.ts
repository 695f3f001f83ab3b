import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import type { Actor, SubjectByKind } from '#domain/access/actor.ts'
import type { CommandName, Input, OperationName, Output, QueryName, SubjectKindOf } from '#domain/operations.ts'
import type { Contract } from '#domain/platform/contract.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import type { Answers } from './answers.ts'
import type { Clock } from './clock.ts'
import { type Db, type ReadTx, sql, type Tx, type WriteTx } from './db.ts'
import { endOfFailed, saidOf, sayAgain, withoutSecrets } from './lastWords.ts'

type Subject<N extends OperationName> = SubjectByKind[SubjectKindOf<N>]
export type Context = Caller & { today: PlainDate; now: Date }

export type CommandImplementation<N extends CommandName = CommandName> = {
  name: N
  /** Finds what the command is about; null when there is no such thing. */
  load: (tx: ReadTx, input: Input<N>, actor: Actor) => Promise<Subject<N> | null>
  /** Reads that do not need the subject: sent together with the load. */
  prepare?: (tx: ReadTx, input: Input<N>, context: Context) => Promise<unknown>
  /**
   * Slow work that must hold neither a connection nor a row: hashing. Done only for who may do the operation and has not done it yet,
   * ahead of the transaction, which asks both again.
   */
  before?: (context: Context & { db: Db; subject: Subject<N> }, input: Input<N>) => Promise<unknown>
  run: (context: Context & { tx: Tx; subject: Subject<N>; found: unknown; ready: unknown }, input: Input<N>) => Promise<Output<N>>
  /** Keys of the screens that should ask again: `staff:<course>`, `course:<course>`, `student:<student>`, `person:<person>`. */
  announce: (subject: Subject<N>, input: Input<N>, actor: Actor) => string[]
}
/** Names the keys whose change makes the answer stale; `school`, that anything may have changed, is always one of them. */
type ToRemember = { dependsOn: (keys: readonly string[]) => void }
export type QueryImplementation<N extends QueryName = QueryName> = {
  name: N
  load: (tx: ReadTx, input: Input<N>, actor: Actor) => Promise<Subject<N> | null>
  /** Runs beside the load; its answer leaves only when the caller may have it. */
  run: (context: Context & ToRemember & { tx: ReadTx }, input: Input<N>) => Promise<Output<N>>
  remembered: boolean
}

/** A command: what it is about, what it reads and works out ahead, what it does, who should look again. */
export function implement<N extends CommandName, Found, Ready, Loaded extends Subject<N>>(
  name: N,
  parts: {
    load: (tx: ReadTx, input: Input<N>, actor: Actor) => Promise<Loaded | null>
    prepare?: (tx: ReadTx, input: Input<N>, context: Context) => Promise<Found>
    before?: (context: Context & { db: Db; subject: Subject<N> }, input: Input<N>) => Promise<Ready>
    run: (context: Context & { tx: Tx; subject: Loaded; found: Found; ready: Ready }, input: Input<N>) => Promise<Output<N>>
    announce: CommandImplementation<N>['announce']
  },
): CommandImplementation<N> {
  return { name, ...parts } as CommandImplementation<N>
}

type Query<N extends QueryName, C> = {
  load: QueryImplementation<N>['load']
  run: (context: C & { tx: ReadTx }, input: Input<N>) => Promise<Output<N>>
}

/** A query: what it is about, and the reading. */
export const answer = <N extends QueryName>(name: N, parts: Query<N, Context>): QueryImplementation<N> => ({
  name,
  ...parts,
  remembered: false,
})

/**
 * A query whose answer is the same for everybody who may have it, the whole day long, until one of its keys changes. It sends all it asks,
 * and its load too, before it waits for anything.
 */
export const rememberedAnswer = <N extends QueryName>(
  name: N,
  parts: Query<N, ToRemember & { today: PlainDate }>,
): QueryImplementation<N> => ({ name, ...parts, remembered: true })

export type Done = { schoolId: number; operationId: string; name: CommandName; keys: string[] }

export type Executor = {
  execute<N extends CommandName>(name: N, caller: Caller, operationId: string, input: unknown): Promise<Output<N>>
  ask<N extends QueryName>(name: N, caller: Caller, input: unknown): Promise<Output<N>>
  /** The same, ready to travel: an answer that was packed before and still holds is neither read nor packed again. */
  answer<N extends QueryName, P extends { bytes: number }>(
    name: N,
    caller: Caller,
    input: unknown,
    pack: (output: Output<N>) => P,
  ): Promise<P>
  /** The input as the contract of the operation wants it. Refusal: input.wrong (field). */
  parse<N extends OperationName>(name: N, input: unknown): Input<N>
}
/** Who asks; `beside` is what a command needs and the history must never hold (the token of a new session). */
export type Caller = { actor: Actor; school: School; beside?: unknown }

type Setting = {
  contracts: Readonly<Record<OperationName, Contract>>
  db: Db
  clock: Clock
  commands: readonly CommandImplementation<never>[]
  queries: readonly QueryImplementation<never>[]
  authorize: (actor: Actor, name: OperationName, subject: SubjectByKind[keyof SubjectByKind] | null, today: PlainDate) => boolean
  answers: Answers
  done: (event: Done) => void
}

/** The only door to a write, and to a reading: input checked, permission asked, one transaction, one line of history. */
export function createExecutor({ contracts, db, clock, commands, queries, authorize, answers, done }: Setting): Executor {
  const commandOf = new Map(commands.map((one) => [(one as { name: string }).name, one as unknown as CommandImplementation]))
  const queryOf = new Map(queries.map((one) => [(one as { name: string }).name, one as unknown as QueryImplementation]))

  const parse = inputParser(contracts)

  const queryNamed = (name: QueryName) => {
    const query = queryOf.get(name)
    if (!query) throw new Error(`no implementation of ${name}`)
    return query
  }
  async function read(query: QueryImplementation, caller: Caller, input: unknown) {
    const keys = ['school']
    const context = {
      ...caller,
      today: clock.today(caller.school.timeZone),
      now: clock.now(),
      dependsOn: (more: readonly string[]) => keys.push(...more),
    }
    const reading = query.remembered ? db.readAtOnce : db.read
    return reading(caller.school.schoolId, async (tx) => {
      const loading = query.load(tx, input as never, caller.actor) // sent first: what fails behind it does not hide its answer
      const running = query.run({ ...context, tx }, input as never)
      running.catch(() => {}) // answered below, after the permission
      const subject = await loading
      if (!authorize(caller.actor, query.name, subject, context.today)) throw new Refusal('access.denied')
      return { subject, output: await running, keys }
    })
  }

  return {
    parse: (name, input) => parse(name, input) as never,

    async execute(name, caller, operationId, rawInput) {
      const implementation = commandOf.get(name)
      if (!implementation) throw new Error(`no implementation of ${name}`)
      const input = parse(name, rawInput) as never
      const context: Context = { ...caller, today: clock.today(caller.school.timeZone), now: clock.now() }
      const { schoolId } = caller.school
      const asked = { schoolId, operationId, actorId: caller.actor.personId, contract: contracts[name], input }
      let keys: string[] = []
      try {
        let ready: unknown
        if (implementation.before) {
          const [said, subject] = await db.read(schoolId, (tx) =>
            together([saidOf(tx, asked), implementation.load(tx, input, caller.actor)] as const),
          )
          if (said) return sayAgain(said, asked) as Output<typeof name>
          if (!authorize(caller.actor, name, subject, context.today)) throw new Refusal('access.denied')
          ready = await implementation.before({ ...context, db, subject: subject as never }, input)
        }
        const output = await db.write(schoolId, operationId, async (tx) => {
          const [subject, found] = await together([
            implementation.load(tx, input, caller.actor),
            implementation.prepare ? implementation.prepare(tx, input, context) : null,
          ] as const)
          if (!authorize(caller.actor, name, subject, context.today)) throw new Refusal('access.denied')
          const output = await implementation.run({ ...context, tx, subject: subject as never, found, ready }, input)
          record(tx, caller, operationId, contracts[name], subject, input, output)
          keys = implementation.announce(subject as never, input, caller.actor)
          return output
        })
        if (keys.length > 0) done({ schoolId, operationId, name, keys })
        return output as Output<typeof name>
      } catch (error) {
        // The same operation may have landed or been refused before, or while this one looked: then its answer is the first one's.
        // Nobody looks ahead for that: whatever is done a second time ends here, on its own id at the latest.
        return (await endOfFailed(db, asked, error)) as Output<typeof name>
      }
    },

    async ask(name, caller, rawInput) {
      return (await read(queryNamed(name), caller, parse(name, rawInput))).output as never
    },

    async answer(name, caller, rawInput, pack) {
      const query = queryNamed(name)
      const input = parse(name, rawInput) as object
      if (!query.remembered) return pack((await read(query, caller, input)).output as never)
      const { schoolId, timeZone } = caller.school
      const today = clock.today(timeZone)
      const place = `${name} ${today} ${JSON.stringify(Object.entries(input).sort())}`
      const known = answers.find(schoolId, place)
      if (known) {
        if (!authorize(caller.actor, name, known.subject as never, today)) throw new Refusal('access.denied')
        return known.packed as never
      }
      const reading = answers.begin(schoolId)
      try {
        const { subject, output, keys } = await read(query, caller, input)
        const packed = pack(output as never)
        reading.keep(place, keys, { packed, subject, bytes: packed.bytes })
        return packed
      } finally {
        reading.end()
      }
    },
  }
}

function record(
  tx: WriteTx,
  { actor, school }: Caller,
  operationId: string,
  contract: Contract,
  subject: unknown,
  input: object,
  output: object,
): void {
  tx.last(sql`
    with written as (
      insert into operation (school_id, id, name, actor_id, session_id, about, input, output)
      values (${school.schoolId}, ${operationId}, ${contract.name}, ${actor.personId}, ${actor.sessionId}, ${aboutOf(subject)},
              ${withoutSecrets(contract, input)}::jsonb, ${withoutSecrets(contract, output)}::jsonb)
      returning school_id, id, name, about
    )
    insert into outbox (school_id, operation_id, name, about) select school_id, id, name, about from written`)
}

function aboutOf(subject: unknown): string | null {
  const ids = subject as Record<string, string>
  return ids.lessonId ?? ids.courseId ?? ids.studentId ?? ids.accountId ?? ids.sessionId ?? ids.personId ?? ids.classId ?? null
}

/** Awaits all, so that nothing of the transaction is still under way when the first of them fails. */
async function together<const P extends readonly unknown[]>(promises: P): Promise<{ -readonly [I in keyof P]: Awaited<P[I]> }> {
  const settled = await Promise.allSettled(promises)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as never
}

/** A checker of inputs, compiled on first use: the input as its contract wants it, or the refusal input.wrong naming the field. */
export function inputParser<N extends string>(contracts: Readonly<Record<N, Contract>>) {
  const validators = new Map<string, Validator>()
  return (name: N, raw: unknown): unknown => {
    let validator = validators.get(name)
    if (!validator) {
      validator = Compile(contracts[name].input as TSchema) as unknown as Validator
      validators.set(name, validator)
    }
    if (validator.Check(raw)) return raw
    const first = validator.Errors(raw)[0]
    const extra = (first?.params as { additionalProperties?: string[]; requiredProperties?: string[] } | undefined) ?? {}
    const field = first?.instancePath?.slice(1) || extra.additionalProperties?.[0] || extra.requiredProperties?.[0] || ''
    throw new Refusal('input.wrong', { field })
  }
}
