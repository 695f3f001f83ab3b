import { useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { useCommand } from '#web/platform/commands.ts'
import { invalidate } from '#web/platform/queries.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './forms.module.css'
import { discarding } from './specialDays.texts.ru.ts'

/** Asks before a draft of a year goes, and says who goes back with it. */
export function DiscardDialog({ plan, onClose }: { plan: Output<'calendar.yearPlan'>; onClose: () => void }) {
  const discard = useCommand('calendar.discardYear')
  const [, navigate] = useLocation()
  const students = plan.classes.reduce((sum, one) => sum + one.students, 0)
  const run = async () => {
    const done = await discard.run({ yearId: plan.yearId })
    toast(discarding.done(plan.name, done.students))
    onClose()
    navigate('/school/year', { replace: true })
    await invalidate(['calendar.years', 'calendar.year', 'classes.overview', 'classes.card', 'classes.movement', 'people.list'])
  }
  return (
    <ConfirmDialog title={discarding.title(plan.name)} action={discarding.action} danger onConfirm={run} onClose={onClose}>
      <div className={styles.column}>
        <p className={styles.about}>{discarding.about}</p>
        {plan.classes.length > 0 && <p className={styles.about}>{discarding.classes(plan.classes.length, students)}</p>}
      </div>
    </ConfirmDialog>
  )
}
