import { useState } from 'react'
import { findingsOf } from '#domain/calendar/findings.ts'
import { NextStep } from '#web/firstSteps/NextStep.tsx'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { BellsCard } from './BellsCard.tsx'
import { DiscardDialog } from './DiscardDialog.tsx'
import { ExceptionsCard } from './ExceptionsCard.tsx'
import { Findings } from './Findings.tsx'
import { FreeDaysCard } from './FreeDaysCard.tsx'
import { RegimeCard } from './RegimeCard.tsx'
import { discarding } from './specialDays.texts.ru.ts'
import { TermsCard } from './TermsCard.tsx'
import * as texts from './texts.ru.ts'
import styles from './YearPlan.module.css'
import { YearStrip } from './YearStrip.tsx'

/** A year at a glance: the strip of weeks, what is wrong with it, and every part with the way to change it. */
export function YearPlan({ yearId }: { yearId: string }) {
  const { today } = useMe()
  const may = useCan()('calendar.setTerms', { kind: 'school' })
  const [asking, setAsking] = useState(false)
  const { data: plan, error, refetch } = useQuery('calendar.yearPlan', { yearId })
  if (!plan) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={12} />
  const findings = findingsOf(plan)
  const step = (name: string) => (may ? `/school/year/${yearId}/${name}` : null)
  const ready = !findings.some(({ required }) => required)
  return (
    <>
      {plan.openedAt === null && (
        <Notice kind="note">
          <p>{texts.list.draftTitle}</p>
          {may && (
            <p className={styles.action}>
              <ButtonLink kind="primary" href={`/school/year/${yearId}/${ready ? 'open' : findings[0]!.section}`}>
                {ready ? texts.list.open : texts.list.proceed}
              </ButtonLink>
              <Button kind="quiet" onClick={() => setAsking(true)}>
                {discarding.open}
              </Button>
            </p>
          )}
        </Notice>
      )}
      {asking && <DiscardDialog plan={plan} onClose={() => setAsking(false)} />}
      {plan.openedAt !== null && <NextStep after={plan} />}
      {plan.openedAt !== null && plan.timetableMissing && plan.classes.length > 0 && (
        <Notice kind="note">{texts.list.timetable}</Notice>
      )}
      {!may && <Notice>{texts.readOnly}</Notice>}
      <Card title={texts.yearTitle(plan.name)} note={texts.weekOf(plan.studyDays)}>
        <YearStrip plan={plan} today={today} />
      </Card>
      <Findings findings={findings} href={step} />
      <div className={styles.cards}>
        <TermsCard plan={plan} href={step('terms')} />
        <FreeDaysCard plan={plan} vacations={step('vacations')} days={step('days')} onChanged={refetch} />
        <ExceptionsCard plan={plan} onChanged={refetch} />
        <BellsCard plan={plan} href={step('bells')} />
        <RegimeCard plan={plan} href={step('classes')} />
      </div>
    </>
  )
}
