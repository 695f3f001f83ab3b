import T, { type TSchema } from 'typebox'
import { Nullable, Obj, OneOf } from '#domain/platform/schema.ts'
import type { Policies } from './policies.ts'
import { type PolicyRule, policyBook } from './policyBook.ts'

const shapeOf = (rule: PolicyRule): TSchema => {
  if (rule.kind === 'yesNo') return T.Boolean()
  if (rule.kind === 'number') return rule.orNothing ? Nullable(T.Integer()) : T.Integer()
  return rule.choices.every((one) => typeof one === 'number') ? T.Integer() : OneOf(...(rule.choices as string[]))
}

/** Every policy with its value, as it travels. */
export const PoliciesShape = T.Unsafe<Policies>(
  Obj(Object.fromEntries(Object.entries(policyBook).map(([key, rule]) => [key, shapeOf(rule)]))),
)
