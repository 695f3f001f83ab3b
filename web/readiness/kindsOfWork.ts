import type { Output } from '#domain/operations.ts'
import type { usage } from './texts.ru.ts'

type Kind = keyof typeof usage.kindsOfWork

const kinds: [RegExp, Kind][] = [
  [/^marks\.set/, 'marks'],
  [/^marks\./, 'works'],
  [/^attendance\./, 'attendance'],
  [/^journal\./, 'topics'],
  [/^homework\./, 'homework'],
  [/^(people|classes|consents|exchange)\./, 'people'],
  [/^(calendar|curriculum|timetable|school|readiness)\./, 'year'],
]

/** Operations counted by what people call such work, the most frequent first. */
export function kindsOfWork(operations: Output<'readiness.usage'>['operations']): { kind: Kind; count: number }[] {
  const counts = new Map<Kind, number>()
  for (const { name, count } of operations) {
    const kind = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
    counts.set(kind, (counts.get(kind) ?? 0) + count)
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count)
}
