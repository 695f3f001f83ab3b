import { IconBell } from '@tabler/icons-react'
import { useCommand } from '#web/platform/commands.ts'
import { patchQuery, useQuery } from '#web/platform/queries.ts'
import { Menu } from '#web/ui/Menu.tsx'
import styles from './NoticeBell.module.css'
import { NoticeList } from './NoticeList.tsx'
import * as texts from './texts.ru.ts'

/**
 * New marks and absences of one's own or one's children, sign-ins on new devices. Opening the list says that the former have been seen; the
 * latter want an answer.
 */
export function NoticeBell() {
  const { data, error } = useQuery('notifications.list', {})
  const { run } = useCommand('notifications.read')
  const unread = data?.unread ?? 0
  const seen = () => {
    if (!data?.notices.some(({ read }) => !read)) return
    run({}).then(
      () =>
        patchQuery('notifications.list', {}, (answer) => ({
          ...answer,
          unread: answer.devices.filter(({ read }) => !read).length,
        })),
      () => {}, // not told the server: they stay new, and are asked about again
    )
  }
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
        <NoticeList
          notices={data?.notices ?? null}
          devices={data?.devices ?? []}
          failed={error !== null}
          onOpen={seen}
          onLeave={close}
        />
      )}
    </Menu>
  )
}
