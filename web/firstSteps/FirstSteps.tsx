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
    toast(texts.finished)
    first.refetchCard()
  }
  return (
    <Card title={texts.title} padded>
      <div className={styles.first}>
        <p className={styles.about}>{next ? texts.about : texts.all}</p>
        <ProgressBar label={texts.whole} value={done} max={steps.length} told={texts.progress(done, steps.length)} />
        <ol className={styles.steps}>
          {steps.map((step, i) => (
            <Step key={step.key} step={step} number={i + 1} next={step === next} />
          ))}
        </ol>
        <div>
          <Button kind={next ? 'quiet' : 'primary'} busy={finish.running} onClick={close}>
            {texts.finish}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function Step({ step, number, next }: { step: FirstStep; number: number; next: boolean }) {
  const { key, percent, href, sheet, later, record } = step
  const [title, about] = texts.steps[key]
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
          <span className={styles.state}>{done ? texts.done : percent > 0 ? texts.part(percent) : later && texts.later}</span>
        </span>
        <span className={styles.about}>{about}</span>
      </span>
      <span className={styles.ways}>
        {record && percent > 0 && (
          <ButtonLink href={record} size="s" kind="quiet">
            {texts.record}
          </ButtonLink>
        )}
        {sheet && !done && (
          <ButtonLink href={`/school/import/${sheet}`} size="s" kind={next ? 'primary' : 'plain'}>
            {texts.bySheet}
          </ButtonLink>
        )}
        <ButtonLink href={href} size="s" kind={sheet && !done ? 'quiet' : next ? 'primary' : 'plain'}>
          {done ? texts.look : sheet ? texts.byHand : texts.fill[key as 'card' | 'year' | 'accounts']}
        </ButtonLink>
      </span>
    </li>
  )
}
