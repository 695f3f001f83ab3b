import { IconListCheck } from '@tabler/icons-react'
import { refusalText } from '#domain/texts.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { useJournal } from '../JournalContext.ts'
import type { Column } from '../model.ts'
import { capital, dayName, grid } from '../texts.ru.ts'
import { LessonHomework } from '../topics/LessonHomework.tsx'
import { TopicField } from '../topics/TopicField.tsx'
import { useWhyClosed } from '../topics/useWhyClosed.ts'
import { teacherOf } from '../why.ts'
import styles from './LessonDialog.module.css'
import { LessonNote } from './LessonNote.tsx'
import { LessonWorks } from './LessonWorks.tsx'
import { lessonTexts } from './texts.ru.ts'

type Props = {
  column: Column
  onRollCall: () => void
  onFill: (columnId: string, value: number) => void
  onClose: () => void
}

/** A lesson in full: roll call, topic, homework, its columns, the note for staff. */
export function LessonDialog({ column, onRollCall, onFill, onClose }: Props) {
  const { model } = useJournal()
  const { lesson } = column
  const closed = useWhyClosed(column)
  const locked = !column.mine || column.locked !== null
  const about = [lessonTexts.number(lesson.number), lesson.room && lessonTexts.room(lesson.room), teacherOf(model, column)]
    .filter(Boolean)
    .join(', ')
  return (
    <Dialog title={capital(dayName(lesson.date))} shape="wide" onClose={onClose}>
      <p className={styles.about}>
        {about}
        {lesson.insteadOfId && `, ${lessonTexts.substitution}`}
      </p>
      {closed ? (
        <Notice>{closed}</Notice>
      ) : (
        column.locked && <Notice>{refusalText(column.locked.code, column.locked.params)}</Notice>
      )}
      {!lesson.cancelled && (
        <div className={styles.roll}>
          <span>{capital(lesson.rollCalledAt ? grid.rolled : grid.notRolled)}</span>
          {!locked && (
            <Button size="s" icon={<IconListCheck size={17} stroke={1.7} />} onClick={onRollCall}>
              {lessonTexts.rollCall}
            </Button>
          )}
        </div>
      )}
      <div className={styles.field}>
        <TopicField column={column} />
      </div>
      <LessonHomework lesson={lesson} closed={closed} />
      {model.noMarks === null && <LessonWorks column={column} locked={locked} onFill={onFill} />}
      {(column.mine || lesson.note) && <LessonNote column={column} />}
    </Dialog>
  )
}
