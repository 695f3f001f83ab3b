import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type OperationName, operations } from '#domain/operations.ts'
import { callerOf } from './caller.ts'
import { sampleOf } from './samples.ts'
import { newWorld, type PersonKey, type World } from './world.ts'

/** The same values each time; FUZZ_RUNS=2000 FUZZ_SEED=7 looks further. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 50)
const SEED = Number(process.env.FUZZ_SEED ?? 2026)

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  enum?: unknown[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  required?: string[]
}

const HOSTILE = [
  '',
  ' ',
  '\u0000',
  "'; drop table mark; --",
  '\\',
  '%',
  '_',
  '{}',
  '[]',
  'null',
  'NaN',
  '-0',
  '1e999',
  '2147483648',
  '\u202e',
  '🙂'.repeat(50),
  '\ud800',
  'я'.repeat(3000),
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '../../etc/passwd',
  '<img onerror=alert(1)>',
  '__proto__',
  'constructor',
  'infinity',
]
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom<unknown>(null, true, -1, 0, 0.5, 101, 2 ** 31, 2 ** 53, -(2 ** 31) - 1, [], {}, [null], { a: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
)
const DAYS = ['2026-11-20', '2026-11-19', '2026-12-31', '2026-02-30', '0001-01-01', '9999-12-31', '2027-05-26', '2027-08-31']

/** Values in the shape of the schema; ids are things of the world as well as of nowhere. */
function shaped(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const types = [schema.type ?? 'string'].flat()
  if (types.includes('null'))
    return fc.oneof(fc.constant(null), shaped({ ...schema, type: types.filter((one) => one !== 'null')[0]! }, ids))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (types[0] === 'object') {
    const fields = Object.entries(schema.properties ?? {}).map(([name, part]) => [name, shaped(part, ids)] as const)
    return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [], noNullPrototype: true })
  }
  if (types[0] === 'array')
    return fc.array(shaped(schema.items!, ids), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 5, 5) })
  if (types[0] === 'integer')
    return fc.oneof(fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 1000 }), fc.constantFrom(0, 1, 2 ** 31 - 1))
  if (types[0] === 'boolean') return fc.boolean()
  if (schema.pattern?.includes('{8}-'))
    return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() })
  if (schema.pattern?.startsWith('^\\d{4}-')) return fc.constantFrom(...DAYS)
  if (schema.pattern?.includes('[0-9a-f]{64}')) return fc.constant('0'.repeat(64))
  return fc.string({ unit: 'grapheme', minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 30, 30) })
}

/** The sample with one of its values, at any depth, replaced. */
function spoiled(sample: unknown): fc.Arbitrary<unknown> {
  const paths: (string | number)[][] = []
  const walk = (value: unknown, path: (string | number)[]) => {
    paths.push(path)
    if (Array.isArray(value)) value.forEach((one, i) => void walk(one, [...path, i]))
    else if (value && typeof value === 'object') for (const [key, one] of Object.entries(value)) walk(one, [...path, key])
  }
  walk(sample, [])
  const put = (value: unknown, [first, ...rest]: (string | number)[], put_: unknown): unknown => {
    if (first === undefined) return put_
    const copy = structuredClone(value) as Record<string | number, unknown>
    copy[first] = put(copy[first], rest, put_)
    return copy
  }
  return fc.tuple(fc.constantFrom(...paths), hostile).map(([path, value]) => put(sample, path, value))
}

const idsOf = (world: World): string[] => [
  ...Object.values(world.courses), ...Object.values(world.terms), ...Object.values(world.types), ...Object.values(world.who), ...Object.values(world.accounts),
  ...[world.courses.algebraA, world.courses.englishA, world.courses.primary].flatMap((courseId) => [world.lesson(courseId).id, world.lesson(courseId).workId]),
] // biome-ignore format: one glance

const SENDERS: Partial<Record<OperationName, PersonKey>> = { 'access.signIn': 'lena', 'access.signOut': 'lena' }
const takesBytes = new Set<OperationName>(['homework.addFile', 'exchange.upload'])

for (const name of (Object.keys(operations) as OperationName[]).filter((one) => !takesBytes.has(one))) {
  test(`${name} answers whatever it is sent: done, or refused in words, never broken`, async () => {
    const world = await newWorld()
    const { by, input } = sampleOf(name)
    const sample = await input(world)
    const key = SENDERS[name] ?? by
    let caller = await callerOf(world, key)
    const wild = fc.oneof(shaped(operations[name].input as unknown as Schema, idsOf(world)), spoiled(sample))
    await fc.assert(
      fc.asyncProperty(wild, async (value) => {
        const answer = await caller.calls(name, operations[name].kind === 'query' ? flat(value) : value)
        assert.ok(answer.status < 500 || answer.code === 'access.busy', `${answer.status} ${answer.text}`)
        if (answer.status === 200) return
        assert.ok([304, 400, 401, 403, 404, 409, 413, 422, 423, 429].includes(answer.status), String(answer.status))
        assert.match(answer.detail, /[а-яё]/i)
        assert.ok(!/select |insert |syntax|undefined|\[object|null value/i.test(answer.detail), answer.detail)
        if (answer.status === 401) caller = await callerOf(world, key)
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })
}

const flat = (value: unknown): object => (value && typeof value === 'object' && !Array.isArray(value) ? value : { value })
