import { useState } from 'react'
import type { Exception } from '#domain/calendar/rules.ts'
import { gradesText } from '#domain/calendar/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { daysBetween } from '#domain/platform/dates.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { specialDays } from './specialDays.texts.ru.ts'
import { TakeDialog } from './TakeDialog.tsx'
import * as texts from './texts.ru.ts'
import styles from './YearPlan.module.css'

/** Vacations, and the holidays and working days between them. */
export function FreeDaysCard({
  plan,
  vacations,
  days,
  onChanged,
}: {
  plan: Output<'calendar.yearPlan'>
  vacations: string | null
  days: string | null
  onChanged: () => void
}) {
  const may = useCan()('calendar.cancelException', { kind: 'school' })
  const [taking, setTaking] = useState<Exception | null>(null)
  const own = plan.exceptions.filter(({ classId }) => classId === null)
  const of = (...kinds: Exception['kind'][]) => own.filter(({ kind }) => kinds.includes(kind))
  return (
    <Card title={texts.freeDays.title}>
      <Days exceptions={of('vacation')} none={texts.vacationsStep.none} onTake={null} />
      <h3 className={styles.sub}>{texts.steps.days}</h3>
      <Days exceptions={of('holiday', 'workday')} none={texts.daysStep.none} onTake={may ? setTaking : null} />
      {vacations && days && (
        <div className={styles.foot}>
          <ButtonLink size="s" href={vacations}>
            {texts.freeDays.changeVacations}
          </ButtonLink>
          <ButtonLink size="s" href={days}>
            {texts.freeDays.changeDays}
          </ButtonLink>
        </div>
      )}
      {taking && <TakeDialog yearId={plan.yearId} exception={taking} onDone={onChanged} onClose={() => setTaking(null)} />}
    </Card>
  )
}

type DaysProps = { exceptions: readonly Exception[]; none: string; onTake: ((exception: Exception) => void) | null }

function Days({ exceptions, none, onTake }: DaysProps) {
  if (exceptions.length === 0) return <p className={styles.empty}>{none}</p>
  return (
    <ul className={styles.list}>
      {exceptions.map((one) => (
        <li key={`${one.name}${one.from}${one.fromGrade}`}>
          <span className={styles.text}>
            <span className={styles.what}>{one.name}</span>
            <span>{texts.range(one.from, one.to)}</span>
            {!(one.fromGrade <= 1 && one.toGrade >= 11) && <span className={styles.soft}>{gradesText(one)}</span>}
            {one.likeWeekday !== null && (
              <span className={styles.soft}>
                {texts.daysStep.like.toLowerCase()} {texts.weekdayLong(one.likeWeekday)}
              </span>
            )}
          </span>
          {one.to > one.from && (
            <span className={[styles.soft, styles.push].join(' ')}>{texts.days(daysBetween(one.from, one.to) + 1)}</span>
          )}
          {onTake && (
            <span className={styles.push}>
              <Button kind="quiet" size="s" onClick={() => onTake(one)}>
                {specialDays.take}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
