import { useState } from 'react'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import type { ClassCard } from './ClassCardScreen.tsx'
import { HomeroomDialog } from './HomeroomDialog.tsx'
import { leaderOn } from './homerooms.ts'
import styles from './SetUp.module.css'
import * as texts from './texts.ru.ts'

const words = texts.card

/** Who leads the class, and who did before. */
export function HomeroomCard({ card }: { card: ClassCard }) {
  const { class: own, on } = card
  const can = useCan()
  const [changing, setChanging] = useState(false)
  const now = leaderOn(own.homerooms, on)
  return (
    <Card title={words.homeroom}>
      <ul className={styles.lines}>
        {own.homerooms.length === 0 && <li className={`${styles.line} ${styles.note}`}>{texts.noHomeroom}</li>}
        {own.homerooms.toReversed().map((one) => (
          <li key={one.homeroomId} className={styles.line} data-over={one !== now || undefined}>
            <span className={styles.what}>
              <span className={styles.name}>{one.teacher}</span>
            </span>
            <span className={styles.quiet}>{one.to ? words.period(one.from, one.to) : words.since(one.from)}</span>
          </li>
        ))}
      </ul>
      {can('classes.setHomeroom', { kind: 'class', classId: own.classId }) && !own.archived && (
        <div className={styles.tools}>
          <Button onClick={() => setChanging(true)}>{now ? words.setHomeroom : words.appoint}</Button>
        </div>
      )}
      {changing && <HomeroomDialog card={card} onClose={() => setChanging(false)} />}
    </Card>
  )
}
