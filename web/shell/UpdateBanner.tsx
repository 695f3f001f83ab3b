import { IconRefresh } from '@tabler/icons-react'
import { useState, useSyncExternalStore } from 'react'
import { applyUpdate, subscribeUpdate, updateWaits } from '#web/platform/serviceWorker.ts'
import { Banner } from '#web/ui/Banner.tsx'
import { Button } from '#web/ui/Button.tsx'
import * as texts from './texts.ru.ts'

/** «Вышло обновление». Never by itself: something may be being typed. */
export function UpdateBanner() {
  const waits = useSyncExternalStore(subscribeUpdate, updateWaits)
  const [busy, setBusy] = useState(false)
  if (!waits) return null
  const update = () => {
    setBusy(true)
    void applyUpdate()
  }
  return (
    <Banner
      kind="plain"
      icon={<IconRefresh size={18} stroke={1.7} aria-hidden />}
      action={
        <Button size="s" busy={busy} onClick={update}>
          {texts.update.action}
        </Button>
      }
    >
      {texts.update.text}
    </Banner>
  )
}
