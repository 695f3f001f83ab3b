import { useLocation, useSearch } from 'wouter'

export type Chosen = { personId: string; name: string }

/** Somebody whose card was written a moment ago, to be enrolled here: the address names them. Null for nobody. */
export function useChosen(): { chosen: Chosen | null; forget: () => void } {
  const [path, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const [personId, name] = [search.get('chosen'), search.get('name')]
  const chosen = personId && name ? { personId, name } : null
  return { chosen, forget: () => chosen && navigate(path, { replace: true }) }
}
