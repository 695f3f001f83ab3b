import T, { type Static, type TSchema } from 'typebox'
import type { PlainDate } from './dates.ts'

/** UUID of any row. Rows are named by it everywhere: in addresses, in the history, in the offline queue. */
export const Id = T.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })
export type Id = string

/** 'YYYY-MM-DD' */
export const Day = T.Unsafe<PlainDate>(T.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' }))

/** One line or several lines a person typed: no control characters, nothing that turns the writing direction around. */
export const Text = (maxLength: number, minLength = 0) =>
  T.String({ minLength, maxLength, pattern: '^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f\\u202a-\\u202e\\u2066-\\u2069]*$' })

/** Moment in ISO 8601, UTC. */
export const Moment = T.String()

/** The schema, or null. Written with a list of types: the serializer is fast on it, OpenAPI 3.1 reads it. */
export const Nullable = <S extends TSchema>(schema: S) => {
  const { type, enum: words } = schema as unknown as { type: string; enum?: string[] }
  return T.Unsafe<Static<S> | null>({ ...schema, type: [type, 'null'], ...(words ? { enum: [...words, null] } : {}) })
}

/** One of the words given. */
export const OneOf = <const W extends readonly string[]>(...words: W) => T.Unsafe<W[number]>({ type: 'string', enum: [...words] })

/** An object that takes nothing undeclared. */
export const Obj = <P extends Record<string, TSchema>>(properties: P) => T.Object(properties, { additionalProperties: false })
