import type { ActionKind } from '#domain/audit/rules.ts'
import { actionKinds } from '#domain/audit/rules.ts'
import { isPlainDate } from '#domain/platform/dates.ts'

/** What the log is narrowed to; it stands in the address, so that a finding can be handed on. */
export type LogFilter = {
  who?: string
  whom?: string
  text?: string
  kind?: ActionKind
  from?: string
  to?: string
  actorId?: string
  aboutId?: string
  sessionId?: string
  before?: string
}

const words = ['who', 'whom', 'text'] as const
const ids = ['actorId', 'aboutId', 'sessionId'] as const
const days = ['from', 'to'] as const
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads the filter out of an address; what does not make sense is left out. */
export function filterFrom(search: string): LogFilter {
  const told = new URLSearchParams(search)
  const filter: LogFilter = {}
  for (const key of words) if (told.get(key)?.trim()) filter[key] = told.get(key)!.slice(0, 80)
  for (const key of ids) if (isId.test(told.get(key) ?? '')) filter[key] = told.get(key)!
  for (const key of days) if (isPlainDate(told.get(key) ?? '')) filter[key] = told.get(key)!
  const kind = actionKinds.find((one) => one === told.get('kind'))
  if (kind) filter.kind = kind
  const before = told.get('before')
  if (before && before.length <= 60) filter.before = before
  return filter
}

export const addressOf = (filter: LogFilter): string => {
  const told = new URLSearchParams(Object.entries(filter).filter(([, value]) => value) as [string, string][])
  return told.size > 0 ? `/school/log?${told}` : '/school/log'
}

/** Is anything left out? The page one stands on does not count. */
export const isNarrowed = ({ before: _, ...filter }: LogFilter): boolean => Object.values(filter).some(Boolean)
