import { type Level, levels } from './sheet.ts'

export const loadViews = ['classes', 'vacancies', 'teachers', 'subjects'] as const
export type LoadView = (typeof loadViews)[number]
export type PlanPlace = { year: string | null; level: Level }
export type LoadPlace = { year: string | null; view: LoadView; of: string | null; date: string | null }

const oneOf = <W extends string>(words: readonly W[], word: string | null): W => words.find((one) => one === word) ?? words[0]!

/** Which year and which grades the plan is shown for. */
export function planPlaceOf(search: string): PlanPlace {
  const asked = new URLSearchParams(search)
  return { year: asked.get('year'), level: oneOf(levels, asked.get('level')) }
}

export const planAddress = ({ year, level }: PlanPlace): string =>
  withSearch('/school/curriculum', { year, level: level === 'all' ? null : level })

/** Which view of the load, on which day, and of which class or teacher. */
export function loadPlaceOf(search: string): LoadPlace {
  const asked = new URLSearchParams(search)
  return { year: asked.get('year'), view: oneOf(loadViews, asked.get('view')), of: asked.get('of'), date: asked.get('date') }
}

export const loadAddress = ({ view, ...rest }: LoadPlace): string =>
  withSearch('/school/load', { view: view === 'classes' ? null : view, ...rest })

function withSearch(path: string, fields: Record<string, string | null>): string {
  const search = new URLSearchParams(Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [[key, value]])))
  return search.size > 0 ? `${path}?${search}` : path
}
