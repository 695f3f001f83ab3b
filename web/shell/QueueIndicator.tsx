import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useOnline } from '#web/platform/online.ts'
import { useQueue } from '#web/platform/outbox.ts'
import { QueueDialog } from './QueueDialog.tsx'
import styles from './QueueIndicator.module.css'
import { countQueue } from './queueCount.ts'
import * as texts from './texts.ru.ts'

/** Whether everything typed has reached the journal. Opens the list of what has not. */
export function QueueIndicator() {
  const queue = useQueue()
  const online = useOnline()
  const [open, setOpen] = useState(false)
  const { waiting, refused } = countQueue(queue)
  const [state, Icon, short, long] =
    refused > 0
      ? (['bad', IconAlertTriangle, texts.queue.refusedShort(refused), texts.queue.refused(refused)] as const)
      : waiting === 0
        ? (['saved', IconCloudCheck, texts.queue.saved, texts.queue.saved] as const)
        : online
          ? (['sending', IconCloudUp, texts.queue.sending, texts.queue.sending] as const)
          : (['waiting', IconCloudOff, texts.queue.waitingShort(waiting), texts.queue.waiting(waiting)] as const)
  return (
    <>
      <button
        type="button"
        className={styles.indicator}
        data-state={state}
        data-tip={long}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon size={18} stroke={1.7} aria-hidden />
        <span className={styles.words}>{short}</span>
      </button>
      {open && <QueueDialog queue={queue} onClose={() => setOpen(false)} />}
    </>
  )
}
