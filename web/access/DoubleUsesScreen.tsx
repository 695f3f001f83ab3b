import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { MenuItem } from '#web/ui/MenuItem.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { type AccountAction, AccountDialog } from './AccountDialog.tsx'
import { AccountTabs } from './AccountTabs.tsx'
import styles from './CompromisesScreen.module.css'
import { list as texts } from './doubleUse.texts.ru.ts'
import { SettleDialog } from './SettleDialog.tsx'
import { accounts } from './texts.ru.ts'

export type DoubleUse = Output<'access.doubleUses'>['doubleUses'][number]
type Filter = keyof typeof texts.filters

const ADDRESS = '/accounts/places'
const shown: Record<Filter, (one: DoubleUse) => boolean> = {
  open: ({ answer, settledAt }) => answer === null && settledAt === null,
  notMine: ({ answer, settledAt }) => answer === 'notMine' && settledAt === null,
  mine: ({ answer, settledAt }) => answer === 'mine' && settledAt === null,
  settled: ({ settledAt }) => settledAt !== null,
  all: () => true,
}

/** Accounts used as one person hardly does: the owner's answer, and what the administrator makes of it. [S1 3.13, S4 Р27] */
export default function DoubleUsesScreen() {
  const { school, actor } = useMe()
  const may = useCan()
  const [, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('show')
  const filter: Filter = asked && asked in shown ? (asked as Filter) : 'all'
  const { data, error, refetch } = useQuery('access.doubleUses', {})
  const [settling, setSettling] = useState<DoubleUse | null>(null)
  const [action, setAction] = useState<AccountAction | null>(null)
  const acts = may('access.settleDoubleUse', { kind: 'school' })
  const at = (iso: string) => moment(iso, school.timeZone)
  const start = (kind: 'block' | 'reset' | 'report', { personId, accountId, name, person, detail, login, shut }: DoubleUse) =>
    setAction({
      kind,
      accountId,
      person: {
        ...{ personId, accountId, name, kind: person, detail, login, blocked: shut },
        ...{ mustChangePassword: false, ended: false, secondFactor: false, lastSignInAt: null },
      },
    })
  const columns: Column<DoubleUse>[] = [
    {
      key: 'name',
      label: texts.columns.name,
      value: ({ name, login }) => `${name} ${login}`,
      cell: ({ name, login, person, detail, shut }) => (
        <>
          {name}
          <span className={styles.detail}>
            {[accounts.about(person, detail), login, shut && texts.shut].filter(Boolean).join(', ')}
          </span>
        </>
      ),
    },
    {
      key: 'when',
      label: texts.columns.when,
      named: true,
      value: ({ noticedAt }) => noticedAt,
      cell: ({ noticedAt, kind }) => (
        <>
          {at(noticedAt)}
          <span className={styles.detail}>{texts.kinds[kind]}</span>
        </>
      ),
    },
    {
      key: 'places',
      label: texts.columns.places,
      value: ({ places }) => places.map(({ device, address }) => `${device} ${address}`).join(' '),
      cell: ({ places }) =>
        places.map(({ device, address, at: used }) => (
          <span key={`${device} ${address} ${used}`} className={styles.place}>
            {device} <span className={styles.soft}>{address}</span>
          </span>
        )),
    },
    {
      key: 'answer',
      label: texts.columns.answer,
      named: true,
      value: ({ answer }) => answer,
      cell: ({ answer, answeredAt, answeredOn }) =>
        answer === null ? (
          <span className={styles.soft}>{texts.waiting}</span>
        ) : (
          <>
            <span className={answer === 'notMine' ? styles.bad : ''}>{texts[answer]}</span>
            <span className={styles.detail}>{texts.answered(at(answeredAt!), answeredOn)}</span>
          </>
        ),
    },
    {
      key: 'outcome',
      label: texts.columns.outcome,
      value: ({ note, settledAt }) => note || settledAt,
      cell: ({ note, settledBy, settledAt }) =>
        settledAt && (
          <>
            {note || texts.settle}
            <span className={styles.detail}>{texts.settled(settledBy, at(settledAt))}</span>
          </>
        ),
    },
    ...(acts
      ? [
          {
            key: 'more',
            label: texts.columns.more,
            value: () => null,
            cell: (one: DoubleUse) => (
              <span className={styles.buttons}>
                <Button size="s" aria-label={texts.settleOf(one.name)} onClick={() => setSettling(one)}>
                  {one.settledAt ? texts.change : texts.settle}
                </Button>
                {!one.shut && (
                  <Menu label={texts.more(one.name)} trigger={<IconDots size={18} stroke={1.8} aria-hidden />}>
                    {(close) =>
                      (one.personId === actor.personId ? (['reset'] as const) : (['reset', 'block', 'report'] as const)).map(
                        (kind) => (
                          <MenuItem
                            key={kind}
                            onClick={() => {
                              close()
                              start(kind, one)
                            }}
                          >
                            {texts[kind]}
                          </MenuItem>
                        ),
                      )
                    }
                  </Menu>
                )}
              </span>
            ),
          },
        ]
      : []),
  ]
  const rows = data?.doubleUses.filter(shown[filter]) ?? []
  const none = data?.doubleUses.length === 0
  return (
    <Page title={texts.title} subtitle={texts.about}>
      {acts && <AccountTabs current={ADDRESS} />}
      {data ? (
        <DataTable
          label={texts.list}
          rows={rows}
          columns={columns}
          rowKey={({ doubleUseId }) => doubleUseId}
          searchLabel={texts.search}
          tools={
            !none && (
              <SelectField
                label={texts.filter}
                bare
                value={filter}
                options={(Object.keys(shown) as Filter[]).map((key) => ({
                  value: key,
                  label: `${texts.filters[key]} (${data.doubleUses.filter(shown[key]).length})`,
                }))}
                onChange={(key) => navigate(key === 'all' ? ADDRESS : `${ADDRESS}?show=${key}`, { replace: true })}
              />
            )
          }
          empty={none ? <EmptyState title={texts.empty} text={texts.emptyText} /> : <EmptyState title={texts.emptyFilter} />}
        />
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={6} />
      )}
      {settling && <SettleDialog doubleUse={settling} onDone={refetch} onClose={() => setSettling(null)} />}
      {action && <AccountDialog action={action} onChanged={refetch} onClose={() => setAction(null)} />}
    </Page>
  )
}
