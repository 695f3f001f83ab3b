import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emptyTree, frontierBytes, frontierFrom, grown, leafOf, rootOf, sha256 } from './tree.ts'

/** The definition of RFC 6962, word by word: MTH(D[n]) = H(1 ‖ MTH(D[0:k]) ‖ MTH(D[k:n])), k the largest power of two below n. */
function rootByDefinition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256('')
  if (leaves.length === 1) return leaves[0]!
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha256(Buffer.from([1]), rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k)))
}
const leaves = (n: number) => Array.from({ length: n }, (_, i) => leafOf(String(i)))

test('the tree that grows leaf by leaf has the root that RFC 6962 defines [R053]', () => {
  let tree = emptyTree
  for (let n = 0; n <= 130; n++) {
    assert.deepEqual(rootOf(tree), rootByDefinition(leaves(n)), `${n} leaves`)
    tree = grown(tree, leafOf(String(n)))
  }
})

test('a tree taken up again from its frontier goes on as if nothing had been between [R053]', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(40), (before, after) => {
      const whole = leaves(before + after).reduce(grown, emptyTree)
      const first = leaves(before).reduce(grown, emptyTree)
      const again = { size: first.size, frontier: frontierFrom(frontierBytes(first)) }
      assert.deepEqual(
        rootOf(
          leaves(before + after)
            .slice(before)
            .reduce(grown, again),
        ),
        rootOf(whole),
      )
    }),
    { numRuns: 60 },
  )
})

test('another leaf anywhere is another root [R053]', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(), (size, place) => {
      const told = leaves(size)
      const forged = told.with(place % size, leafOf('forged'))
      assert.notDeepEqual(rootOf(forged.reduce(grown, emptyTree)), rootOf(told.reduce(grown, emptyTree)))
    }),
    { numRuns: 60 },
  )
})
