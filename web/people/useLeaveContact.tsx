import { type ReactNode, useState } from 'react'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import * as texts from './texts.ru.ts'

/**
 * A phone in a free comment, when the school keeps no phones: the server says so first, and then its author may leave it. `send` is given
 * the author's word; `field` is the tick, shown once it was asked for.
 */
export function useLeaveContact(): {
  send: (run: (evenIfContact: boolean) => Promise<unknown>) => Promise<void>
  field: ReactNode
} {
  const [asked, setAsked] = useState(false)
  const [leave, setLeave] = useState(false)
  return {
    send: async (run) => {
      try {
        await run(leave)
      } catch (failure) {
        if ((failure as { code?: string }).code === 'people.contactInText') setAsked(true)
        throw failure
      }
    },
    field: asked && <CheckboxField label={texts.requests.leaveContact} checked={leave} onChange={setLeave} />,
  }
}
