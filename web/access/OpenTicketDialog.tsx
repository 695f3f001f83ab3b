import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { pageFacts } from './pageFacts.ts'
import form from './SignInForm.module.css'
import styles from './Support.module.css'
import { tickets as texts } from './support.texts.ru.ts'

/** A ticket about a fault, with what this page knows of itself. [R241] */
export function OpenTicketDialog({ onMade, onClose }: { onMade: (number: number) => void; onClose: () => void }) {
  const { school } = useMe()
  const open = useCommand('access.openTicket')
  const [subject, setSubject] = useState('')
  const [description, setDescription] = useState('')
  const [facts] = useState(() => pageFacts(school.timeZone))
  const confirm = async () => {
    const { number } = await open.run({ subject, description, diagnostics: facts })
    toast(texts.made(number))
    onMade(number)
  }
  return (
    <ConfirmDialog
      title={texts.openTitle}
      action={texts.submit}
      disabled={subject.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className={form.form}>
        <p>{texts.openText}</p>
        <TextField
          label={texts.subject}
          hint={texts.subjectHint}
          value={subject}
          maxLength={120}
          required
          onChange={(event) => setSubject(event.target.value)}
        />
        <TextField
          label={texts.description}
          value={description}
          maxLength={2_000}
          onChange={(event) => setDescription(event.target.value)}
        />
        <div>
          {texts.diagnostics}
          <p className={[styles.text, styles.detail].join(' ')}>{facts}</p>
        </div>
      </div>
    </ConfirmDialog>
  )
}
