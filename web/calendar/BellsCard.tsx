import { gradesText } from '#domain/calendar/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { clockTime } from '#domain/platform/dateTexts.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import * as texts from './texts.ru.ts'
import styles from './YearPlan.module.css'

/** Bells: for whom, on which days, from when to when. */
export function BellsCard({ plan, href }: { plan: Output<'calendar.yearPlan'>; href: string | null }) {
  return (
    <Card title={texts.steps.bells}>
      {plan.schedules.length === 0 && <p className={styles.empty}>{texts.bellsStep.none}</p>}
      <ul className={styles.list}>
        {plan.schedules.map((schedule) => {
          const { shift, from, to, weekdays, lessons } = schedule
          const [first, last] = [lessons[0]!, lessons.at(-1)!]
          return (
            <li key={JSON.stringify([schedule.fromGrade, schedule.toGrade, shift, from, weekdays])}>
              <span className={styles.what}>{texts.bellsStep.forWhom(gradesText(schedule), shift)}</span>
              <span>{texts.weekdaysText(weekdays)}</span>
              {from && to && <span className={styles.soft}>{texts.range(from, to)}</span>}
              <span className={[styles.soft, styles.push].join(' ')}>
                {clockTime(first.startsAt)}–{clockTime(last.endsAt)}
              </span>
            </li>
          )
        })}
      </ul>
      {href && (
        <div className={styles.foot}>
          <ButtonLink size="s" href={href}>
            {texts.change}
          </ButtonLink>
        </div>
      )}
    </Card>
  )
}
