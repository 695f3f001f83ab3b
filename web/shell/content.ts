import { type ComponentType, useEffect, useState } from 'react'
import { matchRoute, useLocation, useRouter } from 'wouter'
import type { Screen } from '#web/platform/screens.ts'
import { fetchOnce, fetchPart } from '#web/ui/lazyPart.ts'

const fetched = new Map<Screen, ComponentType>()

/**
 * What a screen shows, or null until it has been fetched. React's own `lazy` would do, but it shows what has come not before 300 ms have
 * passed since it showed that something is awaited, and only then does the screen ask for its data.
 */
export function useContent(screen: Screen): ComponentType | null {
  const [, setCame] = useState<Screen | null>(null)
  const [failure, setFailure] = useState<{ error: unknown } | null>(null)
  useEffect(() => {
    if (fetched.has(screen)) return
    let left = false
    fetchPart(() => screen.load()).then(
      ({ default: content }) => {
        fetched.set(screen, content)
        if (!left) setCame(screen)
      },
      (error: unknown) => left || setFailure({ error }),
    )
    return () => {
      left = true
    }
  }, [screen])
  if (failure) throw failure.error
  return fetched.get(screen) ?? null
}

/** Fetches a screen before it is shown; when that fails, whoever shows it tries again. */
export async function fetchAhead(screen: Screen): Promise<void> {
  try {
    fetched.set(screen, (await fetchOnce(() => screen.load())).default)
  } catch {
    // No network, or none of this version any more: said when the screen is opened.
  }
}

/**
 * Fetches the screen of the address while the server is still asked whose page it is. Not of «/»: where that leads is the person's own
 * beginning.
 */
export function useFetchedAhead(screens: readonly Screen[]): void {
  const [path] = useLocation()
  const { parser } = useRouter()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the address the page was opened at
  useEffect(() => {
    const screen = path === '/' ? undefined : screens.find((one) => matchRoute(parser, one.path, path)[0])
    if (screen) void fetchAhead(screen)
  }, [])
}
