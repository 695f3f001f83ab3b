import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { toast } from '#web/ui/toasts.ts'
import { AccountTabs } from './AccountTabs.tsx'
import * as texts from './issue.texts.ru.ts'

type Leaver = Output<'access.leavers'>['people'][number]

/** Open accounts of people who are nobody at the school any more. */
export default function LeaversScreen() {
  const { school } = useMe()
  const { data, error, refetch } = useQuery('access.leavers', {})
  const end = useCommand('access.endAccounts')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const accountIds = (data?.people ?? []).filter(({ accountId }) => selected.has(accountId)).map(({ accountId }) => accountId)
  const columns: Column<Leaver>[] = [
    { key: 'name', label: texts.leavers.columns.name, value: ({ name }) => name },
    {
      key: 'detail',
      label: texts.leavers.columns.detail,
      value: ({ kind, detail }) => (kind ? texts.about(kind, detail) : ''),
    },
    { key: 'login', label: texts.leavers.columns.login, value: ({ login }) => login, cell: ({ login }) => <code>{login}</code> },
    {
      key: 'last',
      label: texts.leavers.columns.last,
      named: true,
      value: ({ lastSignInAt }) => lastSignInAt,
      cell: ({ lastSignInAt }) => (lastSignInAt ? moment(lastSignInAt, school.timeZone) : texts.leavers.never),
    },
  ]
  const confirm = async () => {
    await end.run({ accountIds: accountIds.slice(0, 500) })
    toast(texts.leavers.done(Math.min(accountIds.length, 500)))
    setSelected(new Set())
    setAsking(false)
    refetch()
  }
  return (
    <Page title={texts.leavers.title} subtitle={texts.leavers.lead}>
      <AccountTabs current="/accounts/leavers" />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      {data && (
        <DataTable
          label={texts.leavers.list}
          rows={data.people}
          columns={columns}
          rowKey={({ accountId }) => accountId}
          searchLabel={texts.leavers.search}
          selected={selected}
          onSelect={setSelected}
          tools={
            <Button kind="danger" disabled={accountIds.length === 0} onClick={() => setAsking(true)}>
              {texts.leavers.end(accountIds.length)}
            </Button>
          }
          empty={<EmptyState title={texts.leavers.empty} text={texts.leavers.emptyText} />}
        />
      )}
      {asking && (
        <ConfirmDialog
          title={texts.leavers.endTitle}
          action={texts.leavers.endAction}
          danger
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>{texts.leavers.endText(accountIds.length)}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}
