import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import type { Output } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import styles from './SessionItem.module.css'
import * as texts from './texts.ru.ts'

export type OwnSession = Output<'access.sessions'>['sessions'][number]

/** One sign-in: on what, from where, when. */
export function SessionItem({ session, onRevoke }: { session: OwnSession; onRevoke?: (session: OwnSession) => void }) {
  const { school } = useMe()
  const { device, address, createdAt, endedAt, current } = session
  const Icon = /android|iphone|ipad|телефон|планшет/i.test(device) ? IconDeviceMobile : IconDeviceDesktop
  const began = moment(createdAt, school.timeZone)
  return (
    <li className={styles.item}>
      <Icon size={20} stroke={1.6} aria-hidden className={styles.icon} />
      <div className={styles.about}>
        <p className={styles.device}>
          {device}
          {current && <span className={styles.current}>{texts.security.current}</span>}
        </p>
        <p className={styles.detail}>
          {endedAt ? texts.security.until(began, moment(endedAt, school.timeZone)) : texts.security.since(began)}
          {address && ` · ${address}`}
        </p>
      </div>
      {!current && onRevoke && (
        <Button size="s" aria-label={texts.security.revokeOf(device)} onClick={() => onRevoke(session)}>
          {texts.security.revoke}
        </Button>
      )}
    </li>
  )
}
