import { Button } from '#web/ui/Button.tsx'
import styles from './Curriculum.module.css'
import * as texts from './texts.ru.ts'
import type { Saving } from './usePlanEdits.ts'

/** Whether what was typed is with the server. */
export function SavingNote({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  if (saving === 'offline')
    return (
      <span className={styles.unsaved} role="alert">
        {texts.plan.offline}{' '}
        <Button size="s" onClick={onRetry}>
          {texts.plan.retry}
        </Button>
      </span>
    )
  return (
    <span className={styles.saved} role="status">
      {saving === 'saving' ? texts.plan.saving : ''}
    </span>
  )
}
