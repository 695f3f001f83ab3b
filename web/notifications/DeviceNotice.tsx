import { moment } from '#domain/platform/dateTexts.ts'
import { DeviceAnswers } from '#web/access/DeviceAnswers.tsx'
import { newDevice } from '#web/access/protection.texts.ru.ts'
import { type NewDevice, useNewDevices } from '#web/access/useNewDevices.ts'
import { useMe } from '#web/platform/session.tsx'
import styles from './NoticePanel.module.css'
import * as texts from './texts.ru.ts'

/** Where somebody signed in to this account, and what became of it. */
export function DeviceNotice({ device, onLeave }: { device: NewDevice; onLeave: () => void }) {
  const { school } = useMe()
  const { mine, notMine } = useNewDevices()
  const deny = () => {
    onLeave()
    void notMine(device)
  }
  return (
    <div className={styles.device}>
      <span className={styles.what}>
        <span className={styles.subject}>
          {newDevice.title}
          {!device.read && <span className={styles.fresh}>{texts.fresh}</span>}
        </span>
        <span className={styles.detail}>
          {[device.device, device.address, moment(device.at, school.timeZone), device.ended && newDevice.ended]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {!device.ended && <DeviceAnswers {...(device.read ? {} : { onMine: () => void mine() })} onNotMine={deny} />}
    </div>
  )
}
