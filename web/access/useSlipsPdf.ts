import { useState } from 'react'
import type { SlipsToPrint } from '#domain/access/slipsContract.ts'
import { download } from '#web/platform/download.ts'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { bySheets } from './batches.ts'
import * as texts from './issue.texts.ru.ts'
import type { Slip } from './SlipPaper.tsx'

/** Has the slips set as PDF, in the order in which they are handed out, and saves the file. */
export function useSlipsPdf(onSaved: () => void) {
  const [making, setMaking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const make = async (classId: string | null, slips: readonly Slip[]) => {
    setMaking(true)
    setProblem(null)
    try {
      const input: SlipsToPrint = { classId, slips: bySheets(slips).flatMap(({ slips: own }) => own.map(asSent)) }
      await download('/api/print/slips', input)
      onSaved()
      toast(texts.slips.ready)
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    } finally {
      setMaking(false)
    }
  }
  return { making, problem, make: (classId: string | null, slips: readonly Slip[]) => void make(classId, slips) }
}

/** Whose it is the server knows: what only the page knows is sent. */
const asSent = ({ personId, sheet, classes, login, password, token, expiresOn }: Slip): SlipsToPrint['slips'][number] => ({
  ...{ personId, sheet, login, password, token, expiresOn },
  classes: [...classes],
})
