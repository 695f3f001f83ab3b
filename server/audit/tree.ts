import { hash } from 'node:crypto'

/** Names the way of hashing in front of whatever is hashed: a later way gets another name, and old leaves stay verifiable. */
export const WAY = 'zv1'
const BYTES = 32

export const sha256 = (...parts: (Buffer | string)[]): Buffer =>
  hash('sha256', Buffer.concat(parts.map((part) => Buffer.from(part as string))), 'buffer')

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])
const SEAL = Buffer.from([2])

/** The hash of a leaf from its text, as the database writes it. */
export const leafOf = (text: string): Buffer => sha256(LEAF, WAY, text)

/**
 * A Merkle tree of RFC 6962 that only grows, kept as the roots of its perfect subtrees, the largest first: adding a leaf and telling the
 * root take as many hashes as the size has binary digits.
 */
export type Tree = { size: number; frontier: Buffer[] }
export const emptyTree: Tree = { size: 0, frontier: [] }

/** The tree with one leaf more. */
export function grown({ size, frontier }: Tree, leaf: Buffer): Tree {
  const roots = [...frontier]
  let node = leaf
  for (let left = size; left % 2 === 1; left = Math.floor(left / 2)) node = sha256(NODE, roots.pop()!, node)
  return { size: size + 1, frontier: [...roots, node] }
}

/** The root over all leaves; of no leaves, the hash of nothing. */
export const rootOf = ({ frontier }: Tree): Buffer =>
  frontier.length === 0 ? sha256('') : frontier.reduceRight((right, left) => sha256(NODE, left, right))

export const frontierBytes = ({ frontier }: Tree): Buffer => Buffer.concat(frontier)
export const frontierFrom = (bytes: Buffer): Buffer[] => piecesOf(bytes)

/** Hashes that lie one behind another. */
export const piecesOf = (bytes: Buffer): Buffer[] =>
  Array.from({ length: bytes.length / BYTES }, (_, i) => bytes.subarray(i * BYTES, (i + 1) * BYTES))

export type SealRow = {
  number: number
  size: number
  root: Buffer
  frontier: Buffer
  previous: Buffer
  hash: Buffer
  change_mark: number
  origin: string
  /** As the database writes it in UTC, to the microsecond. */
  at: string
}

/** What a seal says, and which seal it follows, under one hash. */
export const hashOfSeal = (seal: Omit<SealRow, 'hash'>): Buffer =>
  sha256(
    SEAL,
    WAY,
    JSON.stringify([
      seal.number,
      seal.size,
      seal.root.toString('hex'),
      seal.frontier.toString('hex'),
      seal.previous.toString('hex'),
      seal.change_mark,
      seal.origin,
      seal.at,
    ]),
  )
