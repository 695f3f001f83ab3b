import { useState } from 'react'
import { stateOf } from '#domain/consents/rules.ts'
import type { Output } from '#domain/operations.ts'
import { MyTabs } from '#web/people/MyTabs.tsx'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Consents.module.css'
import { Scan } from './Scan.tsx'
import * as texts from './texts.ru.ts'

type Mine = Output<'consents.mine'>
type Withdrawing = { studentId: string; student: string; purposeId: string; name: string }

/** What a family has allowed the school, with the texts; what was given can be taken back here. */
export default function MyConsentsScreen() {
  const { data, error, refetch } = useQuery('consents.mine', {})
  const withdraw = useCommand('consents.withdraw')
  const [withdrawing, setWithdrawing] = useState<Withdrawing | null>(null)
  const nothing = data && (data.purposes.length === 0 || data.students.length === 0)
  return (
    <Page controls={<MyTabs />} title={texts.mine.title} subtitle={texts.mine.lead} width="narrow">
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      {nothing && <EmptyState title={texts.mine.none} text={texts.mine.noneText} />}
      {data &&
        !nothing &&
        data.students.map((student) => (
          <StudentConsents key={student.studentId} student={student} purposes={data.purposes} onWithdraw={setWithdrawing} />
        ))}
      {withdrawing && (
        <ConfirmDialog
          title={texts.ofClass.withdrawTitle}
          action={texts.ofClass.withdraw}
          danger
          onClose={() => setWithdrawing(null)}
          onConfirm={async () => {
            await withdraw.run({ personId: withdrawing.studentId, purposeId: withdrawing.purposeId })
            toast(texts.ofClass.withdrawn)
            setWithdrawing(null)
            refetch()
          }}
        >
          <p>{texts.ofClass.withdrawText(withdrawing.student, withdrawing.name)}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}

function StudentConsents({
  student,
  purposes,
  onWithdraw,
}: {
  student: Mine['students'][number]
  purposes: Mine['purposes']
  onWithdraw: (what: Withdrawing) => void
}) {
  const { studentId, name: pupil, mayWithdraw, consents } = student
  return (
    <Card title={pupil}>
      <ul className={styles.lines}>
        {purposes.map(({ purposeId, name, body }) => {
          const decided = consents.find((one) => one.purposeId === purposeId)
          const state = stateOf(decided?.state)
          return (
            <li key={purposeId} className={styles.line}>
              <div className={styles.what}>
                <span className={styles.name}>{name}</span>
                <span className={styles[state]}>
                  {decided
                    ? texts.line(decided.state, decided.on, decided.carrier, decided.number, decided.givenBy)
                    : texts.mine.notAsked}
                </span>
                {decided?.fileId && <Scan fileId={decided.fileId} name={name} />}
                {body && (
                  <details className={styles.text}>
                    <summary>{texts.openText}</summary>
                    <p>{body}</p>
                  </details>
                )}
              </div>
              {state === 'given' && mayWithdraw && (
                <Button
                  aria-label={`${texts.mine.withdraw}: ${name}`}
                  onClick={() => onWithdraw({ studentId, student: pupil, purposeId, name })}
                >
                  {texts.mine.withdraw}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
