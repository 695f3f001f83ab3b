import { IconBell } from '@tabler/icons-react'
import { Suspense, useEffect } from 'react'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { lazyPart } from '#web/ui/lazyPart.ts'
import { Menu } from '#web/ui/Menu.tsx'
import * as texts from './bell.texts.ru.ts'
import { isShownHere } from './here.ts'
import styles from './NoticeBell.module.css'

const NoticePanel = lazyPart(() => import('./NoticePanel.tsx'), 'soon')

/** What a person is told of, behind a bell that says how much of it is new; on a device that shows notices, beside the app too. */
export function NoticeBell() {
  const { actor } = useMe()
  const { data } = useQuery('notifications.list', {})
  const unread = data?.unread ?? 0
  useEffect(() => {
    if (data && isShownHere(actor.personId)) void import('./showHere.ts').then(({ showHere }) => showHere(data.notices))
  }, [data, actor.personId])
  return (
    <Menu
      label={texts.bell(unread)}
      trigger={
        <span className={styles.bell}>
          <IconBell size={20} stroke={1.7} aria-hidden />
          {unread > 0 && <span className={styles.dot} />}
        </span>
      }
    >
      {(close) => (
        <Suspense fallback={<div className={styles.waiting} />}>
          <NoticePanel onLeave={close} />
        </Suspense>
      )}
    </Menu>
  )
}
