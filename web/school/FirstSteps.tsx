import { IconCheck } from '@tabler/icons-react'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './FirstSteps.module.css'
import { type FirstStep, firstStepsOf } from './firstSteps.ts'
import * as texts from './texts.ru.ts'

const school = { kind: 'school' } as const

/** What a school that begins does first, with how far it is; gone when the administrator says so. */
export function FirstSteps() {
  const can = useCan()
  const leads = can('school.finishSetUp', school)
  const card = useQuery('school.card', {}, { enabled: leads })
  const begins = leads && card.data !== undefined && card.data.setUpAt === null
  const { data } = useQuery('readiness.board', {}, { enabled: begins })
  const finish = useCommand('school.finishSetUp')
  if (!begins || !data) return null
  const steps = firstStepsOf(data.sections)
  const done = steps.filter(({ percent }) => percent === 100).length
  const next = steps.find(({ percent }) => percent < 100)
  const close = async () => {
    await finish.run({})
    toast(texts.first.finished)
    card.refetch()
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

function Step({ step: { key, percent, href, bySheet }, number, next }: { step: FirstStep; number: number; next: boolean }) {
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
          <span className={styles.state}>{done ? texts.first.done : percent > 0 && texts.first.part(percent)}</span>
        </span>
        <span className={styles.about}>{about}</span>
      </span>
      <span className={styles.ways}>
        {bySheet && !done && (
          <ButtonLink href="/school/import" size="s" kind="quiet">
            {texts.first.bySheet}
          </ButtonLink>
        )}
        <ButtonLink href={href} size="s" kind={next ? 'primary' : 'plain'}>
          {done ? texts.first.look : texts.first.fill}
        </ButtonLink>
      </span>
    </li>
  )
}
