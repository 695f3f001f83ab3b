import { useLocation } from 'wouter'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './FirstSteps.module.css'
import { wayOf } from './firstSteps.ts'
import * as texts from './texts.ru.ts'
import { useFirstSteps } from './useFirstSteps.ts'

/**
 * Where a step of the first start is done: how far the school is, and what comes next; while that is the step of this very page, the rest
 * of it. `after` is what the page shows: when it changes, the steps are counted anew. Nothing once the steps are put away.
 */
export function NextStep({ after }: { after?: unknown }) {
  const [location] = useLocation()
  const first = useFirstSteps(after)
  if (!first) return null
  const { steps, done, next } = first
  const { here, href } = next ? wayOf(next, location) : { here: false, href: null }
  const name = next ? texts.steps[next.key][0] : ''
  return (
    <div className={styles.next}>
      <Notice>
        <p>
          {texts.soFar(done, steps.length)}{' '}
          {next ? here && `${texts.now(name, next.percent)} ${href ? '' : texts.below}` : texts.all}
        </p>
        <p className={styles.onward}>
          {href && (
            <ButtonLink kind={here ? 'plain' : 'primary'} href={href}>
              {here ? (href === next?.href ? texts.rest : texts.bySheet) : texts.onward(name)}
            </ButtonLink>
          )}
          <ButtonLink kind={next ? 'plain' : 'primary'} href="/school">
            {texts.allSteps}
          </ButtonLink>
        </p>
      </Notice>
    </div>
  )
}
