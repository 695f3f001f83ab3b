import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import styles from './FirstStart.module.css'
import * as texts from './texts.ru.ts'

/** The school is there, the administrator signed in: on to the year. */
export function DoneStep({ login }: { login: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <main className={styles.page}>
      <div className={styles.done}>
        <IconCircleCheck size={40} stroke={1.4} aria-hidden className={styles.good} />
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {texts.done.title}
        </h1>
        <p>{texts.done.text(login)}</p>
        <p className={styles.lead}>{texts.done.next}</p>
        <div className={styles.buttons}>
          <ButtonLink kind="primary" href="/school/year">
            {texts.done.year}
          </ButtonLink>
          <ButtonLink href="/school">{texts.done.steps}</ButtonLink>
        </div>
      </div>
    </main>
  )
}
