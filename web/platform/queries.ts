import { keepPreviousData, type QueryKey, useQuery as useTanStackQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Input, Output, QueryName } from '#domain/operations.ts'
import { call, Offline, Problem } from './client.ts'
import { keepCopy, keptCopy } from './kept.ts'
import { queryClient } from './queryClient.ts'
import { personNow } from './sessionState.ts'

/** An answer, and since when it is only a copy: null when it came from the server just now. */
type Answer<N extends QueryName> = { output: Output<N>; keptAt: string | null; at: string }

type QueryOptions = {
  enabled?: boolean
  /** Keep a copy on the device, readable without a network. */
  keep?: boolean
  /** While another input is being asked for, go on showing the answer to the previous one. */
  previous?: boolean
}

export type QueryState<N extends QueryName> = {
  data: Output<N> | undefined
  error: Problem | Offline | null
  /** Nothing to show yet. */
  loading: boolean
  /** Asking, with something to show already. */
  refreshing: boolean
  /** The moment of the copy shown because the server cannot be reached, or null. */
  keptAt: string | null
  refetch(): void
}

/** Reads through an operation; asks again after live hints, on return to the page and when the network is back. */
export function useQuery<N extends QueryName>(name: N, input: Input<N>, options: QueryOptions = {}): QueryState<N> {
  const { enabled = true, keep = false, previous = false } = options
  const query = useTanStackQuery<Answer<N>>({
    queryKey: queryKey(name, input),
    queryFn: ({ signal }) => ask(name, input, keep, signal),
    enabled,
    ...(previous ? { placeholderData: keepPreviousData } : {}),
    // A copy is on the screen: the network may be back any moment, events of the browser do not tell it reliably.
    refetchInterval: ({ state }) => (state.data?.keptAt || state.error instanceof Offline ? 15_000 : false),
  })
  const { refetch } = query
  return {
    data: query.data?.output,
    error: query.data && query.error instanceof Offline ? null : asFailure(query.error),
    loading: query.isPending && enabled,
    refreshing: query.isFetching && !query.isPending,
    keptAt: query.data?.keptAt ?? null,
    refetch: useCallback(() => void refetch(), [refetch]),
  }
}

/** The key of a query: its name and its input. */
export const queryKey = <N extends QueryName>(name: N, input: Input<N>): QueryKey => [name, input]

/** Changes an answer that is on the screen, before the server has said anything. Nothing happens when there is none. */
export function patchQuery<N extends QueryName>(name: N, input: Input<N>, patch: (output: Output<N>) => Output<N>): void {
  queryClient.setQueryData<Answer<N>>(queryKey(name, input), (answer) => answer && { ...answer, output: patch(answer.output) })
}

/** Asks again for every answer of these operations; `matching` narrows by the input. */
export function invalidate(
  names: readonly QueryName[],
  matching: (input: Record<string, unknown>) => boolean = () => true,
): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [name, input] }) =>
      names.includes(name as QueryName) && matching((input ?? {}) as Record<string, unknown>),
  })
}

async function ask<N extends QueryName>(name: N, input: Input<N>, keep: boolean, signal: AbortSignal): Promise<Answer<N>> {
  const key = queryKey(name, input)
  const personId = personNow()
  if (keep && personId && !queryClient.getQueryData(key)) {
    const copy = await keptCopy(personId, name, input)
    // Shown at once; the answer on its way replaces it, or its age is named.
    if (copy)
      queryClient.setQueryData<Answer<N>>(key, { output: copy.value as Output<N>, keptAt: null, at: copy.at }, { updatedAt: 1 })
  }
  try {
    const output = await call(name, input, { signal, ...(keep ? { timeout: 10_000 } : {}) })
    if (keep && personId) void keepCopy(personId, name, input, output)
    return { output, keptAt: null, at: new Date().toISOString() }
  } catch (error) {
    const shown = queryClient.getQueryData<Answer<N>>(key)
    if (error instanceof Offline && shown) return { ...shown, keptAt: shown.at }
    throw error
  }
}

const asFailure = (error: Error | null): Problem | Offline | null =>
  error instanceof Problem || error instanceof Offline ? error : error ? new Offline() : null
