import { product } from '#web/ui/texts.ru.ts'
import { markShown, shownUntil } from './here.ts'
import { linesOf, type Notice } from './noticeLines.ts'

/** So many at once are named; more are counted by the bell. */
const MOST = 3

/** Shows what came since the last time, once whichever tab hears of it first; not while the person looks at the app anyway. */
export async function showHere(notices: readonly Notice[]): Promise<void> {
  const since = shownUntil()
  const fresh = notices.filter(({ at, read }) => !read && at > since)
  const [newest] = fresh
  if (!newest) return
  markShown(newest.at)
  if (document.hasFocus()) return
  for (const notice of fresh.slice(0, MOST)) {
    const { title, detail } = linesOf(notice, true)
    await show(title, { body: detail, tag: notice.noticeId, icon: '/icon-192.png', lang: 'ru' })
  }
}

/** Phones show them by the worker of the app only. */
async function show(title: string, options: NotificationOptions): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration()
  if (worker) return worker.showNotification(title || product, options)
  const shown = new Notification(title || product, options)
  shown.onclick = () => {
    window.focus()
    shown.close()
  }
}
