import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Notice.module.css'

/** A quiet box with something to know. A refusal (`bad`) is read aloud at once, and a long dialog scrolls to it. */
export function Notice({
  kind = 'plain',
  icon,
  children,
}: {
  kind?: 'plain' | 'note' | 'bad' | 'good'
  icon?: ReactNode
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (kind === 'bad' && box.current?.closest('dialog')) box.current.scrollIntoView({ block: 'nearest' })
  }, [kind])
  return (
    <div ref={box} className={[styles.notice, styles[kind]].join(' ')} role={kind === 'bad' ? 'alert' : undefined}>
      {icon}
      <div className={styles.text}>{children}</div>
    </div>
  )
}
