import { type ReactNode, useEffect, useState } from 'react'
import { firstStart, Problem } from '#web/platform/client.ts'
import { signIn } from '#web/platform/sessionActions.ts'
import { zones } from '#web/school/TimeZoneField.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Steps } from '#web/ui/Steps.tsx'
import { documentTitle, product } from '#web/ui/texts.ru.ts'
import { AdministratorStep } from './AdministratorStep.tsx'
import { CodeStep } from './CodeStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { chosenLogin, type Draft, dropDraft, keepDraft, keptDraft, type StepKey } from './draft.ts'
import styles from './FirstStart.module.css'
import { PrintStep } from './PrintStep.tsx'
import { SchoolStep } from './SchoolStep.tsx'
import * as texts from './texts.ru.ts'

const order: StepKey[] = ['school', 'print', 'administrator']

/** From an empty database to a school with its administrator: the code of the terminal, the card, the requisites, the account. */
export default function FirstStartScreen() {
  const [draft, setDraft] = useState<Draft>(() => withCodeOfLink(keptDraft(zones)))
  const [state, setState] = useState<'asking' | 'code' | 'filling' | 'done' | 'closed' | Error>('asking')
  const [step, setStep] = useState<StepKey>('school')
  const ask = async () => {
    setState('asking')
    try {
      await firstStart('isOpen')
      if (draft.code === '') return setState('code')
      // A link that no longer fits: the code is asked for, with the reason said there.
      await firstStart('check', { code: draft.code }).then(
        () => setState('filling'),
        () => setState('code'),
      )
    } catch (error) {
      setState(error instanceof Problem && error.status < 500 ? 'closed' : (error as Error))
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the page as it was opened
  useEffect(() => {
    document.title = documentTitle(texts.title)
    history.replaceState(null, '', '/start') // whoever looks at the screen or its history finds no code
    void ask()
  }, [])
  const change = (next: Draft) => {
    setDraft(next)
    keepDraft(next)
  }
  const go = (key: string) => setStep(key as StepKey)
  const passed = (code: string) => {
    change({ ...draft, code })
    setState('filling')
  }
  const open = async () => {
    const administrator = { ...draft.administrator, login: chosenLogin(draft.administrator).toLowerCase() }
    await firstStart('open', { code: draft.code, card: draft.card, administrator })
    dropDraft()
    await signIn(administrator.login, administrator.password)
    setState('done')
  }
  if (state instanceof Error)
    return (
      <Shell>
        <ErrorState error={state} onRetry={() => void ask()} />
      </Shell>
    )
  if (state === 'asking')
    return (
      <Shell>
        <Skeleton rows={6} />
      </Shell>
    )
  if (state === 'closed')
    return (
      <Shell title={texts.isOpen.title} lead={texts.isOpen.text}>
        <div>
          <Button kind="primary" onClick={() => location.replace('/')}>
            {texts.isOpen.enter}
          </Button>
        </div>
      </Shell>
    )
  if (state === 'done') return <DoneStep login={chosenLogin(draft.administrator)} />
  if (state === 'code')
    return (
      <Shell title={texts.code.title} lead={texts.code.lead}>
        <CodeStep code={draft.code} onPassed={passed} />
      </Shell>
    )
  const at = order.indexOf(step)
  const props = { draft, onChange: change, onBack: at > 0 ? () => setStep(order[at - 1]!) : null }
  return (
    <Shell title={texts.title} lead={texts.lead}>
      <Steps
        label={texts.guide}
        steps={order.map((key, i) => ({
          key,
          label: texts.steps[key],
          state: key === step ? 'current' : i < at ? 'done' : 'todo',
        }))}
        {...(at > 0 ? { onSelect: (key: string) => order.indexOf(key as StepKey) < at && go(key) } : {})}
      />
      {step === 'school' && <SchoolStep {...props} onNext={() => setStep('print')} />}
      {step === 'print' && <PrintStep {...props} onNext={() => setStep('administrator')} />}
      {step === 'administrator' && <AdministratorStep {...props} onNext={open} />}
    </Shell>
  )
}

/** The code stands behind the «#»: servers and proxies on the way never see it. */
function withCodeOfLink(draft: Draft): Draft {
  const code = decodeURIComponent(location.hash.slice(1))
  return code ? { ...draft, code } : draft
}

function Shell({ title, lead, children }: { title?: string; lead?: string; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <p className={styles.product}>
        <img src="/icon.svg" alt="" width="32" height="32" />
        {product}
      </p>
      {title && (
        <div className={styles.head}>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
      )}
      {children}
    </main>
  )
}
