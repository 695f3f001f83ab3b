import { useEffect, useRef, useState } from 'react'
import { invalidate } from '#web/platform/queries.ts'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import type { StepProps } from './StepScreen.tsx'

export type StepForm<V> = {
  value: V
  setValue: (value: V) => void
  changed: boolean
  saving: boolean
  problem: string | null
  /** Saves what is typed and goes on; without changes only goes on. */
  submit: () => Promise<void>
  reset: () => void
  /** It has been saved: goes on. */
  finish: () => Promise<void>
}

/**
 * What a step keeps while it is typed: the value beside the one that stood when typing began, which the server gets as `expected`. A change
 * by somebody else is shown at once as long as nothing is typed here.
 */
export function useStepForm<V>(
  { onDirty, onDone }: Pick<StepProps, 'onDirty' | 'onDone'>,
  standing: V,
  { save, saved }: { save: (value: V, expected: V) => Promise<unknown>; saved: string },
): StepForm<V> {
  const [typed, setTyped] = useState<V | null>(null)
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const seen = useRef(standing)
  if (typed === null) seen.current = standing
  const value = typed ?? standing
  const changed = typed !== null && JSON.stringify(typed) !== JSON.stringify(seen.current)
  useEffect(() => onDirty(changed), [changed, onDirty])
  const finish = async () => {
    await invalidate(['calendar.years', 'calendar.yearPlan', 'calendar.year'])
    toast(saved)
    setTyped(null)
    onDone()
  }
  const submit = async () => {
    if (!changed) return onDone()
    setSaving(true)
    setProblem(null)
    try {
      await save(value, seen.current)
      await finish()
    } catch (error) {
      if (error !== STAY) setProblem(sentenceOf(error as Error))
    }
    setSaving(false)
  }
  return { value, setValue: setTyped, changed, saving, problem, submit, reset: () => setTyped(null), finish }
}

/** Thrown by a save that asks first: the step stays as it is. */
export const STAY = new Error('the person is asked first')
