import type { QueryName } from '#domain/operations.ts'
import { nudge } from './outbox.ts'
import { queryClient } from './queryClient.ts'
import { personNow, sessionNow } from './sessionState.ts'

/** Questions that any change in any course may answer differently. */
const aboutManyCourses: readonly QueryName[] = ['journal.myDay', 'journal.courses', 'journal.unfilled', 'journal.unfilledLessons']
const aboutAPerson: readonly QueryName[] = ['access.me', 'access.sessions', 'access.accounts', 'access.urgent']

const aboutMyNotices: readonly QueryName[] = ['notifications.list', 'notifications.settings', 'readiness.tasks']
/** Lists that several people keep together: what one of them does the others see. Forms and previews are left to their authors. */
const aboutTheSchool: readonly QueryName[] = [
  'readiness.tasks',
  'readiness.board',
  'people.requests',
  'people.list',
  'people.checks',
  'access.issues',
  'access.accounts',
  'access.compromises',
  'access.rights',
  'classes.overview',
  'classes.movement',
  'consents.report',
]

/** Hints for some keys, or — after a reconnection, when hints may have been missed — for everything. */
type Hint = { keys: string[] } | { everything: true }

/** Does a hint («course:…», «student:…», «person:…», «notices:…») concern the answer to this question? */
export function concerns(key: string, name: QueryName, input: Record<string, unknown>): boolean {
  const [kind, id] = key.split(':')
  // A diary is a reading of many courses; the server names only those that this family follows.
  if (kind === 'course') return input.courseId === id || aboutManyCourses.includes(name) || name.startsWith('diary.')
  if (kind === 'student') return input.studentId === id
  if (kind === 'notices') return aboutMyNotices.includes(name)
  if (kind === 'absences') return name === 'attendance.absentees'
  if (kind === 'urgent') return name === 'access.urgentRegister' || name === 'notifications.list'
  if (kind === 'reminders') return name === 'journal.unfilled'
  if (key === 'school') return aboutTheSchool.includes(name)
  if (kind === 'person') return aboutAPerson.includes(name)
  return false
}

/**
 * Listens to the server's hints «ask again». One tab of the person holds the stream and tells the others: a browser gives a server six
 * connections in all, and streams of six tabs would leave none for work.
 */
export function connectLive(): () => void {
  const name = `zvonok-live ${personNow()}`
  const tabs = new BroadcastChannel(name)
  const stop = new AbortController()
  tabs.onmessage = ({ data }: MessageEvent<Hint>) => heed(data)
  const tell = (hint: Hint) => {
    heed(hint)
    tabs.postMessage(hint)
  }
  // What was answered with «no network» is asked again at once, not at the next turn.
  window.addEventListener('online', () => heed({ everything: true }), { signal: stop.signal })
  // Browsers give locks to https only: where a school has none, every tab listens for itself.
  if (navigator.locks)
    navigator.locks.request(name, { signal: stop.signal }, () => stream(tell, stop.signal)).catch(() => undefined)
  else void stream(heed, stop.signal)
  return () => {
    stop.abort()
    tabs.close()
  }
}

/** Holds the stream until the signal. */
function stream(tell: (hint: Hint) => void, signal: AbortSignal): Promise<void> {
  return new Promise((end) => {
    let connectedBefore = false
    let source: EventSource
    let timer = 0
    const open = () => {
      source = new EventSource('/api/live')
      source.onopen = () => {
        if (connectedBefore) tell({ everything: true })
        connectedBefore = true
      }
      source.onmessage = (event: MessageEvent<string>) => tell(JSON.parse(event.data) as Hint)
      source.onerror = () => {
        // A dropped connection is retried by the browser itself; a refusal closes the stream: who are we now?
        if (source.readyState !== EventSource.CLOSED) return
        tell({ keys: ['person:'] })
        timer = window.setTimeout(open, 15_000)
      }
    }
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer)
      source.close()
      end()
    })
    open()
  })
}

function heed(hint: Hint): void {
  if ('everything' in hint) nudge()
  void queryClient.invalidateQueries({
    // Behind the lock nothing is asked; when it opens, everything is.
    refetchType: sessionNow().state === 'locked' ? 'none' : 'active',
    predicate: ({ queryKey: [name, input] }) =>
      'everything' in hint || hint.keys.some((key) => concerns(key, name as QueryName, (input ?? {}) as Record<string, unknown>)),
  })
}
