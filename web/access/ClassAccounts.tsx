import { useState } from 'react'
import { administrator } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import { fullDate, moment, numericDate } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import type { By } from './batches.ts'
import { HandingDialog } from './HandingDialog.tsx'
import { IssueProgress } from './IssueProgress.tsx'
import * as texts from './issue.texts.ru.ts'
import { Slips } from './Slips.tsx'
import { useIssuing } from './useIssuing.ts'

type Person = Output<'access.classAccounts'>['people'][number]

const kindOf = ({ kind, detail, staff, elsewhere }: Person) =>
  [
    kind === 'student' ? texts.classAccess.student : texts.classAccess.guardianOf(detail),
    staff && texts.classAccess.staff,
    elsewhere && texts.classAccess.elsewhere,
  ]
    .filter(Boolean)
    .join('; ')

/** The students of a class and their families, to be given a way in. A mother of two is one person, in two lines. */
export function ClassAccounts({ classId, issues: mayIssue }: { classId: string; issues: boolean }) {
  const { school, actor, today } = useMe()
  const { data, error, refetch } = useQuery('access.classAccounts', { classId })
  const handOut = useCommand('access.handOutInClass')
  const issuing = useIssuing(classId)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [by, setBy] = useState<By>('password')
  const [open, setOpen] = useState<'confirm' | 'hand' | null>(null)
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />

  const issues = mayIssue && data.issuesFrom === null
  const rowKey = ({ personId, studentId }: Person) => `${studentId} ${personId}`
  const chosen = data.people.filter((person) => selected.has(rowKey(person)))
  const administers = administrator(actor, { kind: 'school' }, today)
  const able = chosen.filter(({ staff, elsewhere, shut }) => (administers || !(staff || elsewhere)) && !shut)
  const recipients = new Map(able.map(({ personId, accountId }) => [personId, { personId, account: accountId !== null }]))
  const again = [...recipients.values()].filter(({ account }) => account).length
  const handed = [...new Set(chosen.flatMap(({ issueId }) => issueId ?? []))]
  const start = () => {
    setOpen(null)
    issuing.start([...recipients.values()], by)
  }
  const columns: Column<Person>[] = [
    { key: 'name', label: texts.classAccess.columns.name, value: ({ name }) => name },
    { key: 'kind', label: texts.classAccess.columns.kind, value: kindOf },
    {
      key: 'state',
      label: texts.classAccess.columns.state,
      value: ({ accountId, shut, lastSignInAt }) =>
        accountId === null
          ? texts.classAccess.noAccount
          : shut
            ? texts.classAccess.shut
            : lastSignInAt
              ? texts.classAccess.last(moment(lastSignInAt, school.timeZone))
              : texts.classAccess.waiting,
    },
    {
      key: 'handed',
      label: texts.classAccess.columns.handed,
      value: ({ issueId, handedOn, receivedBy }) =>
        handedOn ? texts.classAccess.handed(numericDate(handedOn), receivedBy) : issueId ? texts.classAccess.notHanded : '',
    },
  ]
  if (issuing.state !== 'idle') {
    return (
      <>
        <IssueProgress issuing={issuing} />
        {issuing.state !== 'running' && issuing.issued.length > 0 && (
          <Slips
            classId={classId}
            slips={issuing.issued.map((one) => ({ ...one, sheet: data.className, classes: [data.className] }))}
            teachers={new Map([[data.className, data.homeroomTeacher]])}
            onDone={() => {
              issuing.reset()
              setSelected(new Set())
              refetch()
            }}
          />
        )}
      </>
    )
  }
  const without = data.people.filter(({ accountId, staff }) => accountId === null && (administers || !staff))
  return (
    <>
      {data.issuesFrom && <Notice kind="note">{texts.classAccess.ahead(fullDate(data.issuesFrom))}</Notice>}
      <DataTable
        label={texts.classAccess.list}
        rows={data.people}
        columns={columns}
        rowKey={rowKey}
        searchLabel={texts.classAccess.search}
        {...(issues ? { selected, onSelect: setSelected } : {})}
        tools={
          issues && (
            <>
              <SelectField
                label={texts.classAccess.by}
                bare
                value={by}
                options={[
                  { value: 'password', label: texts.issue.by.password },
                  { value: 'link', label: texts.issue.by.link },
                ]}
                onChange={(next) => setBy(next as By)}
              />
              <Button kind="primary" disabled={recipients.size === 0} onClick={() => (again > 0 ? setOpen('confirm') : start())}>
                {texts.classAccess.issue(recipients.size)}
              </Button>
              <Button disabled={handed.length === 0} onClick={() => setOpen('hand')}>
                {texts.classAccess.hand(handed.length)}
              </Button>
              {without.length > 0 && (
                <Button kind="quiet" onClick={() => setSelected(new Set(without.map(rowKey)))}>
                  {texts.classAccess.without}
                </Button>
              )}
            </>
          )
        }
        empty={<EmptyState title={texts.classAccess.empty} text={texts.classAccess.emptyText} />}
      />
      {open === 'confirm' && (
        <ConfirmDialog
          title={texts.issue.confirmTitle}
          action={texts.issue.confirm}
          onConfirm={start}
          onClose={() => setOpen(null)}
        >
          <p>{texts.issue.confirmText(again)}</p>
        </ConfirmDialog>
      )}
      {open === 'hand' && (
        <HandingDialog
          count={handed.length}
          onHand={(how) => handOut.run({ classId, issueIds: handed, ...how })}
          onClose={() => {
            setOpen(null)
            setSelected(new Set())
            refetch()
          }}
        />
      )}
    </>
  )
}
