import { type ReadTx, sql } from '#server/platform/db.ts'
import { Erased } from './erased.ts'
import type { Findings } from './findings.ts'
import { goneOf } from './tableStatements.ts'
import {
  emptyTree,
  frontierFrom,
  grown,
  hashOfSeal,
  leafOf,
  piecesOf,
  rootOf,
  type SealRow,
  sha256,
  type Tree,
  WAY,
} from './tree.ts'
import type { Reading, Seen } from './verify.ts'

const LEAVES = 200
const CHANGES = 2_000

type Leaf = {
  idx: number
  kind: 'operation' | 'changes' | 'rows'
  operation_id: string | null
  name: string
  at: string
  changes: number[]
  digests: Buffer
  digest: Buffer | null
  leaf: Buffer
  told: string
  operation: string | null
  session_id: string | null
}
type Changed = {
  id: number
  told: string | null
  table_name: string
  row_id: string
  operation_id: string
  before: object | null
  after: object | null
}
type Work = { seal: SealRow; seen: Seen; findings: Findings; told: (done: number) => void }

/** Goes along the leaves up to a seal: each against its text and its rows, and the tree they make against every seal on the way. */
export async function checkLeaves(
  read: Reading,
  { seal, seen, findings, told }: Work,
): Promise<{ operations: number; changes: number }> {
  const seals = new Seals(findings)
  const erased = await read(Erased.load)
  const looked = { operations: 0, changes: 0 }
  let next = 0
  let tree: Tree | null = emptyTree
  await seals.upTo(read, tree, seal.number)
  while (next < seal.size) {
    const leaves = await read((tx) => leavesFrom(tx, next, Math.min(next + LEAVES, seal.size)))
    for (let at = next; at < Math.min(next + LEAVES, seal.size); at++) {
      const leaf = leaves.get(at)
      if (!leaf) findings.add({ kind: 'missingLeaf', idx: at })
      else {
        const right = leafOf(leaf.told).equals(leaf.leaf)
        if (!right)
          findings.add({
            kind: 'changedLeaf',
            idx: at,
            operationId: leaf.operation_id ?? undefined,
            at: leaf.at,
            name: leaf.name,
          })
        if (leaf.kind === 'operation') {
          looked.operations++
          checkOperation(leaf, erased, findings)
        }
      }
      // Behind a leaf that is gone nothing can be told of the tree until the next seal.
      tree = tree && leaf ? grown(tree, leaf.leaf) : null
      tree = await seals.at(read, at + 1, tree)
    }
    const whole = [...leaves.values()]
    looked.changes += await checkChanges(read, whole, { seen, findings, erased })
    next += LEAVES
    told(Math.min(next, seal.size))
  }
  return looked
}

const leavesFrom = async (tx: ReadTx, from: number, to: number): Promise<Map<number, Leaf>> => {
  const rows = await tx.rows<Leaf>(sql`
    select l.idx, l.kind, l.operation_id, l.name, l.at, to_json(l.changes) as changes, l.digests, l.digest, l.leaf, l.session_id,
      jsonb_build_array(l.idx, l.kind, l.at, l.name, l.operation_id, l.actor_id, l.session_id, l.about, l.table_name, encode(l.digest, 'hex'),
        l.changes, l.row_ids, encode(l.digests, 'hex'))::text as told,
      (select jsonb_build_array(o.id, o.name, o.actor_id, o.session_id, o.about, o.input, o.output, o.at)::text
        from operation o where o.school_id = l.school_id and o.id = l.operation_id limit 1) as operation
    from log_leaf l where l.school_id = current_school() and l.idx >= ${from} and l.idx < ${to}`)
  return new Map(rows.map((row) => [row.idx, row]))
}

function checkOperation(leaf: Leaf, erased: Erased, findings: Findings): void {
  const { idx, operation_id, at, name } = leaf
  const place = { idx, operationId: operation_id!, at, name }
  if (leaf.operation === null) findings.add({ kind: 'missingOperation', ...place })
  else {
    const now = sha256(WAY, leaf.operation)
    if (leaf.digest && !now.equals(leaf.digest))
      findings.add({ kind: erased.explains(operation_id!, now) ? 'erasedOperation' : 'changedOperation', ...place })
  }
}

