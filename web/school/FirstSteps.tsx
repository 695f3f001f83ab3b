import { IconCheck } from '@tabler/icons-react'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './FirstSteps.module.css'
import type { FirstStep } from './firstSteps.ts'
import * as texts from './texts.ru.ts'
import { useFirstSteps } from './useFirstSteps.ts'

/** What a school that begins does first, with how far it is; gone when the administrator says so. */
export function FirstSteps() {
  const first = useFirstSteps()
  const finish = useCommand('school.finishSetUp')
  if (!first) return null
  const { steps, done, next } = first
  const close = async () => {
    await finish.run({})
    toast(texts.first.finished)
    first.refetchCard()
  }
  return (
    <Card title={texts.first.title} padded>
      <div className={styles.first}>
        <p className={styles.about}>{next ? texts.first.about : texts.first.all}</p>
        <ProgressBar label={texts.first.whole} value={done} max={steps.length} told={texts.first.progress(done, steps.length)} />
        <ol className={styles.steps}>
          {steps.map((step, i) => (
            <Step key={step.key} step={step} number={i + 1} next={step === next} />
          ))}
        </ol>
        <div>
          <Button kind={next ? 'quiet' : 'primary'} busy={finish.running} onClick={close}>
            {texts.first.finish}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function Step({ step: { key, percent, href, sheet, later }, number, next }: { step: FirstStep; number: number; next: boolean }) {
  const [title, about] = texts.first.steps[key]
  const done = percent === 100
  return (
    <li
      className={styles.step}
      data-done={done || undefined}
      data-next={next || undefined}
      aria-current={next ? 'step' : undefined}
    >
      <span className={styles.number} aria-hidden>
        {done ? <IconCheck size={16} stroke={2.4} /> : number}
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          {title}
          <span className={styles.state}>
            {done ? texts.first.done : percent > 0 ? texts.first.part(percent) : later && texts.first.later}
          </span>
        </span>
        <span className={styles.about}>{about}</span>
      </span>
      <span className={styles.ways}>
        {sheet && !done && (
          <ButtonLink href={`/school/import/${sheet}`} size="s" kind={next ? 'primary' : 'plain'}>
            {texts.first.bySheet}
          </ButtonLink>
        )}
        <ButtonLink href={href} size="s" kind={sheet && !done ? 'quiet' : next ? 'primary' : 'plain'}>
          {done ? texts.first.look : sheet ? texts.first.byHand : texts.first.fill[key as 'card' | 'year' | 'accounts']}
        </ButtonLink>
      </span>
    </li>
  )
}
