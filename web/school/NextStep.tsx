import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './FirstSteps.module.css'
import type { StepKey } from './firstSteps.ts'
import * as texts from './texts.ru.ts'
import { useFirstSteps } from './useFirstSteps.ts'

/**
 * Where a step of the first start has been done: how far the school is, and what comes next; when that is the step of this very page, that
 * something is left here. Nothing once the steps are put away.
 */
export function NextStep({ here }: { here?: StepKey }) {
  const first = useFirstSteps()
  if (!first) return null
  const { steps, done, next } = first
  const stays = next !== undefined && next.key === here
  return (
    <Notice>
      <p>
        {texts.first.soFar(done, steps.length)} {stays && texts.first.stays}
      </p>
      <p className={styles.onward}>
        {next && !stays && (
          <ButtonLink kind="primary" href={next.sheet ? `/school/import/${next.sheet}` : next.href}>
            {texts.first.onward(texts.first.steps[next.key][0])}
          </ButtonLink>
        )}
        <ButtonLink href="/school">{texts.first.allSteps}</ButtonLink>
      </p>
    </Notice>
  )
}
