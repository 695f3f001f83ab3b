import type { PolicyKey } from '#domain/school/policies.ts'
import { type PolicyRule, policyBook } from '#domain/school/policyBook.ts'

export const ruleOf = (key: PolicyKey): PolicyRule => policyBook[key]
