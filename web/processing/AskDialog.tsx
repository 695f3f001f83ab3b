import { useState } from 'react'
import { TextArea } from '#web/people/TextArea.tsx'
import { useLeaveContact } from '#web/people/useLeaveContact.tsx'
import { useCommand } from '#web/platform/commands.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Processing.module.css'
import { mine as texts } from './texts.ru.ts'

/** A request to the school about somebody’s data, with the term in which it answers. 152-ФЗ, ст. 20 и 21. */
export function AskDialog({
  person,
  kind,
  onSent,
  onClose,
}: {
  person: { personId: string; name: string }
  kind: 'access' | 'erase'
  onSent: () => void
  onClose: () => void
}) {
  const ask = useCommand('people.askAboutData')
  const [comment, setComment] = useState('')
  const contact = useLeaveContact()
  return (
    <ConfirmDialog
      title={kind === 'access' ? texts.askTitle(person.name) : texts.eraseTitle(person.name)}
      action={texts.send}
      onClose={onClose}
      onConfirm={async () => {
        await contact.send((evenIfContact) => ask.run({ personId: person.personId, kind, comment, evenIfContact }))
        toast(texts.sent)
        onSent()
        onClose()
      }}
    >
      <div className={styles.form}>
        <p>{kind === 'access' ? texts.askText : texts.eraseText}</p>
        <TextArea label={texts.comment} hint={texts.commentHint} value={comment} onChange={setComment} />
        {contact.field}
      </div>
    </ConfirmDialog>
  )
}
