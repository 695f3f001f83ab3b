import { useState } from 'react'
import { useMe } from '#web/platform/session.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import styles from './Form.module.css'
import type { Tie } from './GuardiansCard.tsx'
import * as texts from './texts.ru.ts'

/** The last day of a guardianship; or that it never was (`never`: the day before its first one). */
export function EndGuardianDialog({
  tie,
  never,
  onEnd,
  onClose,
}: {
  tie: Tie
  never: string
  onEnd: (lastDay: string) => Promise<void>
  onClose: () => void
}) {
  const { today } = useMe()
  const [lastDay, setLastDay] = useState<string>(today)
  const [mistake, setMistake] = useState(false)
  return (
    <ConfirmDialog
      title={texts.card.endGuardianTitle}
      action={texts.card.endGuardian}
      danger
      onConfirm={() => onEnd(mistake ? never : lastDay || today)}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <p>{texts.card.endGuardianText(tie.name)}</p>
        {!mistake && <DateField label={texts.card.lastDay} value={lastDay} min={tie.from} onChange={setLastDay} />}
        <CheckboxField label={texts.card.mistake} checked={mistake} onChange={setMistake} />
      </div>
    </ConfirmDialog>
  )
}
