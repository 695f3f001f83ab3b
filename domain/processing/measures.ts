import type { Policies } from '#domain/school/policies.ts'

/**
 * What the product does by itself: where one sees it, and whether it is in force in this school. Null:
 * it always is. What no program can do stands in `schoolMeasures`.
 */
type Own = { at: string | null; inForce: ((policies: Policies) => boolean) | null }

export const ownMeasures = {
  accounts: { at: '/accounts', inForce: null },
  secondFactor: { at: '/school/policies', inForce: (policies) => policies['access.secondFactor'] !== 'off' },
  rights: { at: '/school/roles', inForce: null },
  guesses: { at: null, inForce: null },
  idle: { at: '/school/policies', inForce: null },
  passwords: { at: null, inForce: null },
  wall: { at: null, inForce: null },
  history: { at: null, inForce: null },
  nothingDeleted: { at: null, inForce: null },
  minimal: {
    at: '/school/policies',
    inForce: (policies) => !policies['people.phones'] && !policies['people.emails'] && !policies['people.addresses'],
  },
  noForeign: { at: null, inForce: null },
  files: { at: null, inForce: null },
  compromise: { at: '/accounts', inForce: null },
} as const satisfies Record<string, Own> // biome-ignore format: one glance
export type OwnMeasure = keyof typeof ownMeasures

/** What the school does outside the product, and ticks with a date and an act. Each names its clause in the texts. */
export const schoolMeasures = [
  'responsible', 'policy', 'published', 'admitted', 'instructed', 'level', 'threats', 'harm', 'notice', 'contract', 'antivirus', 'premises',
  'workplaces', 'channel', 'updates', 'copies', 'media', 'incident', 'destruction', 'control',
] as const // biome-ignore format: one glance
export type SchoolMeasure = (typeof schoolMeasures)[number]
