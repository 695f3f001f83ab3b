import { useJournal } from '../JournalContext.ts'
import type { Column } from '../model.ts'
import { TextArea } from '../TextArea.tsx'
import { TwoVersions } from '../TwoVersions.tsx'
import { useLessonText } from '../topics/useLessonText.ts'
import { lessonTexts } from './texts.ru.ts'

/** The note on a lesson that only staff see. */
export function LessonNote({ column: { lesson, mine } }: { column: Column }) {
  const { model } = useJournal()
  const { text, write, save, conflict, problem } = useLessonText(lesson, 'note')
  return (
    <>
      <TextArea
        label={lessonTexts.note}
        hint={lessonTexts.noteHint}
        problem={problem}
        maxLength={1000}
        value={text}
        disabled={!mine || model.page.term.lockedAt !== null}
        onChange={write}
        onLeave={save}
      />
      {conflict && <TwoVersions conflict={conflict} />}
    </>
  )
}
