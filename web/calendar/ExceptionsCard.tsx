import { useState } from 'react'
import type { Exception } from '#domain/calendar/rules.ts'
import type { Output } from '#domain/operations.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ExceptionDialog } from './ExceptionDialog.tsx'
import { specialDays } from './specialDays.texts.ru.ts'
import { TakeDialog } from './TakeDialog.tsx'
import * as texts from './texts.ru.ts'
import styles from './YearPlan.module.css'

/** Quarantine, days off of a class, and what else comes up during the year. */
export function ExceptionsCard({ plan, onChanged }: { plan: Output<'calendar.yearPlan'>; onChanged: () => void }) {
  const may = useCan()('calendar.addException', { kind: 'school' })
  const [adding, setAdding] = useState(false)
  const [taking, setTaking] = useState<Exception | null>(null)
  const own = plan.exceptions.filter(({ kind, classId }) => kind === 'quarantine' || classId !== null)
  const nameOf = (classId: string | null) => plan.classes.find((one) => one.classId === classId)?.name
  return (
    <Card title={specialDays.title}>
      {own.length === 0 && <p className={styles.empty}>{specialDays.none}</p>}
      <ul className={styles.list}>
        {own.map((one) => (
          <li key={JSON.stringify(one)}>
            <span className={styles.text}>
              <span className={styles.what}>{one.name}</span>
              <span>{specialDays.line(one, nameOf(one.classId))}</span>
              <span className={styles.soft}>{texts.range(one.from, one.to)}</span>
            </span>
            {may && (
              <span className={styles.push}>
                <Button kind="quiet" size="s" onClick={() => setTaking(one)}>
                  {specialDays.take}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <div className={styles.foot}>
          <Button size="s" onClick={() => setAdding(true)}>
            {specialDays.add}
          </Button>
        </div>
      )}
      {adding && <ExceptionDialog plan={plan} onDone={onChanged} onClose={() => setAdding(false)} />}
      {taking && <TakeDialog yearId={plan.yearId} exception={taking} onDone={onChanged} onClose={() => setTaking(null)} />}
    </Card>
  )
}
