import type { Exception } from '#domain/calendar/rules.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './forms.module.css'
import { specialDays } from './specialDays.texts.ru.ts'

/** The query that tells which lessons stand on the days of an exception. */
export const useAffected = (yearId: string, { from, to, fromGrade, toGrade, classId, likeWeekday }: Exception, enabled = true) =>
  useQuery(
    'calendar.previewException',
    { yearId, from, to, fromGrade, toGrade, ...(classId ? { classId } : {}), ...(likeWeekday ? { likeWeekday } : {}) },
    { previous: true, enabled },
  )

/** Which lessons the days touch, by groups. */
export function Affected({ yearId, exception }: { yearId: string; exception: Exception }) {
  const { data, error } = useAffected(yearId, exception)
  if (!data) return <Notice>{error?.message ?? specialDays.checking}</Notice>
  return (
    <Notice kind={data.lessons > 0 ? 'note' : 'plain'}>
      {exception.likeWeekday === null ? (
        <p>{specialDays.affected(data.lessons, data.filled)}</p>
      ) : (
        <p>{specialDays.wanted(data.wanted, data.lessons, exception.likeWeekday)}</p>
      )}
      {data.locked > 0 && <p>{specialDays.locked(data.locked)}</p>}
      {data.groups.length > 0 && (
        <details>
          <summary className={styles.summary}>{specialDays.groups}</summary>
          <ul className={styles.groups}>
            {data.groups.map(({ groupId, group, lessons }) => (
              <li key={groupId}>
                {group}: {lessons}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  )
}
