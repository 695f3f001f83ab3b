import { moment } from '#domain/platform/dateTexts.ts'
import { discard, type Queued, useQueueStatus } from '#web/platform/outbox.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './QueueDialog.module.css'
import * as texts from './texts.ru.ts'

/** What waits on this device, and what the server did not take with its reason. */
export function QueueDialog({ queue, onClose }: { queue: readonly Queued[]; onClose: () => void }) {
  const { school } = useMe()
  const { paused } = useQueueStatus()
  return (
    <Dialog title={texts.queue.title} onClose={onClose} shape="sheet">
      {queue.length === 0 && <p>{texts.queue.empty}</p>}
      {paused && <Notice kind="note">{texts.pausedText(paused)}</Notice>}
      {queue.some(({ state }) => state !== 'refused') && <p className={styles.explain}>{texts.queue.explain}</p>}
      <ul className={styles.list}>
        {queue.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <div className={styles.about}>
              <p>{entry.label}</p>
              <p className={styles.detail} data-state={entry.state}>
                {moment(entry.at, school.timeZone)} · {entry.problem?.text ?? texts.queue.states[entry.state]}
              </p>
            </div>
            {entry.state === 'refused' && (
              <Button size="s" onClick={() => void discard(entry.id)}>
                {texts.queue.discard}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
