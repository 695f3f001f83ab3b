import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Consents.module.css'
import type { Purpose } from './ConsentsScreen.tsx'
import * as texts from './texts.ru.ts'

/** A purpose with its text: a new one, or the next version of one. */
export function PurposeDialog({
  purpose,
  onSaved,
  onClose,
}: {
  purpose: Purpose | null
  onSaved: () => void
  onClose: () => void
}) {
  const add = useCommand('consents.addPurpose')
  const change = useCommand('consents.changePurpose')
  const [expected] = useState({ name: purpose?.name ?? '', body: purpose?.body ?? '' })
  const [draft, setDraft] = useState(expected)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setProblem(null)
    try {
      if (purpose) await change.run({ purposeId: purpose.purposeId, ...draft, expected })
      else await add.run(draft)
      toast(texts.saved)
      onSaved()
      onClose()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Dialog
      title={purpose ? purpose.name : texts.add}
      shape="wide"
      onClose={onClose}
      footer={
        <SaveButton ready={draft.name.trim() !== ''} busy={add.running || change.running} onSave={save} onCancel={onClose}>
          {texts.save}
        </SaveButton>
      }
    >
      <div className={styles.fields}>
        {purpose && purpose.decided > 0 && <Notice kind="note">{texts.newVersion}</Notice>}
        <TextField
          label={texts.name}
          hint={texts.nameHint}
          value={draft.name}
          required
          maxLength={160}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <label className={styles.label}>
          {texts.body}
          <textarea
            className={styles.area}
            value={draft.body}
            maxLength={20_000}
            onChange={(event) => setDraft({ ...draft, body: event.target.value })}
          />
          <span className={styles.hint}>{texts.bodyHint}</span>
        </label>
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
