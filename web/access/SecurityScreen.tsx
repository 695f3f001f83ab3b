import { useState } from 'react'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { isStaff } from './people.ts'
import { RevokeDialog } from './RevokeDialog.tsx'
import styles from './SecurityScreen.module.css'
import { type OwnSession, SessionItem } from './SessionItem.tsx'
import * as texts from './texts.ru.ts'

/** One's own password and where one is signed in. */
export default function SecurityScreen() {
  const me = useMe()
  const { data, error, refetch } = useQuery('access.sessions', {})
  const [revoking, setRevoking] = useState<OwnSession | null>(null)
  const open = data?.sessions.filter(({ endedAt }) => endedAt === null) ?? []
  const ended = data?.sessions.filter(({ endedAt }) => endedAt !== null) ?? []
  return (
    <Page title={texts.security.title} width="narrow">
      <Card title={texts.security.password} padded>
        <div className={styles.password}>
          <p>{texts.security.passwordText(me.login)}</p>
          <ButtonLink href="/security/password">{texts.security.change}</ButtonLink>
        </div>
        {isStaff(me) && <p className={styles.note}>{texts.security.idle(me.policies['access.idleMinutes'])}</p>}
      </Card>
      {data ? (
        <>
          <Card title={texts.security.open} note={texts.security.openNote}>
            <ul>
              {open.map((session) => (
                <SessionItem key={session.sessionId} session={session} onRevoke={setRevoking} />
              ))}
            </ul>
          </Card>
          <Card title={texts.security.ended}>
            {ended.length === 0 && <p className={styles.none}>{texts.security.noneEnded}</p>}
            <ul>
              {ended.map((session) => (
                <SessionItem key={session.sessionId} session={session} />
              ))}
            </ul>
          </Card>
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
      {revoking && (
        <RevokeDialog
          session={revoking}
          onClose={() => {
            setRevoking(null)
            refetch()
          }}
        />
      )}
    </Page>
  )
}
