import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { moment } from '#domain/platform/dateTexts.ts'
import { call } from '#web/platform/client.ts'
import { useMe } from '#web/platform/session.tsx'
import { Banner } from '#web/ui/Banner.tsx'
import { Button } from '#web/ui/Button.tsx'
import styles from './NewDeviceBanner.module.css'
import * as texts from './protection.texts.ru.ts'

/** Somebody has signed in to this account on a device it did not know: told until it is read. */
export function NewDeviceBanner() {
  const { newDevices, school } = useMe()
  const [, navigate] = useLocation()
  const [read, setRead] = useState<string | null>(null)
  const latest = newDevices[0]
  if (!latest || latest.at === read) return null
  const done = (next?: string) => {
    setRead(latest.at)
    // Unheard without a network: it is told again the next time.
    call('access.seeDevices', {}, { quiet: true }).catch(() => undefined)
    if (next) navigate(next)
  }
  return (
    <Banner
      icon={<IconAlertTriangle size={18} aria-hidden />}
      action={
        <span className={styles.actions}>
          <Button size="s" onClick={() => done()}>
            {texts.newDevice.mine}
          </Button>
          <Button size="s" onClick={() => done('/security')}>
            {texts.newDevice.notMine}
          </Button>
        </span>
      }
    >
      {texts.newDevice.text(latest.device, latest.address, moment(latest.at, school.timeZone))}
    </Banner>
  )
}
