import { useEffect, useRef, useState } from 'react'
import { say } from '#web/ui/status.ts'
import { appeared, type ShownMark } from './fresh.ts'
import { texts } from './texts.ru.ts'

const none: ReadonlySet<string> = new Set()

/**
 * Marks that appeared while the page was open, to be ringed; a screen reader is told of them. `scope` names what is shown: another
 * week is not news.
 */
export function useFresh(scope: string, marks: readonly ShownMark[] | null): ReadonlySet<string> {
  const seen = useRef<{ scope: string; marks: readonly ShownMark[] } | null>(null)
  const [fresh, setFresh] = useState(none)
  useEffect(() => {
    if (!marks) return
    const before = seen.current
    seen.current = { scope, marks }
    if (before?.scope !== scope) {
      setFresh(none)
      return
    }
    const news = appeared(before.marks, marks)
    if (news.length === 0) return
    setFresh(new Set(news.map((mark) => mark.key)))
    say(news.length > 2 ? texts.newMarks(news.length) : news.map((mark) => texts.newMark(mark.subject, mark.text)).join('. '))
  }, [scope, marks])
  return fresh
}
