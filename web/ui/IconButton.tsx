import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './IconButton.module.css'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> & {
  /** The name for a screen reader and for the tooltip. */
  label: string
  icon: ReactNode
  framed?: boolean
  size?: 's' | 'm'
}

/** A button that is only a picture; its name is read aloud and shown on hover and focus. */
export function IconButton({ label, icon, framed = false, size = 'm', type = 'button', className, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      data-tip={label}
      className={[styles.button, styles[size], framed && styles.framed, className].filter(Boolean).join(' ')}
    >
      {icon}
    </button>
  )
}
