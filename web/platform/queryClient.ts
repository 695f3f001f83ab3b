import { notifyManager, QueryClient } from '@tanstack/react-query'
import { Problem } from './client.ts'

// What the server has accepted is written into answers before it leaves the queue: both must reach the screen in one painting.
notifyManager.setScheduler(queueMicrotask)

/** Server state of the page. Another person means a full reload, so it never holds data of two. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // We decide ourselves what no network means: a kept copy, or an honest error.
      networkMode: 'always',
      // Live hints and the return of the network ask again; a remount within this time does not.
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status < 500),
      retryDelay: (failures) => 700 * 2 ** failures,
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
    },
  },
})
