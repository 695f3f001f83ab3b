import { IconX } from '@tabler/icons-react'
import { useEffect, useSyncExternalStore } from 'react'
import { IconButton } from './IconButton.tsx'
import { say } from './status.ts'
import styles from './ToastRegion.module.css'
import * as texts from './texts.ru.ts'
import { removeToast, subscribeToasts, toastsNow } from './toasts.ts'

/** Where toasts appear. Rendered once, by the shell. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribeToasts, toastsNow)
  const last = toasts.at(-1)
  useEffect(() => {
    if (last) say(last.text)
  }, [last])
  return (
    <section className={styles.region} aria-label={texts.messages}>
      {toasts.map(({ id, text, action }) => (
        <div key={id} className={styles.toast}>
          <span className={styles.text}>{text}</span>
          {action && (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                removeToast(id)
                action.run()
              }}
            >
              {action.label}
            </button>
          )}
          <IconButton
            label={texts.close}
            icon={<IconX size={16} />}
            size="s"
            className={styles.close}
            onClick={() => removeToast(id)}
          />
        </div>
      ))}
    </section>
  )
}
