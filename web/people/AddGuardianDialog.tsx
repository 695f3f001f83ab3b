import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { GuardianFields } from './GuardianFields.tsx'
import { emptyGuardian, guardianOf, isGuardianComplete } from './guardianDraft.ts'
import type { PersonCard } from './PersonScreen.tsx'
import * as texts from './texts.ru.ts'

/** One more adult for a student: somebody of the school, or a new card. */
export function AddGuardianDialog({ card, onSaved, onClose }: { card: PersonCard; onSaved: () => void; onClose: () => void }) {
  const add = useCommand('people.addGuardian')
  const [draft, setDraft] = useState(emptyGuardian)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setProblem(null)
    try {
      await add.run({ personId: card.personId, guardian: guardianOf(draft), from: null, evenIfSimilar: draft.different })
      toast(texts.saved)
      onSaved()
      onClose()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Dialog
      title={texts.adding.addGuardian}
      shape="wide"
      onClose={onClose}
      footer={
        <SaveButton ready={isGuardianComplete(draft)} busy={add.running} onSave={save} onCancel={onClose}>
          {texts.adding.addGuardian}
        </SaveButton>
      }
    >
      <GuardianFields draft={draft} onChange={setDraft} />
      {problem && <Notice kind="bad">{problem}</Notice>}
    </Dialog>
  )
}
