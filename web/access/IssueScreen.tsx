import { IconFileText } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { NextStep } from '#web/firstSteps/NextStep.tsx'
import { useFirstSteps } from '#web/firstSteps/useFirstSteps.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import type { By } from './batches.ts'
import { IssueProgress } from './IssueProgress.tsx'
import styles from './IssueScreen.module.css'
import * as texts from './issue.texts.ru.ts'
import { link as leafletsLink } from './leaflets.texts.ru.ts'
import { Slips } from './Slips.tsx'
import { useIssuing } from './useIssuing.ts'
import { classesOf, narrowed, sheetOf, whomOptions } from './whom.ts'

type Candidate = Output<'access.candidates'>['people'][number]

const columns: Column<Candidate>[] = [
  { key: 'name', label: texts.issue.columns.name, value: ({ name }) => name },
  {
    key: 'kind',
    label: texts.issue.columns.kind,
    value: ({ kind, detail }) => texts.about(kind, detail),
    cell: ({ kind, detail }) => (kind === 'student' ? texts.kinds.student : texts.about(kind, detail)),
  },
  { key: 'classes', label: texts.issue.columns.classes, value: ({ classes }) => classes.join(', '), width: 's' },
  {
    key: 'account',
    label: texts.issue.columns.account,
    value: ({ accountId, shut, signedIn, login }) =>
      accountId === null
        ? texts.issue.none
        : `${shut ? texts.issue.shut : signedIn ? texts.issue.signedIn : texts.issue.never} (${login})`,
  },
]

/** Accounts for a class, for all staff, for everybody without one: chosen, made batch by batch, printed. */
export default function IssueScreen() {
  const [, navigate] = useLocation()
  const { data, error, refetch } = useQuery('access.candidates', {})
  const [whom, setWhom] = useState('all')
  const [onlyWithout, setOnlyWithout] = useState(true)
  const [by, setBy] = useState<By>('password')
  /** Null: everybody who is shown. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [asking, setAsking] = useState(false)
  const issuing = useIssuing(null)
  const first = useFirstSteps()
  const everybody = data?.people ?? []
  const rows = useMemo(
    () => narrowed(data?.people ?? [], whom).filter(({ accountId, shut }) => (onlyWithout ? accountId === null : !shut)),
    [data, whom, onlyWithout],
  )
  const selected = chosen ?? new Set(rows.map(({ personId }) => personId))
  const recipients = rows.filter(({ personId }) => selected.has(personId))
  const again = recipients.filter(({ accountId }) => accountId !== null).length
  const start = () => {
    setAsking(false)
    issuing.start(
      recipients.map(({ personId, accountId }) => ({ personId, account: accountId !== null })),
      by,
    )
  }
  const change = (work: () => void) => {
    work()
    setChosen(null)
  }
  const classOf = new Map(everybody.map(({ personId, classes }) => [personId, sheetOf(classes, whom)]))
  const classesOfEach = new Map(everybody.map(({ personId, classes }) => [personId, classes]))
  const slips = issuing.issued.map((one) => ({
    ...one,
    sheet: classOf.get(one.personId) ?? '',
    classes: classesOfEach.get(one.personId) ?? [],
  }))

  if (issuing.state !== 'idle') {
    return (
      <Page title={issuing.state === 'done' ? texts.slips.title(slips.length) : texts.issue.title}>
        <IssueProgress issuing={issuing} />
        {issuing.state !== 'running' && slips.length > 0 && (
          <Slips
            classId={null}
            slips={slips}
            teachers={new Map(data?.classes.map(({ name, homeroomTeacher }) => [name, homeroomTeacher]))}
            onDone={() => {
              issuing.reset()
              refetch()
              // A school that begins goes on with its first steps; the register is there, at the step.
              navigate(first ? '/school' : '/accounts/register')
            }}
          />
        )}
      </Page>
    )
  }
  return (
    <Page
      title={texts.issue.title}
      subtitle={texts.issue.lead}
      actions={
        <ButtonLink href="/class-access/leaflet" icon={<IconFileText size={17} aria-hidden />}>
          {leafletsLink}
        </ButtonLink>
      }
    >
      <NextStep after={data} />
      <div className={styles.choice}>
        <SelectField
          label={texts.issue.whom}
          value={whom}
          options={whomOptions(classesOf(everybody))}
          onChange={(next) => change(() => setWhom(next))}
        />
        <SelectField
          label={texts.issue.how}
          value={by}
          options={[
            { value: 'password', label: texts.issue.by.password },
            { value: 'link', label: texts.issue.by.link },
          ]}
          onChange={(next) => setBy(next as By)}
        />
        <CheckboxField
          label={texts.issue.onlyWithout}
          hint={texts.issue.onlyWithoutHint}
          checked={onlyWithout}
          onChange={(next) => change(() => setOnlyWithout(next))}
        />
      </div>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && (
        <DataTable
          label={texts.issue.list}
          rows={rows}
          columns={columns}
          rowKey={({ personId }) => personId}
          searchLabel={texts.issue.search}
          selected={selected}
          onSelect={setChosen}
          tools={
            <Button kind="primary" disabled={recipients.length === 0} onClick={() => (again > 0 ? setAsking(true) : start())}>
              {texts.issue.action(recipients.length)}
            </Button>
          }
          empty={<EmptyState title={texts.issue.nobody} text={texts.issue.nobodyText} />}
        />
      )}
      {asking && (
        <ConfirmDialog
          title={texts.issue.confirmTitle}
          action={texts.issue.confirm}
          onConfirm={start}
          onClose={() => setAsking(false)}
        >
          <p>{texts.issue.confirmText(again)}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}
