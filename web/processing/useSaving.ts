import { useState } from 'react'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'

/** Does something that is said to be done; or tells the problem in words and what the code of it was. */
export function useSaving() {
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (run: () => Promise<unknown>, done: string): Promise<boolean> => {
    setProblem(null)
    try {
      await run()
      toast(done)
      return true
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
      return false
    }
  }
  return { problem, save }
}
