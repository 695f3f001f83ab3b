import type { Input } from '#domain/operations.ts'
import { Button } from '#web/ui/Button.tsx'
import { panel } from '../cell/texts.ru.ts'
import { useJournal } from '../JournalContext.ts'
import type { Column } from '../model.ts'
import { TextArea } from '../TextArea.tsx'
import { capital, grid } from '../texts.ru.ts'
import { SafetyMark } from './SafetyMark.tsx'
import { topics } from './texts.ru.ts'
import { useTopic } from './useTopic.ts'

/** The topic of a lesson; saved on leaving the field. When a colleague was first, their words stand beside to choose from. */
export function TopicField({ column, bare = false }: { column: Column; bare?: boolean }) {
  const { text, write, save, safety, closed } = useTopic(column)
  const { refused } = safety
  const { model } = useJournal()
  return (
    <>
      <TextArea
        label={bare ? topics.topicOf(column.lesson.date) : topics.topic}
        bare={bare}
        value={text}
        placeholder={
          bare && column.lesson.date <= model.page.today && !column.lesson.cancelled ? capital(grid.noTopic) : undefined
        }
        maxLength={500}
        disabled={closed !== null}
        hint={!bare && closed}
        problem={refused ? (refused.problem?.text ?? '') : null}
        onChange={write}
        onLeave={save}
      />
      <SafetyMark safety={safety} problem={bare ? (refused?.problem?.text ?? null) : null} />
      {refused?.problem?.code === 'journal.changedMeanwhile' &&
        column.lesson.topic !== (refused.input as Input<'journal.setTopic'>).topic && (
          <Button size="s" onClick={() => write(column.lesson.topic)} onBlur={save}>
            {panel.giveUp(column.lesson.topic)}
          </Button>
        )}
    </>
  )
}
