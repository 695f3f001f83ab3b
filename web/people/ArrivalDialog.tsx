import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Form.module.css'
import { PersonFields } from './PersonFields.tsx'
import { emptyDraft, isComplete, personOf } from './personDraft.ts'
import { TextArea } from './TextArea.tsx'
import * as texts from './texts.ru.ts'
import { useLeaveContact } from './useLeaveContact.tsx'

/** The homeroom teacher tells of a new student. S0 5.4. */
export function ArrivalDialog({ classId, onClose }: { classId: string; onClose: () => void }) {
  const report = useCommand('people.reportArrival')
  const [person, setPerson] = useState(emptyDraft)
  const [comment, setComment] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const contact = useLeaveContact()
  const send = async () => {
    setProblem(null)
    try {
      await contact.send((evenIfContact) => report.run({ classId, person: personOf(person), comment, evenIfContact }))
      toast(texts.checks.reported)
      onClose()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Dialog
      title={texts.checks.arrival}
      shape="wide"
      onClose={onClose}
      footer={
        <SaveButton ready={isComplete(person)} busy={report.running} onSave={send} onCancel={onClose}>
          {texts.checks.send}
        </SaveButton>
      }
    >
      <div className={styles.fields}>
        <p>{texts.checks.arrivalText}</p>
        <PersonFields draft={person} onChange={setPerson} student />
        <TextArea label={texts.requests.comment} value={comment} onChange={setComment} />
        {contact.field}
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
