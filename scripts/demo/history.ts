import { instantOf, type Moment, millisecondsOf } from '#scripts/demo/days.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import { noRows, type TableName } from '#scripts/demo/rows.ts'

export type Json = { [key: string]: string | number | boolean | null | string[] | number[] }

export type OperationRow = {
  id: string
  name: string
  actor_id: string
  about: string | null
  input: Json
  output: Json
  at: string
}

/**
 * One change of one row, told as what differed from the row as it is now:
 * `before` is null when this change made the row, `after` is null when nothing differs any more.
 */
export type Story = { row_id: string; operation_id: string; before: Json | null; after: Json | null }

/** What was done by whom and when, gathered while the school is built. */
export type History = {
  operations: OperationRow[]
  /** Told row by row; the changes of one row stand in the order in which they happened. */
  stories: Record<TableName, Story[]>
  operation(told: { name: string; actorId: string; about: string | null; moment: Moment; input?: Json; output?: Json }): string
  tell(table: TableName, rowId: string, operationId: string, before: Json | null, after?: Json | null): void
}

const nothing: Json = {}

export function makeHistory(ids: Ids): History {
  const operations: OperationRow[] = []
  const stories: Record<TableName, Story[]> = noRows() as Record<TableName, never[]>
  return {
    operations,
    stories,
    operation({ name, actorId, about, moment, input = nothing, output = nothing }) {
      const id = ids.at(millisecondsOf(moment))
      operations.push({ id, name, actor_id: actorId, about, input, output, at: instantOf(moment) })
      return id
    },
    tell(table, rowId, operationId, before, after = null) {
      stories[table].push({ row_id: rowId, operation_id: operationId, before, after })
    },
  }
}
