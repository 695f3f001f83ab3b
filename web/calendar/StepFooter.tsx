import type { Refusal } from '#domain/platform/refusal.ts'
import { refusalText } from '#domain/texts.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './forms.module.css'
import * as texts from './texts.ru.ts'
import type { StepForm } from './useStepForm.ts'

/** The end of a step: what is wrong with it, and the buttons. */
export function StepFooter<V>({ form, refusal, opened }: { form: StepForm<V>; refusal: Refusal | null; opened: boolean }) {
  const may = useCan()('calendar.setTerms', { kind: 'school' })
  if (!may) return <Notice>{texts.readOnly}</Notice>
  const { changed, saving, problem, submit, reset } = form
  return (
    <>
      {refusal && changed && <Notice kind="bad">{refusalText(refusal.code, refusal.params)}</Notice>}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div className={styles.buttons}>
        <Button kind="primary" busy={saving} disabled={refusal !== null && changed} onClick={submit}>
          {!changed ? texts.go : opened ? texts.save : texts.saveAndGo}
        </Button>
        {changed && <Button onClick={reset}>{texts.reset}</Button>}
      </div>
    </>
  )
}
