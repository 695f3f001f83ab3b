import { type ComponentType, useCallback, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { findingsOf, sections } from '#domain/calendar/findings.ts'
import type { Output } from '#domain/operations.ts'
import { useQuery } from '#web/platform/queries.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Steps } from '#web/ui/Steps.tsx'
import { BellsStep } from './BellsStep.tsx'
import { BoundsStep } from './BoundsStep.tsx'
import { ClassesStep } from './ClassesStep.tsx'
import { DaysStep } from './DaysStep.tsx'
import { OpenStep } from './OpenStep.tsx'
import { TermsStep } from './TermsStep.tsx'
import * as texts from './texts.ru.ts'
import { VacationsStep } from './VacationsStep.tsx'

export type StepProps = {
  plan: Output<'calendar.yearPlan'>
  /** Something on the step differs from what is saved. */
  onDirty: (dirty: boolean) => void
  /** Saved, or nothing to save: on to what comes after it. */
  onDone: () => void
}
const order = [...sections, 'open'] as const
type StepName = (typeof order)[number]
const screens: Record<StepName, ComponentType<StepProps>> = {
  bounds: BoundsStep,
  terms: TermsStep,
  vacations: VacationsStep,
  days: DaysStep,
  bells: BellsStep,
  classes: ClassesStep,
  open: OpenStep,
}

/** One part of a year, to be filled in on the way to its opening or changed later. What is saved is kept as a draft until then. */
export default function StepScreen() {
  const { yearId = '', step = '' } = useParams<{ yearId: string; step: string }>()
  const [, navigate] = useLocation()
  const { data: plan, error, refetch } = useQuery('calendar.yearPlan', { yearId })
  const [dirty, setDirty] = useState(false)
  const [leaving, setLeaving] = useState<string | null>(null)
  const current = order.find((one) => one === step) ?? 'bounds'
  const Screen = screens[current]
  const overview = `/school/year?year=${yearId}`
  const next = plan?.openedAt === null ? order[order.indexOf(current) + 1] : undefined
  const after = next ? `/school/year/${yearId}/${next}` : overview
  const go = useCallback(
    (href: string) => {
      setDirty(false)
      setLeaving(null)
      navigate(href)
    },
    [navigate],
  )
  const onDone = useCallback(() => {
    refetch()
    go(after)
  }, [go, after, refetch])
  const lacking = new Set(
    plan ? findingsOf(plan).flatMap(({ required, section }) => (required ? [section as StepName] : [])) : [],
  )
  return (
    <Page
      title={plan ? `${plan.name}: ${texts.steps[current].toLowerCase()}` : texts.title}
      subtitle={plan && texts.bounds(plan.from, plan.to)}
      actions={<ButtonLink href={overview}>{texts.back}</ButtonLink>}
    >
      {!plan && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {plan && (
        <>
          <Steps
            label={texts.steps.label}
            steps={order
              .filter((one) => one !== 'open' || plan.openedAt === null)
              .map((one) => ({
                key: one,
                label: texts.steps[one],
                state: one === current ? 'current' : one === 'open' || lacking.has(one) ? 'todo' : 'done',
              }))}
            onSelect={(key) => {
              const href = `/school/year/${yearId}/${key}`
              if (dirty) setLeaving(href)
              else go(href)
            }}
          />
          <Screen key={current} plan={plan} onDirty={setDirty} onDone={onDone} />
        </>
      )}
      {leaving && (
        <ConfirmDialog
          title={texts.leaving.title}
          action={texts.leaving.action}
          danger
          onConfirm={() => go(leaving)}
          onClose={() => setLeaving(null)}
        >
          <p>{texts.leaving.text}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}
