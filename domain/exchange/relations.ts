import type { Kinship } from '#domain/people/rules.ts'
import { type Cell, type Reading, wordOf } from './cells.ts'
import * as words from './vocabulary.ts'

const sexes: { readonly [K in Kinship]?: 'f' | 'm' } = { mother: 'f', father: 'm', stepmother: 'f', stepfather: 'm' }

/** Who an adult is to a child, and the sex when the word tells it. */
export function relationOf(cell: Cell): Reading<{ relation: Kinship; sex: 'f' | 'm' | null }> {
  const word = wordOf(cell)
  if (word === '') return { problem: 'missing' }
  const relation = words.relations[word]
  if (!relation) return { problem: 'notRelation' }
  return { value: { relation, sex: sexes[relation] ?? words.sexOfRelation[word] ?? null } }
}

/** The word for an export. */
export const relationWord = (relation: Kinship): string =>
  Object.entries(words.relations).find(([, one]) => one === relation)?.[0] ?? relation
