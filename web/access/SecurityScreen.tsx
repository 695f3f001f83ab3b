import { useState } from 'react'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { report } from './compromise.texts.ru.ts'
import { FactorList } from './FactorList.tsx'
import { isStaff } from './people.ts'
import { factor, protect, tries } from './protection.texts.ru.ts'
import { ReportDialog } from './ReportDialog.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import styles from './SecurityScreen.module.css'
import { type OwnSession, SessionItem } from './SessionItem.tsx'
import { TryList } from './TryList.tsx'
import * as texts from './texts.ru.ts'
import { useReach } from './useReach.ts'

/** One's own password and second step, where one is signed in, who tried to, and what to do when the password is known to others. */
export default function SecurityScreen() {
  const me = useMe()
  const { data, error, refetch } = useQuery('access.sessions', {})
  const reach = useReach()
  const [reporting, setReporting] = useState(false)
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
      <Card title={factor.title} padded>
        <p className={styles.about}>{factor.about}</p>
        {me.protectBy && <Notice kind="note">{protect.soon(dayAndMonth(me.protectBy))}</Notice>}
        <FactorList />
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
      <Card title={tries.title} note={tries.note}>
        <TryList />
      </Card>
      <Card title={texts.security.actions} padded>
        <div className={styles.password}>
          <p>{texts.security.actionsText}</p>
          <ButtonLink href="/me/actions">{texts.security.showActions}</ButtonLink>
        </div>
      </Card>
      <Card title={report.card} padded>
        <div className={styles.password}>
          <div>
            <p>{report.about}</p>
            {reach && <p className={styles.note}>{report.reach(reach)}</p>}
          </div>
          <Button kind="danger" onClick={() => setReporting(true)}>
            {report.open}
          </Button>
        </div>
      </Card>
      {reporting && <ReportDialog onClose={() => setReporting(false)} />}
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
