import { count } from '#domain/platform/texts.ts'
import type { Policies, PolicyKey } from '#domain/school/policies.ts'
import { type PolicyRule, policyBook } from '#domain/school/policyBook.ts'
import { policyTexts } from '#domain/school/texts.ru.ts'
import * as texts from './texts.ru.ts'

/** A value in words: «90 минут», «до закрытия периода», «да». */
export function valueText<K extends PolicyKey>(key: K, value: Policies[K]): string {
  const { unit, nothing, choices } = policyTexts[key]
  if (typeof value === 'boolean') return value ? texts.policies.yes : texts.policies.no
  if (value === null) return nothing ?? texts.policies.unlimited
  return choices?.[String(value)] ?? (unit ? count(value as number, ...unit) : String(value))
}

export const ruleOf = (key: PolicyKey): PolicyRule => policyBook[key]
