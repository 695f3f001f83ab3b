import { refusalText } from '#domain/texts.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { useJournal } from '../JournalContext.ts'
import type { Column } from '../model.ts'
import { works } from './texts.ru.ts'
import { useWorks } from './useWorks.ts'
import { WorkForm } from './WorkForm.tsx'
import { newWork, whyNoMoreWorks } from './works.ts'

/** One more column for the lesson under the cursor. */
export function WorkDialog({ column, onClose }: { column: Column; onClose: () => void }) {
  const { model } = useJournal()
  const { lesson } = column
  const { add } = useWorks(lesson)
  const full = whyNoMoreWorks(lesson)
  return (
    <Dialog title={works.newTitle(lesson.date)} shape="sheet" onClose={onClose}>
      {full ? (
        <Notice>{refusalText(full.code, full.params)}</Notice>
      ) : (
        <WorkForm
          start={newWork(model.page)}
          action={works.add}
          onCancel={onClose}
          onSave={(draft) => {
            add(draft)
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}
