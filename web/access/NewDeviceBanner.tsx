import { IconAlertTriangle } from '@tabler/icons-react'
import { moment } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import { Banner } from '#web/ui/Banner.tsx'
import { DeviceAnswers } from './DeviceAnswers.tsx'
import { newDevice } from './protection.texts.ru.ts'
import { useNewDevices } from './useNewDevices.ts'

/** Somebody has signed in to this account on a device it did not know: told above the page until it is answered, kept in the bell. */
export function NewDeviceBanner() {
  const { school } = useMe()
  const { devices, mine, notMine } = useNewDevices()
  const latest = devices.find(({ read, ended }) => !read && !ended)
  if (!latest) return null
  return (
    <Banner
      icon={<IconAlertTriangle size={18} aria-hidden />}
      action={<DeviceAnswers onMine={() => void mine()} onNotMine={() => void notMine(latest)} />}
    >
      {newDevice.text(latest.device, latest.address, moment(latest.at, school.timeZone))}
    </Banner>
  )
}
