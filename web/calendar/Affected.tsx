import type { Exception } from '#domain/calendar/rules.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './forms.module.css'
import * as texts from './texts.ru.ts'

/** The query that tells which lessons stand on the days of an exception. */
export const useAffected = (yearId: string, { from, to, fromGrade, toGrade, classId }: Exception) =>
  useQuery(
    'calendar.previewException',
    { yearId, from, to, fromGrade, toGrade, ...(classId ? { classId } : {}) },
    { previous: true },
  )

/** Which lessons the days touch, by groups. */
export function Affected({ yearId, exception }: { yearId: string; exception: Exception }) {
  const { data, error } = useAffected(yearId, exception)
  if (!data) return <Notice>{error?.message ?? texts.exceptions.checking}</Notice>
  return (
    <Notice kind={data.lessons > 0 ? 'note' : 'plain'}>
      <p>{texts.exceptions.affected(data.lessons, data.filled)}</p>
      {data.locked > 0 && <p>{texts.exceptions.locked(data.locked)}</p>}
      {data.groups.length > 0 && (
        <details>
          <summary className={styles.summary}>{texts.exceptions.groups}</summary>
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
