import { useState } from 'react'
import { addDays, type PlainDate } from '#domain/platform/dates.ts'
import { numericDate, shortWeekday } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Card } from '#web/ui/Card.tsx'
import { DataTable } from '#web/ui/DataTable.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { kindsOfWork } from './kindsOfWork.ts'
import * as texts from './texts.ru.ts'
import styles from './UsageScreen.module.css'

const LOOK_BACK = 29

/** Who uses the journal, day by day, and what is done in it. */
export default function UsageScreen() {
  const { today } = useMe()
  const [from, setFrom] = useState<PlainDate>(addDays(today, -LOOK_BACK))
  const [to, setTo] = useState<PlainDate>(today)
  const { data, error, refetch } = useQuery('readiness.usage', { from, to }, { previous: true })
  const { usage } = texts
  const used = data?.days.filter(({ staff, families, operations }) => staff + families + operations > 0) ?? []
  return (
    <Page title={usage.title} subtitle={usage.about}>
      <div className={styles.dates}>
        <DateField label={usage.from} value={from} max={to} required onChange={(day) => day && setFrom(day as PlainDate)} />
        <DateField
          label={usage.to}
          value={to}
          min={from}
          max={today}
          required
          onChange={(day) => day && setTo(day as PlainDate)}
        />
      </div>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && (
        <>
          <Card title={usage.people} padded>
            <div className={styles.people}>
              {data.accounts.map(({ kind, people, accounts, signedIn }) => (
                <div key={kind} className={styles.kind}>
                  <h3>{usage.kinds[kind]}</h3>
                  <ProgressBar label={usage.accounts} value={accounts} max={people} told={`${accounts} / ${people}`} />
                  <ProgressBar label={usage.signedIn} value={signedIn} max={people} told={`${signedIn} / ${people}`} />
                </div>
              ))}
            </div>
          </Card>
          <h2 className={styles.heading}>{usage.byDay}</h2>
          <DataTable
            label={usage.byDay}
            rows={used}
            rowKey={({ date }) => date}
            columns={[
              {
                key: 'date',
                label: usage.date,
                value: ({ date }) => date,
                cell: ({ date }) => `${shortWeekday(date)}, ${numericDate(date)}`,
              },
              { key: 'staff', label: usage.staff, value: ({ staff }) => staff, numeric: true },
              { key: 'families', label: usage.families, value: ({ families }) => families, numeric: true },
              { key: 'operations', label: usage.operations, value: ({ operations }) => operations, numeric: true },
            ]}
            empty={<EmptyState title={usage.none} />}
          />
          {data.operations.length > 0 && (
            <>
              <h2 className={styles.heading}>{usage.what}</h2>
              <DataTable
                label={usage.what}
                rows={kindsOfWork(data.operations)}
                rowKey={({ kind }) => kind}
                columns={[
                  { key: 'kind', label: usage.action, value: ({ kind }) => usage.kindsOfWork[kind] },
                  { key: 'count', label: usage.count, value: ({ count }) => count, numeric: true, width: 's' },
                ]}
                empty={null}
              />
            </>
          )}
        </>
      )}
    </Page>
  )
}
