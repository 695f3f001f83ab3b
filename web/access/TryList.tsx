import { useState } from 'react'
import { moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import * as texts from './protection.texts.ru.ts'
import styles from './TryList.module.css'

const FIRST = 8

/** Every try to sign in to one's own account, right and wrong. */
export function TryList() {
  const { school } = useMe()
  const { data, error, refetch } = useQuery('access.signIns', {})
  const [all, setAll] = useState(false)
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={4} />
  if (data.tries.length === 0) return <p className={styles.none}>{texts.tries.none}</p>
  return (
    <>
      <ul>
        {data.tries.slice(0, all ? undefined : FIRST).map(({ at, purpose, success, device, address, knownDevice }) => (
          <li key={at} className={styles.item}>
            <span className={success ? styles.right : styles.wrong}>{success ? texts.tries.right : texts.tries.wrong}</span>
            <span className={styles.what}>{texts.tries.purposes[purpose]}</span>
            <span className={styles.detail}>
              {[moment(at, school.timeZone), device, address, !knownDevice && purpose === 'signIn' ? texts.tries.strange : '']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {!all && data.tries.length > FIRST && (
        <div className={styles.more}>
          <Button size="s" kind="quiet" onClick={() => setAll(true)}>
            {texts.tries.more}
          </Button>
        </div>
      )}
    </>
  )
}
