import { useEffect, useRef, useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import * as texts from './texts.ru.ts'

/** A little less than the server gives: whoever presses at the last moment is not refused. */
const BACK_MS = 55_000
const none: ReadonlyMap<string, string> = new Map()

/**
 * Reminds teachers, and says so with a way back; `sent` are those who can still be spared the notice, with their reminders. Asks for the
 * list again after each.
 */
export function useRemind(onDone: () => void) {
  const command = useCommand('journal.remind')
  const back = useCommand('journal.takeBackReminders')
  const [sent, setSent] = useState(none)
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const takeBack = async (reminderIds: string[]) => {
    try {
      await back.run({ reminderIds })
      toast(texts.overview.takenBack)
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    setSent((before) => new Map([...before].filter(([, id]) => !reminderIds.includes(id))))
    onDone()
  }
  const remind = async (personIds: string[] | null) => {
    try {
      const { reminders, already } = await command.run({ personIds })
      const ids = reminders.map(({ reminderId }) => reminderId)
      const told = texts.overview.reminded(
        reminders.map(({ name }) => name),
        already,
      )
      toast(told, { label: texts.overview.takeBack, run: () => void takeBack(ids) })
      setSent(new Map(reminders.map(({ personId, reminderId }) => [personId, reminderId])))
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => setSent(none), BACK_MS)
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    onDone()
  }
  return { remind, takeBack, sent, running: command.running || back.running }
}
