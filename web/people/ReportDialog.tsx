import { useState } from 'react'
import type { ContactKind } from '#domain/people/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { ContactFields } from './ContactFields.tsx'
import { contactsOf, valuesOf } from './contactDraft.ts'
import styles from './Form.module.css'
import type { MyPerson } from './MeScreen.tsx'
import { PersonFields } from './PersonFields.tsx'
import { draftOf, isComplete, personOf } from './personDraft.ts'
import { TextArea } from './TextArea.tsx'
import * as texts from './texts.ru.ts'
import { useLeaveContact } from './useLeaveContact.tsx'

/** «Сообщить об изменении»: the card as it should be, with a word of explanation. Fields left alone are not asked for. S1 5.3.1б. */
export function ReportDialog({
  person,
  keeps,
  onSent,
  onClose,
}: {
  person: MyPerson
  keeps: readonly ContactKind[]
  onSent: () => void
  onClose: () => void
}) {
  const request = useCommand('people.requestChange')
  const before = contactsOf(person.contacts)
  const [draft, setDraft] = useState(() => draftOf(person.person))
  const [typed, setTyped] = useState<Record<ContactKind, string>>({
    phone: before.phone.join('\n'),
    email: before.email.join('\n'),
    address: before.address.join('\n'),
  })
  const [comment, setComment] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const contact = useLeaveContact()
  const send = async () => {
    setProblem(null)
    const contacts = { phone: valuesOf(typed.phone), email: valuesOf(typed.email), address: valuesOf(typed.address) }
    try {
      await contact.send((evenIfContact) =>
        request.run({
          personId: person.personId,
          changes: personOf(draft),
          contacts: keeps.length > 0 ? contacts : null,
          comment,
          evenIfContact,
        }),
      )
      toast(texts.me.sent)
      onSent()
      onClose()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Dialog
      title={texts.me.reportTitle(person.name)}
      shape="wide"
      onClose={onClose}
      footer={
        <SaveButton ready={isComplete(draft)} busy={request.running} onSave={send} onCancel={onClose}>
          {texts.me.send}
        </SaveButton>
      }
    >
      <div className={styles.fields}>
        <p>{texts.me.reportText}</p>
        <PersonFields draft={draft} onChange={setDraft} student={person.className !== ''} />
        <ContactFields kinds={keeps} typed={typed} onChange={setTyped} />
        <TextArea label={texts.me.comment} hint={texts.me.commentHint} value={comment} onChange={setComment} />
        {contact.field}
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
