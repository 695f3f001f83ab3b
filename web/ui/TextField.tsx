import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import styles from './Field.module.css'
import { Field } from './Field.tsx'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  label: string
  hint?: ReactNode
  /** What is wrong with the value. */
  problem?: string | null
  ref?: Ref<HTMLInputElement>
}

/** One line of text under its label. */
export function TextField({ label, hint, problem, ref, ...rest }: Props) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input
        {...rest}
        ref={ref}
        id={id}
        className={styles.control}
        aria-invalid={problem ? true : undefined}
        aria-describedby={hint || problem ? `${id}-hint` : undefined}
      />
    </Field>
  )
}
