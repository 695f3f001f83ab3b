import { useState } from 'react'
import { type Scheme, schemesOf, type Term, termsText, whyLockedTermsMove, whyTermsAreWrong } from '#domain/calendar/rules.ts'
import { termsProposed } from '#domain/calendar/template.ts'
import type { Output } from '#domain/operations.ts'
import { call } from '#web/platform/client.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import styles from './forms.module.css'
import { MovesDialog } from './MovesDialog.tsx'
import { SchemeCard } from './SchemeCard.tsx'
import { StepFooter } from './StepFooter.tsx'
import type { StepProps } from './StepScreen.tsx'
import * as texts from './texts.ru.ts'
import { STAY, useStepForm } from './useStepForm.ts'

type Moves = Output<'calendar.previewTerms'>['moves']

/** Rows stay where they are while a first day is being typed: the rules go by dates, the screen by numbers. */
const byNumber = (scheme: Scheme): Scheme => ({ ...scheme, terms: scheme.terms.toSorted((a, b) => a.number - b.number) })

/** Periods of every group of grades; before lessons move from one to another, what would move is shown. */
export function TermsStep({ plan, ...step }: StepProps) {
  const { yearId } = plan
  const command = useCommand('calendar.setTerms')
  const [asked, setAsked] = useState<{ moves: Moves; terms: Term[]; expected: Term[] } | null>(null)
  const standing = plan.terms.map(({ lockedAt: _, ...term }): Term => term)
  const form = useStepForm(step, standing, {
    save: async (terms, expected) => {
      const { moves } = await call('calendar.previewTerms', { yearId, terms: termsText(terms) })
      if (moves.length > 0) {
        setAsked({ moves, terms, expected })
        throw STAY
      }
      await command.run({ yearId, terms, expected })
    },
    saved: texts.termsStep.saved,
  })
  const { value, setValue } = form
  const locked = new Set(plan.terms.filter(({ lockedAt }) => lockedAt !== null).map(({ termId }) => termId))
  const startYear = Number(plan.from.slice(0, 4))
  const add = () => {
    const without = value.length === 0 ? { fromGrade: 1, toGrade: 9 } : { fromGrade: 10, toGrade: 11 }
    const proposed = termsProposed(value.length === 0 ? 'quarter' : 'halfYear', without, startYear)
    setValue([...value, ...proposed.map((term) => ({ ...term, termId: newOperationId() }))])
  }
  return (
    <>
      <p className={styles.about}>{texts.termsStep.about}</p>
      {value.length === 0 && <EmptyState title={texts.termsStep.none} text={texts.termsStep.noneText} />}
      {schemesOf(value)
        .map(byNumber)
        .map((scheme) => (
          <SchemeCard
            key={scheme.terms[0]!.termId}
            scheme={scheme}
            plan={plan}
            locked={locked}
            onChange={(terms) => setValue([...value.filter((term) => !scheme.terms.includes(term)), ...terms])}
          />
        ))}
      <div className={styles.buttons}>
        <Button onClick={add}>{texts.termsStep.addScheme}</Button>
      </div>
      <StepFooter
        form={form}
        refusal={whyTermsAreWrong(value, plan) ?? whyLockedTermsMove(plan.terms, value)}
        opened={plan.openedAt !== null}
      />
      {asked && (
        <MovesDialog
          moves={asked.moves}
          terms={[...asked.expected, ...asked.terms]}
          onConfirm={async () => {
            await command.run({ yearId, terms: asked.terms, expected: asked.expected })
            await form.finish()
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
