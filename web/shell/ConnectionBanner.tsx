import { IconCloudOff } from '@tabler/icons-react'
import { isStaff, teaches } from '#web/access/people.ts'
import { useOnline } from '#web/platform/online.ts'
import { useQueue } from '#web/platform/outbox.ts'
import { useMe } from '#web/platform/session.tsx'
import { Banner } from '#web/ui/Banner.tsx'
import { countQueue } from './queueCount.ts'
import * as texts from './texts.ru.ts'

/** Says honestly that there is no connection, and how much waits for it on this device where nothing else says it. */
export function ConnectionBanner() {
  const online = useOnline()
  const me = useMe()
  const { waiting } = countQueue(useQueue())
  if (online) return null
  // How much waits for whoever teaches stands beside, in the indicator of the queue.
  const text =
    waiting > 0 && !teaches(me)
      ? texts.offlineBanner.queue(waiting)
      : isStaff(me)
        ? texts.offlineBanner.writer
        : texts.offlineBanner.reader
  return <Banner icon={<IconCloudOff size={18} stroke={1.7} aria-hidden />}>{text}</Banner>
}
