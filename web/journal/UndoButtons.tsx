import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { IconButton } from '#web/ui/IconButton.tsx'
import { say } from '#web/ui/status.ts'
import { useJournal } from './JournalContext.ts'
import type { TakenBack } from './pen.ts'
import { status, tools } from './texts.ru.ts'

/** Takes back what was entered on this page, and does it again. */
export function UndoButtons() {
  const { pen } = useJournal()
  const nothingDone = useSyncExternalStore(pen.subscribe, () => pen.state().done.length === 0)
  const nothingUndone = useSyncExternalStore(pen.subscribe, () => pen.state().undone.length === 0)
  const turn = (taken: TakenBack | null, said: (n: number) => string) => {
    if (taken) say(taken.skipped > 0 ? status.skipped(taken.skipped) : said(taken.changed))
  }
  return (
    <>
      <IconButton
        label={tools.undo}
        icon={<IconArrowBackUp size={19} stroke={1.7} />}
        disabled={nothingDone}
        onClick={() => turn(pen.undo(), status.undone)}
      />
      <IconButton
        label={tools.redo}
        icon={<IconArrowForwardUp size={19} stroke={1.7} />}
        disabled={nothingUndone}
        onClick={() => turn(pen.redo(), status.redone)}
      />
    </>
  )
}
