import { IconHelp, IconLayoutSidebarRight, IconListCheck, IconPlus } from '@tabler/icons-react'
import { PrintBar } from '#web/printing/PrintBar.tsx'
import { Button } from '#web/ui/Button.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { useJournal } from './JournalContext.ts'
import styles from './JournalTools.module.css'
import { useLessonTools } from './lesson/LessonTools.tsx'
import { grid, tools } from './texts.ru.ts'
import { UndoButtons } from './UndoButtons.tsx'

type Props = {
  /** The column under the cursor; null outside the marks. */
  columnId: string | null
  panel: boolean
  onPanel: (open: boolean) => void
  onHelp: (() => void) | null
}

/** What can be done with the page: undo, roll call, one more column, print. */
export function JournalTools({ columnId, panel, onPanel, onHelp }: Props) {
  const { model, writes } = useJournal()
  const { openRollCall, addWork } = useLessonTools()
  const column = columnId ? model.columnById.get(columnId) : undefined
  const open = column?.mine === true && column.locked === null
  return (
    <>
      {writes && onHelp && (
        <div className={styles.pair}>
          <UndoButtons />
        </div>
      )}
      <div className={styles.rest}>
        <PrintBar
          bare
          kind="journal"
          about={grid.label(model.page.course.group, model.page.course.subject, model.page.term.name)}
          students={model.rows}
          classId={null}
          on={model.page.today}
        />
        {onHelp && (
          <>
            <IconButton
              label={tools.panel}
              aria-pressed={panel}
              icon={<IconLayoutSidebarRight size={19} stroke={1.7} />}
              onClick={() => onPanel(!panel)}
            />
            <IconButton label={tools.help} icon={<IconHelp size={19} stroke={1.7} />} onClick={onHelp} />
          </>
        )}
        {writes && column && (
          <>
            <Button icon={<IconListCheck size={18} stroke={1.7} />} disabled={!open} onClick={() => openRollCall(column.id)}>
              {tools.rollCall}
            </Button>
            {model.noMarks === null && (
              <Button
                kind="primary"
                icon={<IconPlus size={18} />}
                data-tip={tools.addWorkHint}
                disabled={!open}
                onClick={() => addWork(column.id)}
              >
                {tools.addWork}
              </Button>
            )}
          </>
        )}
      </div>
    </>
  )
}
