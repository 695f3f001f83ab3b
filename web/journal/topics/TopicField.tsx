import { useJournal } from '../JournalContext.ts'
import type { Column } from '../model.ts'
import { TextArea } from '../TextArea.tsx'
import { TwoVersions } from '../TwoVersions.tsx'
import { capital, grid } from '../texts.ru.ts'
import { SafetyMark } from './SafetyMark.tsx'
import { topics } from './texts.ru.ts'
import { useLessonText } from './useLessonText.ts'
import { useWhyClosed } from './useWhyClosed.ts'

/** The topic of a lesson; saved on leaving the field. When a colleague was first, both versions stand under it to choose from. */
export function TopicField({ column, bare = false }: { column: Column; bare?: boolean }) {
  const { lesson } = column
  const { text, write, save, safety, conflict, problem } = useLessonText(lesson, 'topic')
  const closed = useWhyClosed(column)
  const { model } = useJournal()
  return (
    <>
      <TextArea
        label={bare ? topics.topicOf(lesson.date) : topics.topic}
        bare={bare}
        value={text}
        placeholder={bare && lesson.date <= model.page.today && !lesson.cancelled ? capital(grid.noTopic) : undefined}
        maxLength={500}
        disabled={closed !== null}
        hint={!bare && closed}
        problem={problem}
        onChange={write}
        onLeave={save}
      />
      <SafetyMark safety={safety} problem={bare ? problem : null} />
      {conflict && <TwoVersions conflict={conflict} />}
    </>
  )
}
