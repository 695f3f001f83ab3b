import type { Static, TSchema } from 'typebox'

/** What an operation is about: authorization asks for it, live updates are keyed on it. */
export type SubjectKind =
  | 'school'
  | 'class'
  | 'person'
  | 'course'
  | 'lesson'
  | 'student'
  | 'file'
  | 'account'
  | 'session'
  | 'training'
  | 'urgent'

export type Contract<
  Name extends string = string,
  Kind extends 'command' | 'query' = 'command' | 'query',
  Subject extends SubjectKind = SubjectKind,
  Input extends TSchema = TSchema,
  Output extends TSchema = TSchema,
> = {
  name: Name
  kind: Kind
  subject: Subject
  input: Input
  output: Output
  /** For integrators, in OpenAPI: what it does, its edges, its refusals. */
  description: string
  /** Names of fields, of the input or of the answer, that are never written down. */
  secret?: readonly string[]
}

type Parts<Subject extends SubjectKind, Input extends TSchema, Output extends TSchema> = {
  subject: Subject
  input: Input
  output: Output
  description: string
  secret?: readonly string[]
}

/** Declares an operation that changes something. Runs through `execute()`, once per operation id. */
export const command = <const Name extends string, Subject extends SubjectKind, Input extends TSchema, Output extends TSchema>(
  name: Name,
  parts: Parts<Subject, Input, Output>,
): Contract<Name, 'command', Subject, Input, Output> => ({ name, kind: 'command', ...parts })

/** Declares an operation that only reads. Its input must be flat strings and integers: it travels in the address. */
export const query = <const Name extends string, Subject extends SubjectKind, Input extends TSchema, Output extends TSchema>(
  name: Name,
  parts: Parts<Subject, Input, Output>,
): Contract<Name, 'query', Subject, Input, Output> => ({ name, kind: 'query', ...parts })

export type InputOf<C> =
  C extends Contract<string, 'command' | 'query', SubjectKind, infer Input, TSchema> ? Static<Input> : never
export type OutputOf<C> =
  C extends Contract<string, 'command' | 'query', SubjectKind, TSchema, infer Output> ? Static<Output> : never
export type SubjectOf<C> = C extends Contract<string, 'command' | 'query', infer Subject, TSchema, TSchema> ? Subject : never
