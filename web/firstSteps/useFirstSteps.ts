import { useEffect } from 'react'
import { invalidate, useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { type FirstStep, firstStepsOf, nextOf } from './firstSteps.ts'

/**
 * The first steps of a school that begins, for who leads it through them; null to others, and when they have been put away. Counted anew
 * when `after` becomes something else.
 */
export function useFirstSteps(after?: unknown): {
  steps: FirstStep[]
  done: number
  next: FirstStep | undefined
  refetchCard: () => void
} | null {
  const leads = useCan()('school.finishSetUp', { kind: 'school' })
  const card = useQuery('school.card', {}, { enabled: leads })
  const begins = leads && card.data !== undefined && card.data.setUpAt === null
  const { data } = useQuery('readiness.board', {}, { enabled: begins })
  // Whoever comes back from a step, or has done something of it here, sees it done, however quick they were.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `after` is what it waits for
  useEffect(() => {
    if (begins) void invalidate(['readiness.board'])
  }, [begins, after])
  if (!begins || !data) return null
  const steps = firstStepsOf(data)
  const done = steps.filter(({ percent }) => percent === 100).length
  return { steps, done, next: nextOf(steps), refetchCard: card.refetch }
}
