import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './Button.module.css'
import { Spinner } from './Spinner.tsx'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary` once per page at most; `quiet` has no frame; `danger` for what cannot be undone. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 's' | 'm'
  icon?: ReactNode
  /** Working: the button stays as wide as it was and takes no presses. */
  busy?: boolean
  /** In a dialog: has the focus first. */
  'data-autofocus'?: boolean | undefined
}

/** A button with words. */
export function Button({
  kind = 'plain',
  size = 'm',
  icon,
  busy = false,
  type = 'button',
  className,
  children,
  disabled,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={[styles.button, styles[kind], styles[size], className].filter(Boolean).join(' ')}
      disabled={disabled}
      aria-disabled={busy || undefined}
      data-kind={kind}
      data-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}
