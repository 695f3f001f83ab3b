import { Notice } from '#web/ui/Notice.tsx'
import { useJournal } from './JournalContext.ts'
import { readingText } from './readingText.ts'

/** One line that says why nothing, or not everything, can be entered here, and who can. Nothing for the teacher of an open page. */
export function ReadingNotice() {
  const { model, writes } = useJournal()
  const text = readingText(model, writes)
  return text && <Notice>{text}</Notice>
}
