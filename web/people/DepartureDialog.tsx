import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Form.module.css'
import { TextArea } from './TextArea.tsx'
import * as texts from './texts.ru.ts'
import { useLeaveContact } from './useLeaveContact.tsx'

/** The homeroom teacher tells that a student of the class leaves. S0 5.4. */
export function DepartureDialog({ students, onClose }: { students: { value: string; label: string }[]; onClose: () => void }) {
  const { today } = useMe()
  const report = useCommand('people.reportDeparture')
  const [personId, setPersonId] = useState(students[0]?.value ?? '')
  const [lastDay, setLastDay] = useState<string>(today)
  const [comment, setComment] = useState('')
  const contact = useLeaveContact()
  const send = async () => {
    await contact.send((evenIfContact) => report.run({ personId, lastDay: lastDay || today, comment, evenIfContact }))
    toast(texts.checks.reported)
    onClose()
  }
  return (
    <ConfirmDialog title={texts.checks.departure} action={texts.checks.send} onConfirm={send} onClose={onClose}>
      <div className={styles.fields}>
        <p>{texts.checks.departureText}</p>
        <SelectField label={texts.checks.student} value={personId} options={students} onChange={setPersonId} />
        <DateField label={texts.card.lastDay} value={lastDay} required onChange={setLastDay} />
        <TextArea label={texts.requests.comment} value={comment} onChange={setComment} />
        {contact.field}
      </div>
    </ConfirmDialog>
  )
}
