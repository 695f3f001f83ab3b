import { memo } from 'react'
import { lazyPart } from '#web/ui/lazyPart.ts'
import { usePrinting } from '#web/ui/usePrinting.ts'
import { MarksView } from './grid/MarksView.tsx'
import { PaperMarks } from './grid/PaperMarks.tsx'
import { useLessonTools } from './lesson/LessonTools.tsx'
import styles from './MarksTab.module.css'
import { useLessonTasks } from './topics/LessonTasksContext.tsx'
import { useNarrow } from './useNarrow.ts'

const PhoneMarks = lazyPart(async () => ({ default: (await import('./phone/PhoneMarks.tsx')).PhoneMarks }))

type Props = {
  lessonId: string | null
  panel: boolean
  onPanel: (open: boolean) => void
  help: boolean
  onHelp: (open: boolean) => void
  onColumn: (columnId: string | null) => void
}

/** Marks: the whole page where there is room for it, one lesson at a time on a phone. */
export const MarksTab = memo(function MarksTab({ lessonId, ...rest }: Props) {
  const narrow = useNarrow()
  const { openLesson, openRollCall } = useLessonTools()
  const { lineOf } = useLessonTasks()
  const printing = usePrinting()
  return (
    <>
      <div className={styles.screen}>
        {narrow ? (
          <PhoneMarks lessonId={lessonId} onLesson={openLesson} onRollCall={openRollCall} />
        ) : (
          <MarksView lessonId={lessonId} homeworkOf={lineOf} onLesson={openLesson} {...rest} />
        )}
      </div>
      {printing && <PaperMarks />}
    </>
  )
})
