import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type ReactNode, type Ref, useId, useState } from 'react'
import styles from './Field.module.css'
import { Field } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import * as texts from './texts.ru.ts'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** `current-password` or `new-password`: password managers go by it. */
  autoComplete: 'current-password' | 'new-password'
  hint?: ReactNode
  problem?: string | null
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A password: may be looked at, tells of Caps Lock. */
export function PasswordField({ label, value, onChange, autoComplete, hint, problem, autoFocus, ref }: Props) {
  const id = useId()
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const note = capsLock ? texts.capsLock : hint
  return (
    <Field id={id} label={label} hint={note} problem={problem}>
      <div className={styles.wrap}>
        <input
          ref={ref}
          id={id}
          type={shown ? 'text' : 'password'}
          name={autoComplete}
          className={[styles.control, styles.withButton].join(' ')}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
          onBlur={() => setCapsLock(false)}
          autoComplete={autoComplete}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          required
          // biome-ignore lint/a11y/noAutofocus: the only thing to do on the page or in the dialog
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={note || problem ? `${id}-hint` : undefined}
        />
        <span className={styles.inside}>
          <IconButton
            label={shown ? texts.hidePassword : texts.showPassword}
            icon={shown ? <IconEyeOff size={18} stroke={1.7} /> : <IconEye size={18} stroke={1.7} />}
            size="s"
            onClick={() => setShown(!shown)}
          />
        </span>
      </div>
    </Field>
  )
}
