import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type DoubleUseKind, doubleUseOf, networkOf, type Use } from './doubleUse.ts'

const policy = { places: 3, placesMinutes: 15, typingMinutes: 2 }
/** «phone@lte 10 t»: the session, its network, the minute, and whether something was entered. */
const use = (text: string): Use => {
  const [place, minute, typed] = text.split(' ')
  const [sessionId, network] = place!.split('@')
  return { sessionId: sessionId!, network: network!, at: Number(minute) * 60_000, typed: typed === 't' }
}

const cases: [string, string[], DoubleUseKind | null][] = [
  ['a phone and a computer at once', ['phone@lte 0', 'desk@home 1', 'phone@lte 2'], null],
  ['a phone that changes its network', ['phone@lte 0 t', 'phone@home 1 t', 'phone@lte 1.5 t'], null],
  ['three devices at home', ['phone@home 0', 'desk@home 1', 'tablet@home 2'], null],
  ['three devices in two networks', ['phone@lte 0', 'desk@home 1', 'tablet@home 2', 'phone@home 3'], null],
  ['three devices in three networks', ['phone@lte 0', 'desk@home 10', 'work@office 15'], 'places'],
  ['the same a minute too late', ['phone@lte 0', 'desk@home 10', 'work@office 16'], null],
  ['a phone in three networks beside a computer', ['phone@a 0', 'phone@b 1', 'phone@c 2', 'desk@home 3'], null],
  ['a phone seen at home and outside, and two more', ['phone@home 0', 'desk@home 1', 'phone@lte 2', 'work@office 3'], 'places'],
  ['from the computer to the phone', ['desk@school 0 t', 'phone@lte 1 t'], null],
  ['from the computer to the phone and back', ['desk@school 0 t', 'phone@lte 1 t', 'desk@school 2 t'], 'byTurns'],
  ['the same, but one only looks', ['desk@school 0 t', 'phone@lte 1', 'desk@school 2 t'], null],
  ['the same in one network', ['desk@school 0 t', 'phone@school 1 t', 'desk@school 2 t'], null],
  ['the same more slowly', ['desk@school 0 t', 'phone@lte 1 t', 'desk@school 2.5 t'], null],
  ['nobody at all', [], null],
]
for (const [name, uses, wanted] of cases)
  test(`one account, ${name}: ${wanted ? 'the owner is asked' : 'one person'} [R045]`, () => {
    assert.equal(doubleUseOf(uses.map(use), policy), wanted)
  })

test('a school that does not look finds nothing [R045]', () => {
  const uses = ['desk@school 0 t', 'phone@lte 1 t', 'desk@school 2 t', 'work@office 2 t'].map(use)
  assert.equal(doubleUseOf(uses, { places: null, placesMinutes: 15, typingMinutes: null }), null)
})

const networks: [string, string][] = [
  ['95.24.17.8', '95.24.17'],
  ['::ffff:95.24.17.200', '95.24.17'],
  ['10.1.2.3', 'inside'],
  ['192.168.0.7', 'inside'],
  ['172.31.9.1', 'inside'],
  ['172.32.9.1', '172.32.9'],
  ['127.0.0.1', 'inside'],
  ['::1', 'inside'],
  ['fd12:3456::1', 'inside'],
  ['fe80::1', 'inside'],
  ['2a00:1fa0:4c2:11:aa::5', '2a00:1fa0:4c2'],
  ['2A00:1FA0:04C2:22::6', '2a00:1fa0:4c2'],
  ['2a00::5', '2a00:0:0'],
]
for (const [address, network] of networks)
  test(`${address} is in the network ${network} [R045]`, () => assert.equal(networkOf(address), network))

const anyUse = fc.record({
  sessionId: fc.constantFrom('a', 'b', 'c', 'd'),
  network: fc.constantFrom('w', 'x', 'y', 'z'),
  at: fc.integer({ min: 0, max: 20 * 60_000 }),
  typed: fc.boolean(),
})
const anyUses = fc.array(anyUse, { maxLength: 12 }).map((uses) => uses.sort((one, other) => one.at - other.at))

test('one device, or one network, is always one person [R045]', () => {
  fc.assert(
    fc.property(
      anyUses,
      (uses) =>
        doubleUseOf(
          uses.map((one) => ({ ...one, sessionId: 'a' })),
          policy,
        ) === null,
    ),
  )
  fc.assert(
    fc.property(
      anyUses,
      (uses) =>
        doubleUseOf(
          uses.map((one) => ({ ...one, network: 'w' })),
          policy,
        ) === null,
    ),
  )
})

test('two devices that only look are one person, wherever they are [R045]', () => {
  const two = anyUses.map((uses) => uses.filter(({ sessionId }) => sessionId < 'c').map((one) => ({ ...one, typed: false })))
  fc.assert(fc.property(two, (uses) => doubleUseOf(uses, policy) === null))
})

test('as many places as devices can be paired with networks, by trying every pairing [R045]', () => {
  const most = (sessions: string[], pairs: Set<string>, taken: string): number => {
    const [first, ...rest] = sessions
    if (first === undefined) return 0
    const free = ['w', 'x', 'y', 'z'].filter((network) => pairs.has(first + network) && !taken.includes(network))
    return Math.max(most(rest, pairs, taken), ...free.map((network) => 1 + most(rest, pairs, taken + network)))
  }
  fc.assert(
    fc.property(anyUses, (uses) => {
      const now = Math.max(...uses.map(({ at }) => at))
      const recent = uses.filter(({ at }) => now - at <= 15 * 60_000).map((one) => ({ ...one, typed: false }))
      const pairs = new Set(recent.map(({ sessionId, network }) => sessionId + network))
      const found = doubleUseOf(recent, policy) === 'places'
      assert.equal(found, most(['a', 'b', 'c', 'd'], pairs, '') >= 3)
    }),
  )
})

test('more of the same never makes an account less suspicious [R045]', () => {
  fc.assert(
    fc.property(anyUses, (uses) => {
      const before = doubleUseOf(uses, policy)
      const last = uses.at(-1)
      if (before && last) assert.notEqual(doubleUseOf([...uses, last], policy), null)
    }),
  )
})
