import {
  type Capability,
  type CapabilityGroup,
  type Category,
  capabilities,
  capabilityGroups,
  capabilityNames,
} from '#domain/access/capabilities.ts'
import type { Output } from '#domain/operations.ts'
import { capabilityTexts } from './rights.texts.ru.ts'

export type Rights = Output<'access.rights'>
export type RightCellFacts = Rights['cells'][number]
export type RightRow = { capability: Capability; cells: RightCellFacts[] }

/** Has the school decided otherwise than it is by default? */
export const isChanged = ({ has, byDefault }: Pick<RightCellFacts, 'has' | 'byDefault'>): boolean =>
  byDefault !== null && has !== byDefault

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е')

/** Rows by group, those that are searched for; groups without any are left out. Words may stand in any order. */
export function rowsByGroup(
  rights: Pick<Rights, 'cells'>,
  search: string,
  onlyChanged: boolean,
): { group: CapabilityGroup; rows: RightRow[] }[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const cellsOf = Map.groupBy(rights.cells, ({ capability }) => capability)
  const rows = capabilityNames
    .map((capability) => ({ capability, cells: cellsOf.get(capability) ?? [] }))
    .filter(({ capability, cells }) => {
      const name = plain(capabilityTexts[capability])
      return words.every((word) => name.includes(word)) && (!onlyChanged || cells.some(isChanged))
    })
  return capabilityGroups
    .map((group) => ({ group, rows: rows.filter(({ capability }) => capabilities[capability].group === group) }))
    .filter((one) => one.rows.length > 0)
}

/** Who else may do it, of the categories and of the school’s own roles that somebody holds. */
export const othersOf = (rights: Rights, capability: Capability, but: Category): Category[] =>
  rights.cells
    .filter((cell) => cell.capability === capability && cell.has && cell.category !== but)
    .map(({ category }) => category)

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}
/** The place the keyboard goes to from another, kept within the table; null for a key that goes nowhere. */
export function placeAfter(
  key: string,
  [row, column]: readonly [number, number],
  rows: number,
  columns: number,
): [number, number] | null {
  if (key === 'Home') return [row, 0]
  if (key === 'End') return [row, columns - 1]
  const step = steps[key]
  if (!step) return null
  return [Math.min(Math.max(row + step[0], 0), rows - 1), Math.min(Math.max(column + step[1], 0), columns - 1)]
}
