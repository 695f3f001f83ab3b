import type { Output } from '#domain/operations.ts'

export type Issued = Output<'access.createAccounts'>['issued'][number]
export type By = 'password' | 'link'
/** Somebody to be given a way in. */
export type Recipient = { personId: string; account: boolean }

/** As many as the server makes in about a second: the bar moves, and a lost answer loses few. */
export const BATCH = 25

export type Batch = { create: boolean; personIds: string[] }

/** The work cut into batches: accounts to be made first, then passwords to be replaced. Nobody is in two of them. */
export function batchesOf(recipients: readonly Recipient[]): Batch[] {
  const batches: Batch[] = []
  for (const create of [true, false]) {
    const ids = [...new Set(recipients.filter(({ account }) => account !== create).map(({ personId }) => personId))]
    for (let from = 0; from < ids.length; from += BATCH) batches.push({ create, personIds: ids.slice(from, from + BATCH) })
  }
  return batches
}

/** Slips in the order in which they are handed out: a class after the other, a child and then the family. */
export function bySheets<S extends Issued & { sheet: string }>(slips: readonly S[]): { sheet: string; slips: S[] }[] {
  const sheets = new Map<string, S[]>()
  for (const slip of slips) sheets.set(slip.sheet, [...(sheets.get(slip.sheet) ?? []), slip])
  return [...sheets]
    .sort(([a], [b]) => a.localeCompare(b, 'ru', { numeric: true }))
    .map(([sheet, own]) => ({ sheet, slips: own.toSorted((a, b) => a.name.localeCompare(b.name, 'ru')) }))
}
