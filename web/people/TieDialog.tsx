import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Form.module.css'
import type { Tie } from './GuardiansCard.tsx'
import { TieFields } from './TieFields.tsx'
import * as texts from './texts.ru.ts'

/** Changes who an adult is to the child, and whether the diary is open to them. */
export function TieDialog({
  personId,
  tie,
  onSaved,
  onClose,
}: {
  personId: string
  tie: Tie
  onSaved: () => void
  onClose: () => void
}) {
  const change = useCommand('people.changeGuardian')
  const [expected] = useState({ relation: tie.relation, livesWith: tie.livesWith, informed: tie.informed })
  const [draft, setDraft] = useState(expected)
  const save = async () => {
    await change.run({ personId, guardianshipId: tie.guardianshipId, ...draft, expected })
    toast(texts.saved)
    onSaved()
    onClose()
  }
  return (
    <ConfirmDialog title={tie.name} action={texts.save} onConfirm={save} onClose={onClose}>
      <div className={styles.fields}>
        <TieFields tie={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      </div>
    </ConfirmDialog>
  )
}
