import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { stateOf } from '#domain/consents/rules.ts'
import type { Output } from '#domain/operations.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { PrintBar } from '#web/printing/PrintBar.tsx'
import { useMasked } from '#web/printing/printed.ts'
import { StudentName } from '#web/printing/StudentName.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Consents.module.css'
import { RecordDialog } from './RecordDialog.tsx'
import { Scan } from './Scan.tsx'
import * as texts from './texts.ru.ts'

export type ClassConsents = Output<'consents.ofClass'>
type Pupil = ClassConsents['students'][number]
type Withdrawing = { pupil: Pupil; purposeId: string; name: string }

/** Who of a class has said what to which consent; decisions are registered for several students at once. */
export default function ClassConsentsScreen() {
  const { classId = '' } = useParams<{ classId: string }>()
  const { data, error, refetch } = useQuery('consents.ofClass', { classId })
  const can = useCan()
  const { today } = useMe()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [recording, setRecording] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Withdrawing | null>(null)
  const records = can('consents.record', { kind: 'class', classId })
  return (
    <Page
      title={data ? texts.ofClass.title(data.className) : texts.title}
      subtitle={<Link href="/school/consents">{texts.title}</Link>}
      actions={
        data?.purposes[0] && (
          <>
            <PrintBar kind="consents" about={data.className} students={data.students} classId={classId} on={today} />
            <ButtonLink href={`/school/consents/blank/${data.purposes[0].purposeId}?class=${classId}`}>
              {texts.ofClass.printBlanks}
            </ButtonLink>
          </>
        )
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data?.purposes.length === 0 && <EmptyState title={texts.none} text={texts.ofClass.noPurposes} />}
      {data && data.purposes.length > 0 && (
        <DataTable
          label={texts.ofClass.title(data.className)}
          rows={data.students}
          columns={columnsOf(data, records ? setWithdrawing : null)}
          rowKey={({ studentId }) => studentId}
          searchLabel={texts.ofClass.search}
          {...(records ? { selected, onSelect: setSelected } : {})}
          tools={
            records && (
              <>
                <Button kind="primary" disabled={selected.size === 0} onClick={() => setRecording(true)}>
                  {texts.ofClass.record}
                </Button>
                {selected.size === 0 && <span className={styles.detail}>{texts.ofClass.choose}</span>}
              </>
            )
          }
          empty={<EmptyState title={texts.ofClass.empty} />}
        />
      )}
      {data && recording && (
        <RecordDialog
          classId={classId}
          purposes={data.purposes}
          students={data.students.filter(({ studentId }) => selected.has(studentId))}
          onDone={() => {
            setSelected(new Set())
            refetch()
          }}
          onClose={() => setRecording(false)}
        />
      )}
      {withdrawing && <WithdrawDialog withdrawing={withdrawing} onDone={refetch} onClose={() => setWithdrawing(null)} />}
    </Page>
  )
}

const columnsOf = ({ purposes }: ClassConsents, onWithdraw: ((what: Withdrawing) => void) | null): Column<Pupil>[] => [
  {
    key: 'student',
    label: texts.ofClass.student,
    value: (pupil) => pupil.name,
    cell: (pupil) => <StudentName {...pupil} />,
    width: 'l',
  },
  ...purposes.map(({ purposeId, name }) => ({
    key: purposeId,
    label: name,
    value: (pupil: Pupil) => texts.stateNames[stateOf(pupil.consents.find((one) => one.purposeId === purposeId)?.state)],
    cell: (pupil: Pupil) => (
      <Decision
        pupil={pupil}
        purposeId={purposeId}
        name={name}
        onWithdraw={onWithdraw && (() => onWithdraw({ pupil, purposeId, name }))}
      />
    ),
  })),
]

function Decision({
  pupil,
  purposeId,
  name,
  onWithdraw,
}: {
  pupil: Pupil
  purposeId: string
  name: string
  onWithdraw: (() => void) | null
}) {
  const decided = pupil.consents.find((one) => one.purposeId === purposeId)
  const state = stateOf(decided?.state)
  const masked = useMasked()
  return (
    <span className={styles.what}>
      <span className={styles.onPhone}>{name}</span>
      <span className={styles[state]}>
        {decided
          ? texts.line(decided.state, decided.on, decided.carrier, decided.number, masked ? '' : decided.givenBy)
          : texts.stateNames[state]}
      </span>
      {decided?.fileId && <Scan fileId={decided.fileId} name={pupil.name} />}
      {state === 'given' && onWithdraw && (
        <span>
          <Button size="s" kind="quiet" aria-label={`${texts.ofClass.withdraw}: ${pupil.name}`} onClick={onWithdraw}>
            {texts.ofClass.withdraw}
          </Button>
        </span>
      )}
    </span>
  )
}

function WithdrawDialog({ withdrawing, onDone, onClose }: { withdrawing: Withdrawing; onDone: () => void; onClose: () => void }) {
  const withdraw = useCommand('consents.withdraw')
  const { pupil, purposeId, name } = withdrawing
  return (
    <ConfirmDialog
      title={texts.ofClass.withdrawTitle}
      action={texts.ofClass.withdraw}
      danger
      onClose={onClose}
      onConfirm={async () => {
        await withdraw.run({ personId: pupil.studentId, purposeId })
        toast(texts.ofClass.withdrawn)
        onDone()
        onClose()
      }}
    >
      <p>{texts.ofClass.withdrawText(pupil.name, name)}</p>
    </ConfirmDialog>
  )
}
