import { useCallback, useRef, useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { invalidate, patchQuery } from '#web/platform/queries.ts'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { applied, type Edit, joined, undone } from './sheet.ts'
import * as texts from './texts.ru.ts'

export type Saving = 'saved' | 'saving' | 'offline'

/**
 * Hours as they are typed: shown at once, sent one batch after another, taken back one by one. What the server refuses is read anew; what
 * it did not answer waits for another try.
 */
export function usePlanEdits(input: { schoolYearId?: string }) {
  const { run } = useCommand('curriculum.setHours')
  const [saving, setSaving] = useState<Saving>('saved')
  const waiting = useRef<Edit[]>([])
  const sending = useRef(false)
  const done = useRef<Edit[][]>([])

  const send = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    setSaving('saving')
    let state: Saving = 'saved'
    while (waiting.current.length > 0 && state === 'saved') {
      const batch = joined(waiting.current)
      waiting.current = []
      try {
        await run({ cells: batch })
      } catch (error) {
        if ((error as Error).name === 'Problem') {
          waiting.current = []
          done.current = []
          toast(sentenceOf(error as Error))
          void invalidate(['curriculum.plans'])
        } else {
          waiting.current = joined([...batch, ...waiting.current])
          state = 'offline'
        }
      }
    }
    sending.current = false
    setSaving(state)
  }, [run])

  const write = useCallback(
    (edits: readonly Edit[]) => {
      patchQuery('curriculum.plans', input, (data) => applied(data, edits))
      waiting.current.push(...edits)
      void send()
    },
    [input, send],
  )
  const edit = useCallback(
    (edits: Edit[]) => {
      if (edits.length === 0) return
      done.current.push(edits)
      write(edits)
    },
    [write],
  )
  const undo = useCallback(() => {
    const last = done.current.pop()
    if (!last) return
    write(undone(last))
    toast(texts.plan.undone)
  }, [write])
  return { saving, edit, undo, retry: send }
}