async function checkChanges(
  read: Reading,
  leaves: readonly Leaf[],
  { seen, findings, erased }: { seen: Seen; findings: Findings; erased: Erased },
): Promise<number> {
  const wanted = leaves.flatMap(({ idx, changes, digests, operation_id, name, at }) => {
    const pieces = piecesOf(digests)
    return changes.map((id, i) => ({ id, digest: pieces[i]!, idx, operationId: operation_id ?? undefined, name, at }))
  })
  for (let from = 0; from < wanted.length; from += CHANGES) {
    const part = wanted.slice(from, from + CHANGES)
    const rows = await read((tx) =>
      tx.rows<Changed>(sql`
        select id, table_name, row_id, operation_id, before, after,
          jsonb_build_array(id, operation_id, table_name, row_id, before, after)::text as told
        from change where school_id = current_school() and id = any(${part.map(({ id }) => id)}::bigint[])`),
    )
    const known = new Map(rows.map((row) => [row.id, row]))
    for (const { id, digest, ...place } of part) {
      seen.add(id)
      const row = known.get(id)
      if (!row) {
        findings.add({ kind: 'missingChange', ...place })
        continue
      }
      const now = sha256(WAY, row.told!)
      if (now.equals(digest)) continue
      const found = { ...place, operationId: row.operation_id, table: row.table_name, rowId: row.row_id }
      findings.add({ kind: erased.explains(id, now) ? 'erasedChange' : 'changedChange', ...found })
    }
    const came = Map.groupBy(
      rows.filter(({ before }) => before === null),
      ({ table_name }) => table_name,
    )
    for (const [table, inserted] of came) {
      const gone = await read((tx) =>
        tx.rows<{ id: string }>(
          goneOf(
            table,
            inserted.map(({ row_id }) => row_id),
          ),
        ),
      )
      for (const { id } of gone) findings.add({ kind: 'missingRow', table, rowId: id })
    }
  }
  return wanted.length
}

/** The seals in their order, each met when the tree has its size. */
class Seals {
  private readonly findings: Findings
  private waiting: SealRow[] = []
  private last: SealRow | null = null
  private until = 0
  constructor(findings: Findings) {
    this.findings = findings
  }

  async upTo(read: Reading, tree: Tree, number: number): Promise<void> {
    this.until = number
    await this.at(read, 0, tree)
  }

  /** Compares the tree of this size with the seals that speak of it. Where it is another one, the tree goes on from what was sealed. */
  async at(read: Reading, size: number, tree: Tree | null): Promise<Tree | null> {
    let standing = tree
    for (;;) {
      if (this.waiting.length === 0) await this.fetch(read)
      const seal = this.waiting[0]
      if (!seal || seal.size > size) return standing
      this.waiting.shift()
      const from = this.last?.size ?? 0
      const broken = !hashOfSeal(seal).equals(seal.hash) || !seal.previous.equals(this.last?.hash ?? Buffer.alloc(32))
      if (broken || seal.number !== (this.last?.number ?? -1) + 1) this.findings.add({ kind: 'changedSeal', seal: seal.number })
      if (seal.size === size && standing && !rootOf(standing).equals(seal.root))
        this.findings.add({ kind: 'otherRoot', seal: seal.number, from, to: seal.size - 1 })
      if (seal.size === size) standing = { size, frontier: frontierFrom(seal.frontier) }
      this.last = seal
    }
  }

  private async fetch(read: Reading): Promise<void> {
    const after = this.last?.number ?? -1
    if (after >= this.until) return
    this.waiting = await read((tx) =>
      tx.rows<SealRow>(sql`
        select number, size, root, frontier, previous, hash, change_mark, origin, at::text from log_seal
        where school_id = current_school() and number > ${after} and number <= ${this.until} order by number limit 500`),
    )
  }
}
