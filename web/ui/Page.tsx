import { type ReactNode, useEffect } from 'react'
import styles from './Page.module.css'
import { documentTitle } from './texts.ru.ts'

type Props = {
  title: string
  /** Under the title: a period, a class. */
  subtitle?: ReactNode
  /** Beside the title: selects that change what is shown. */
  controls?: ReactNode
  /** At the right edge: what can be done here. */
  actions?: ReactNode
  /** `narrow` for forms and lists to be read, `full` for tables. */
  width?: 'narrow' | 'wide' | 'full'
  children: ReactNode
}

/** A page: its title (of the document too), its actions, its content. */
export function Page({ title, subtitle, controls, actions, width = 'wide', children }: Props) {
  useEffect(() => {
    document.title = documentTitle(title)
  }, [title])
  return (
    <div className={[styles.page, styles[width]].join(' ')}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title}>{title}</h1>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        {controls && <div className={styles.controls}>{controls}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}
