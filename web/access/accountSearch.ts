import type { Input, Output } from '#domain/operations.ts'

export type Person = Output<'access.accounts'>['people'][number]

/** What the list of accounts shows; lives in the address. */
export type AccountSearch = { search: string; kind: 'all' | Person['kind']; order: (typeof orders)[number]; offset: number }

export const kinds = ['all', 'staff', 'student', 'guardian'] as const
export const orders = ['name', 'seldom', 'recent'] as const
/** As many as the server gives at once. */
export const PAGE = 50

/** Reads the address; what makes no sense is left out. */
export function searchOf(query: string): AccountSearch {
  const search = new URLSearchParams(query)
  const kind = kinds.find((known) => known === search.get('kind')) ?? 'all'
  const offset = Number(search.get('offset') ?? 0)
  const order = orders.find((known) => known === search.get('order')) ?? 'name'
  return {
    search: (search.get('search') ?? '').slice(0, 80),
    kind,
    order,
    offset: Number.isInteger(offset) && offset > 0 ? offset : 0,
  }
}

/** Writes the address; defaults are left out. */
export function addressOf({ search, kind, order, offset }: AccountSearch): string {
  const written = new URLSearchParams()
  if (search) written.set('search', search)
  if (kind !== 'all') written.set('kind', kind)
  if (order !== 'name') written.set('order', order)
  if (offset > 0) written.set('offset', String(offset))
  return String(written) ? `/accounts?${written}` : '/accounts'
}

/** The question to the server. */
export const inputOf = ({ search, kind, order, offset }: AccountSearch): Input<'access.accounts'> => ({
  ...(search.trim() ? { search: search.trim() } : {}),
  ...(kind === 'all' ? {} : { kind }),
  ...(order === 'name' ? {} : { order }),
  ...(offset > 0 ? { offset } : {}),
})
