import { IconCloudOff } from '@tabler/icons-react'
import { isStaff } from '#web/access/people.ts'
import { useOnline } from '#web/platform/online.ts'
import { useQueue } from '#web/platform/outbox.ts'
import { useMe } from '#web/platform/session.tsx'
import { Banner } from '#web/ui/Banner.tsx'
import { countQueue } from './queueCount.ts'
import * as texts from './texts.ru.ts'

/** Says honestly that there is no connection, and how much waits for it on this device. */
export function ConnectionBanner() {
  const online = useOnline()
  const me = useMe()
  const { waiting } = countQueue(useQueue())
  if (online) return null
  const text =
    waiting > 0 ? texts.offlineBanner.queue(waiting) : isStaff(me) ? texts.offlineBanner.empty : texts.offlineBanner.reader
  return <Banner icon={<IconCloudOff size={18} stroke={1.7} aria-hidden />}>{text}</Banner>
}
