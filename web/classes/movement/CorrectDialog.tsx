import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { FormDialog } from '../FormDialog.tsx'
import { refreshClasses } from '../refresh.ts'
import type { Line } from './LineTable.tsx'
import { OrderFields } from './OrderFields.tsx'
import * as texts from './texts.ru.ts'

/** Puts right what a line says of its order. */
export function CorrectDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const { studentId, movementId, orderNumber, orderDate, reason, otherSchool } = line
  const correct = useCommand('classes.correctMovement')
  const [order, setOrder] = useState({ orderNumber, orderDate, reason })
  const [school, setSchool] = useState(otherSchool)
  const save = async () => {
    await correct.run({
      personId: studentId,
      movementId,
      line: { ...order, otherSchool: school },
      expected: { orderNumber, orderDate, reason, otherSchool },
    })
    toast(texts.correctDone)
    void refreshClasses()
    onClose()
  }
  return (
    <FormDialog title={line.student} action={texts.correct} ready onSave={save} onClose={onClose}>
      <OrderFields order={order} onChange={setOrder} />
      <TextField
        label={texts.columns.school}
        value={school}
        maxLength={200}
        onChange={(event) => setSchool(event.target.value)}
      />
    </FormDialog>
  )
}
