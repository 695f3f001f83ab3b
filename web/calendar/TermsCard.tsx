import { daysOfTermByWeeks, schemesOf } from '#domain/calendar/rules.ts'
import { gradesText, termName } from '#domain/calendar/texts.ru.ts'
import type { Output } from '#domain/operations.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import * as texts from './texts.ru.ts'
import styles from './YearPlan.module.css'

/** Periods by the grades they are of, with how many school days each has. */
export function TermsCard({ plan, href }: { plan: Output<'calendar.yearPlan'>; href: string | null }) {
  const schemes = schemesOf(plan.terms)
  return (
    <Card title={texts.steps.terms}>
      {schemes.length === 0 && <p className={styles.empty}>{texts.termsStep.none}</p>}
      {schemes.map((scheme) => (
        <div key={`${scheme.fromGrade}${scheme.kind}`}>
          <h3 className={styles.sub}>
            {gradesText(scheme)}: {texts.termsStep.kinds[scheme.kind].toLowerCase()}
          </h3>
          <ul className={styles.list}>
            {scheme.terms.map((term) => (
              <li key={term.termId}>
                <span className={styles.what}>{termName(term.kind, term.number)}</span>
                <span>{texts.range(term.from, term.to)}</span>
                {term.lockedAt && (
                  <span className={styles.tag} data-locked>
                    {texts.termsStep.locked}
                  </span>
                )}
                <span className={[styles.soft, styles.push].join(' ')}>{texts.daysInWeeks(daysOfTermByWeeks(term, plan))}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
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
