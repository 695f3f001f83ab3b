import { IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useRef } from 'react'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import * as texts from './texts.ru.ts'
import { useModal } from './useModal.ts'

type Props = {
  title: string
  /** Called when the person closes it; without it the dialog stays until its work is done. */
  onClose?: () => void
  /** `sheet` rises from the bottom edge on phones. */
  shape?: 'box' | 'wide' | 'sheet'
  /** Buttons under the content. */
  footer?: ReactNode
  children: ReactNode
}

/**
 * A modal dialog, open as long as it is rendered. The native element keeps focus inside and gives it back; who has it first says
 * `firstFocus`.
 */
export function Dialog({ title, onClose, shape = 'box', footer, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useModal(ref)
  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      className={[styles.dialog, styles[shape]].join(' ')}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== ref.current) return
        event.preventDefault()
        onClose?.()
      }}
      onKeyDown={(event) => {
        // The browser closes on a second Escape whatever the page says.
        if (event.key === 'Escape' && !onClose) event.preventDefault()
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current && onClose) onClose()
      }}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {onClose && <IconButton label={texts.close} icon={<IconX size={18} stroke={1.8} />} size="s" onClick={onClose} />}
        </div>
        <div className={styles.content} data-part="content">
          {children}
        </div>
        {footer && (
          <div className={styles.footer} data-part="footer">
            {footer}
          </div>
        )}
      </div>
    </dialog>
  )
}
