import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useQuery } from '#web/platform/queries.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { type AccountAction, AccountDialog } from './AccountDialog.tsx'
import { AccountRow } from './AccountRow.tsx'
import styles from './AccountsScreen.module.css'
import { AccountTabs } from './AccountTabs.tsx'
import { addressOf, inputOf, kinds, orders, searchOf } from './accountSearch.ts'
import { inOrder, issue } from './issue.texts.ru.ts'
import { Pager } from './Pager.tsx'
import * as texts from './texts.ru.ts'

/** People of the school and their accounts: found by name, given a way in, or kept out. */
export default function AccountsScreen() {
  const [, navigate] = useLocation()
  const search = searchOf(useSearch())
  const [typed, setTyped] = useState(search.search)
  const { data, error, refreshing, refetch } = useQuery('access.accounts', inputOf(search), { previous: true })
  const [action, setAction] = useState<AccountAction | null>(null)
  const address = addressOf({ ...search, search: typed, offset: 0 })
  useEffect(() => {
    if (typed === search.search) return
    // Not at every letter: the name is half typed.
    const timer = setTimeout(() => navigate(address, { replace: true }), 250)
    return () => clearTimeout(timer)
  }, [typed, search.search, address, navigate])
  const { columns } = texts.accounts
  return (
    <Page
      title={texts.accounts.title}
      subtitle={data && texts.accounts.found(data.total)}
      actions={
        <ButtonLink href="/accounts/issue" kind="primary">
          {issue.open}
        </ButtonLink>
      }
    >
      <AccountTabs current="/accounts" />
      <div className={styles.filters}>
        <SearchField label={texts.accounts.search} value={typed} onChange={setTyped} />
        <SegmentedTabs
          label={texts.accounts.kind}
          tabs={kinds.map((kind) => ({ href: addressOf({ ...search, kind, offset: 0 }), label: texts.accounts.kinds[kind] }))}
          current={addressOf({ ...search, offset: 0 })}
        />
        <SelectField
          label={inOrder.label}
          bare
          value={search.order}
          options={orders.map((order) => ({ value: order, label: inOrder.orders[order] }))}
          onChange={(order) =>
            navigate(addressOf({ ...search, order: order as typeof search.order, offset: 0 }), { replace: true })
          }
        />
      </div>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data?.people.length === 0 && <EmptyState title={texts.accounts.nobody} text={texts.accounts.nobodyText} />}
      {data && data.people.length > 0 && (
        <Card>
          <table className={styles.table} aria-busy={refreshing}>
            <thead>
              <tr>
                <th scope="col">{columns.person}</th>
                <th scope="col">{columns.login}</th>
                <th scope="col">{columns.state}</th>
                <th scope="col">
                  <span className="unseen">{columns.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.people.map((person) => (
                <AccountRow key={person.personId} person={person} onAction={setAction} />
              ))}
            </tbody>
          </table>
        </Card>
      )}
      {data && <Pager search={search} total={data.total} />}
      {action && <AccountDialog action={action} onChanged={refetch} onClose={() => setAction(null)} />}
    </Page>
  )
}
