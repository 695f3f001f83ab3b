import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import type { DoubleUse } from './DoubleUsesScreen.tsx'
import { list as texts } from './doubleUse.texts.ru.ts'

/** What came of it, in the administrator's words. */
export function SettleDialog({
  doubleUse: { doubleUseId, name, note: noted, settledAt },
  onDone,
  onClose,
}: {
  doubleUse: DoubleUse
  onDone: () => void
  onClose: () => void
}) {
  const settle = useCommand('access.settleDoubleUse')
  const [note, setNote] = useState(noted)
  const confirm = async () => {
    await settle.run({ doubleUseId, note, expected: { settled: settledAt !== null, note: noted } })
    toast(texts.settledDone)
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog title={settledAt ? texts.change : texts.settle} action={texts.settle} onConfirm={confirm} onClose={onClose}>
      <p>{texts.settleText(name)}</p>
      <TextField
        label={texts.note}
        hint={texts.noteHint}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
    </ConfirmDialog>
  )
}
