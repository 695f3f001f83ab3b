import { IconChevronRight } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { isOverdue } from '#domain/readiness/tasks.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useScreens } from '#web/platform/screenList.ts'
import { useMe } from '#web/platform/session.tsx'
import { Card } from '#web/ui/Card.tsx'
import styles from './Tasks.module.css'
import { aboutOf, addressOf, type Task, whenOf } from './taskLine.ts'
import * as texts from './texts.ru.ts'

/** What waits for this person, what is overdue first; nothing at all when nothing waits. */
export function Tasks() {
  const { today } = useMe()
  const { data } = useQuery('readiness.tasks', {}, { keep: true })
  if (!data || data.tasks.length === 0) return null
  const late = data.tasks.filter((task) => isOverdue(task, today)).length
  return (
    <Card title={texts.title} note={late > 0 ? texts.overdueNote(late) : undefined}>
      <ul className={styles.tasks}>
        {data.tasks.map((task) => (
          <li key={`${task.key} ${task.classId ?? ''}`}>
            <Line task={task} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** A link to where it is done, unless one is there already or the page is somebody else’s. */
function Line({ task }: { task: Task }) {
  const me = useMe()
  const [here] = useLocation()
  const screens = useScreens()
  const href = addressOf(task)
  const [path] = href.split('?')
  const { text, late } = whenOf(task, me.today)
  const about = aboutOf(task)
  const content = (
    <>
      <span className={styles.words}>
        <span className={styles.what}>{texts.lines[task.key](task)}</span>
        {about && <span className={styles.about}>{about}</span>}
      </span>
      {text && (
        <span className={styles.when} data-late={late || undefined}>
          {text}
        </span>
      )}
    </>
  )
  const opens = screens.some((screen) => screen.allowed(me) && matches(screen.path, path!))
  if (here === path || !opens) return <div className={styles.task}>{content}</div>
  return (
    <Link href={href} className={styles.task}>
      {content}
      <IconChevronRight size={16} className={styles.arrow} aria-hidden />
    </Link>
  )
}

/** Is it the address of the screen? «:classId» stands for any word. */
const matches = (pattern: string, path: string): boolean => {
  const [words, parts] = [pattern.split('/'), path.split('/')]
  return words.length === parts.length && words.every((word, i) => word.startsWith(':') || word === parts[i])
}
