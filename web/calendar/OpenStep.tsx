import { useEffect, useState } from 'react'
import { findingsOf } from '#domain/calendar/findings.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { invalidate } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { Findings } from './Findings.tsx'
import styles from './forms.module.css'
import type { StepProps } from './StepScreen.tsx'
import * as texts from './texts.ru.ts'

/** The last step: what is still missing, and the button that opens the year for everybody. */
export function OpenStep({ plan, onDirty, onDone }: StepProps) {
  const may = useCan()('calendar.openYear', { kind: 'school' })
  const command = useCommand('calendar.openYear')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => onDirty(false), [onDirty])
  if (plan.openedAt !== null) return <Notice kind="good">{texts.openStep.opened(moment(plan.openedAt))}</Notice>
  const findings = findingsOf(plan)
  const missing = findings.some(({ required }) => required)
  const open = async () => {
    setProblem(null)
    try {
      await command.run({ yearId: plan.yearId })
      await invalidate(['calendar.years', 'calendar.yearPlan', 'calendar.year'])
      toast(texts.openStep.done(plan.name))
      onDone()
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
  }
  return (
    <>
      <Notice kind={missing ? 'note' : 'good'}>{missing ? texts.openStep.notReady : texts.openStep.ready}</Notice>
      <Findings findings={findings} href={(section) => `/school/year/${plan.yearId}/${section}`} />
      <p className={styles.about}>{texts.openStep.about}</p>
      <p className={styles.about}>{plan.classes.length === 0 ? texts.openStep.classes : texts.openStep.timetable}</p>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {may ? (
        <div className={styles.buttons}>
          <Button kind="primary" busy={command.running} disabled={missing} onClick={open}>
            {texts.openStep.action}
          </Button>
        </div>
      ) : (
        <Notice>{texts.readOnly}</Notice>
      )}
    </>
  )
}
