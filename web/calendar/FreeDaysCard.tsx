import type { Exception } from '#domain/calendar/rules.ts'
import { gradesText } from '#domain/calendar/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { daysBetween } from '#domain/platform/dates.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import * as texts from './texts.ru.ts'
import styles from './YearPlan.module.css'

/** Vacations, and the holidays and working days between them. */
export function FreeDaysCard({
  plan,
  vacations,
  days,
}: {
  plan: Output<'calendar.yearPlan'>
  vacations: string | null
  days: string | null
}) {
  const own = plan.exceptions.filter(({ classId }) => classId === null)
  const of = (...kinds: Exception['kind'][]) => own.filter(({ kind }) => kinds.includes(kind))
  return (
    <Card title={texts.steps.vacations}>
      <Days exceptions={of('vacation')} none={texts.vacationsStep.none} />
      <h3 className={styles.sub}>{texts.steps.days}</h3>
      <Days exceptions={of('holiday', 'workday')} none={texts.daysStep.none} />
      {vacations && days && (
        <div className={styles.foot}>
          <ButtonLink size="s" href={vacations}>
            {texts.steps.vacations}
          </ButtonLink>
          <ButtonLink size="s" href={days}>
            {texts.steps.days}
          </ButtonLink>
        </div>
      )}
    </Card>
  )
}

function Days({ exceptions, none }: { exceptions: readonly Exception[]; none: string }) {
  if (exceptions.length === 0) return <p className={styles.empty}>{none}</p>
  return (
    <ul className={styles.list}>
      {exceptions.map((one) => (
        <li key={`${one.name}${one.from}${one.fromGrade}`}>
          <span className={styles.what}>{one.name}</span>
          <span>{texts.range(one.from, one.to)}</span>
          {!(one.fromGrade <= 1 && one.toGrade >= 11) && <span className={styles.soft}>{gradesText(one)}</span>}
          {one.likeWeekday !== null && (
            <span className={styles.soft}>
              {texts.daysStep.like.toLowerCase()} {texts.weekdayLong(one.likeWeekday)}
            </span>
          )}
          {one.to > one.from && (
            <span className={[styles.soft, styles.push].join(' ')}>{texts.days(daysBetween(one.from, one.to) + 1)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
