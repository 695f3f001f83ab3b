// What the browsers of Windows 7 (Chrome 109) and of phones with Safari 16 do not have yet, and we use. Loaded before everything else.
// tests/oldBrowsers.test.ts refuses whatever else is newer than they are.

type Group = typeof Map.groupBy

function lacking(on: object, name: string, value: unknown): void {
  if (!(name in on)) Object.defineProperty(on, name, { value, writable: true, configurable: true })
}

lacking(Array.prototype, 'toSorted', function <T>(this: T[], compare?: (a: T, b: T) => number) {
  return [...this].sort(compare)
})
lacking(Array.prototype, 'toReversed', function <T>(this: T[]) {
  return [...this].reverse()
})
lacking(Map, 'groupBy', (<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K) => {
  const groups = new Map<K, T[]>()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index++)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}) as Group)
