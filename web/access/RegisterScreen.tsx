import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { dayIn } from '#domain/platform/dates.ts'
import { moment, numericDate } from '#domain/platform/dateTexts.ts'
import { NextStep } from '#web/firstSteps/NextStep.tsx'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { AccountTabs } from './AccountTabs.tsx'
import { HandingDialog } from './HandingDialog.tsx'
import styles from './IssueScreen.module.css'
import * as texts from './issue.texts.ru.ts'
import { classesOf } from './whom.ts'

type Issue = Output<'access.issues'>['issues'][number]

/** The register of issue: to whom, when, by whom, handed on, received by; with a sheet to be signed. [S0 2.5] */
export default function RegisterScreen() {
  const { school, today } = useMe()
  const [period, setPeriod] = useState({ from: '', to: '' })
  const [className, setClassName] = useState('')
  const input = { ...(period.from ? { from: period.from } : {}), ...(period.to ? { to: period.to } : {}) }
  const { data, error, refetch } = useQuery('access.issues', input, { previous: true })
  const handOut = useCommand('access.handOut')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [handing, setHanding] = useState(false)
  const rows = (data?.issues ?? []).filter(({ classes }) => !className || classes.includes(className))
  const chosen = rows.filter(({ issueId }) => selected.has(issueId)).map(({ issueId }) => issueId)
  const now = new Date().toISOString()
  const columns: Column<Issue>[] = [
    { key: 'name', label: texts.register.columns.name, value: ({ name }) => name },
    {
      key: 'detail',
      label: texts.register.columns.detail,
      value: ({ kind, detail, classes }) => `${texts.about(kind, detail)} ${kind === 'guardian' ? classes.join(', ') : ''}`,
      cell: ({ kind, detail }) => texts.about(kind, detail),
      hideOnPhone: true,
    },
    { key: 'login', label: texts.register.columns.login, value: ({ login }) => login, cell: ({ login }) => <code>{login}</code> },
    {
      key: 'issued',
      label: texts.register.columns.issued,
      named: true,
      value: ({ issuedAt }) => issuedAt,
      cell: ({ issuedAt, by }) =>
        `${moment(issuedAt, school.timeZone)}, ${by === 'link' ? texts.register.link : texts.register.slip}`,
    },
    { key: 'by', label: texts.register.columns.by, value: ({ issuedBy }) => issuedBy, hideOnPhone: true },
    {
      key: 'state',
      label: texts.register.columns.state,
      named: true,
      value: ({ handedOn }) => handedOn,
      cell: ({ handedOn, receivedBy }) =>
        handedOn ? texts.register.handed(numericDate(handedOn), receivedBy) : texts.register.notHanded,
    },
    {
      key: 'used',
      width: 'm',
      label: texts.register.columns.used,
      named: true,
      value: ({ usedAt }) => usedAt,
      cell: ({ usedAt, expiresAt }) =>
        usedAt
          ? numericDate(dayIn(school.timeZone, new Date(usedAt)))
          : expiresAt && expiresAt < now
            ? texts.register.expired
            : texts.register.unused,
    },
  ]
  const search = new URLSearchParams({ ...input, ...(className ? { class: className } : {}) })
  return (
    <Page
      title={texts.register.title}
      width="full"
      actions={
        <ButtonLink href="/accounts/issue" kind="primary">
          {texts.issue.open}
        </ButtonLink>
      }
    >
      <AccountTabs current="/accounts/register" />
      <NextStep after={data} />
      <div className={styles.choice}>
        <DateField
          label={texts.register.from}
          value={period.from}
          max={period.to || today}
          onChange={(from) => setPeriod({ ...period, from })}
        />
        <DateField
          label={texts.register.to}
          value={period.to}
          min={period.from}
          max={today}
          onChange={(to) => setPeriod({ ...period, to })}
        />
        <SelectField
          label={texts.register.class}
          value={className}
          options={[
            { value: '', label: texts.register.allClasses },
            ...classesOf(data?.issues ?? []).map((name) => ({ value: name, label: name })),
          ]}
          onChange={setClassName}
        />
      </div>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && (
        <DataTable
          label={texts.register.list}
          rows={rows}
          columns={columns}
          rowKey={({ issueId }) => issueId}
          searchLabel={texts.register.search}
          selected={selected}
          onSelect={setSelected}
          tools={
            <>
              <Button disabled={chosen.length === 0} onClick={() => setHanding(true)}>
                {texts.register.hand(chosen.length)}
              </Button>
              <Button
                icon={<IconPrinter size={17} stroke={1.7} aria-hidden />}
                disabled={rows.length === 0}
                onClick={() => window.open(`/api/print/issues?${search}`, '_blank', 'noopener')}
              >
                {texts.register.sheet}
              </Button>
            </>
          }
          empty={<EmptyState title={texts.register.empty} text={texts.register.emptyText} />}
        />
      )}
      {handing && (
        <HandingDialog
          count={chosen.length}
          onHand={(how) => handOut.run({ issueIds: chosen.slice(0, 500), ...how })}
          onClose={() => {
            setHanding(false)
            setSelected(new Set())
            refetch()
          }}
        />
      )}
    </Page>
  )
}
