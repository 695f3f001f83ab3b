import { count } from '#domain/platform/texts.ts'
import type { Policies, PolicyKey } from './policies.ts'
import { policyTexts } from './texts.ru.ts'

export const unlimited = 'Без ограничения'

/** A value of a rule of the school in words: «90 минут», «до закрытия периода», «да». */
export function policyValueText<K extends PolicyKey>(key: K, value: Policies[K]): string {
  const { unit, nothing, choices } = policyTexts[key]
  if (typeof value === 'boolean') return value ? 'Да' : 'Нет'
  if (value === null) return nothing ?? unlimited
  return choices?.[String(value)] ?? (unit ? count(value as number, ...unit) : String(value))
}
