import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { useCommand } from '#web/platform/commands.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './SignInForm.module.css'
import { contact as texts } from './support.texts.ru.ts'

type Service = Output<'access.support'>['support']
const lines = [
  ['name', 'text', 200],
  ['phone', 'tel', 60],
  ['email', 'email', 120],
  ['site', 'text', 200],
  ['hours', 'text', 120],
] as const

/** Who the support of the school is. */
export function SupportDialog({ support, onSaved, onClose }: { support: Service; onSaved: () => void; onClose: () => void }) {
  const set = useCommand('access.setSupport')
  const [next, setNext] = useState(support)
  const save = async () => {
    await set.run({ support: next, expected: support })
    toast(texts.saved)
    onSaved()
    onClose()
  }
  return (
    <ConfirmDialog title={texts.changeTitle} action={texts.save} onConfirm={save} onClose={onClose}>
      <div className={styles.form}>
        <SelectField
          label={texts.kind}
          value={next.kind}
          options={(['own', 'external'] as const).map((value) => ({ value, label: texts.kinds[value] }))}
          onChange={(kind) => setNext({ ...next, kind: kind as Service['kind'] })}
        />
        {lines.map(([key, type, maxLength]) => (
          <TextField
            key={key}
            label={texts[key]}
            type={type}
            value={next[key]}
            maxLength={maxLength}
            onChange={(event) => setNext({ ...next, [key]: event.target.value })}
          />
        ))}
      </div>
    </ConfirmDialog>
  )
}
