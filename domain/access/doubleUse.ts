/** One use of an account: in which session, from which network, when, and whether something was entered. */
export type Use = { sessionId: string; network: string; at: number; typed: boolean }
export type DoubleUseKind = 'places' | 'byTurns'
export type DoubleUsePolicy = { places: number | null; placesMinutes: number; typingMinutes: number | null }

/** After the owner has said «Это я», or the administrator has settled it, nobody is asked again for so many days. */
export const QUIET_DAYS = 30

/**
 * Do these uses of one account, the oldest first, look like more than one person? By turns: two sessions in two networks, one of which
 * entered something before and after the other did. Places: so many devices in as many networks. Null when one person may well have made
 * them: a phone and a computer at once are everyday, and so is a phone that changes its network. [S1 3.13, S4 Р27, З19, К9, У14]
 */
export function doubleUseOf(uses: readonly Use[], policy: DoubleUsePolicy): DoubleUseKind | null {
  const now = Math.max(...uses.map(({ at }) => at))
  const within = (minutes: number) => uses.filter(({ at }) => now - at <= minutes * 60_000)
  if (policy.typingMinutes !== null && typedByTurns(within(policy.typingMinutes))) return 'byTurns'
  if (policy.places !== null && placesOf(within(policy.placesMinutes)) >= policy.places) return 'places'
  return null
}

/** The network of an address: the neighbourhood one provider gives to one house or school; everything inside the school is one. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  const [a, b, c] = plain.split('.')
  if (b !== undefined) {
    const inside =
      a === '10' || a === '127' || (a === '192' && b === '168') || (a === '172' && Number(b) >= 16 && Number(b) <= 31)
    return inside ? 'inside' : `${a}.${b}.${c}`
  }
  if (plain === '::1' || /^f[cd]|^fe[89ab]/.test(plain)) return 'inside'
  return whole(plain).slice(0, 3).join(':')
}

/** The groups of an IPv6 address without the shortcut «::». */
function whole(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const groups = (text: string) => (text ? text.split(':') : [])
  const [before, after] = [groups(head), groups(tail ?? '')]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(zeros).fill('0'), ...after].map((group) => group.replace(/^0+(?=.)/, ''))
}

/** One hand here, another there, the first again: whoever goes from the computer to the phone does not come back within minutes. */
function typedByTurns(uses: readonly Use[]): boolean {
  const typed = uses.filter((use) => use.typed)
  return typed.some((first, i) => {
    const other = typed.findIndex((use, j) => j > i && use.sessionId !== first.sessionId && use.network !== first.network)
    return other > 0 && typed.slice(other).some(({ sessionId }) => sessionId === first.sessionId)
  })
}

/** How many devices can be told apart that are in as many networks: no device and no network is counted twice. */
function placesOf(uses: readonly Use[]): number {
  const networksOf = new Map<string, Set<string>>()
  for (const { sessionId, network } of uses) networksOf.set(sessionId, (networksOf.get(sessionId) ?? new Set()).add(network))
  const takenBy = new Map<string, string>()
  const settles = (sessionId: string, asked: Set<string>): boolean => {
    for (const network of networksOf.get(sessionId)!) {
      if (asked.has(network)) continue
      asked.add(network)
      const holder = takenBy.get(network)
      if (holder !== undefined && !settles(holder, asked)) continue
      takenBy.set(network, sessionId)
      return true
    }
    return false
  }
  return [...networksOf.keys()].filter((sessionId) => settles(sessionId, new Set())).length
}
