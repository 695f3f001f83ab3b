import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { dayIn, type PlainDate } from '#domain/platform/dates.ts'
import { fullDate, moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import styles from './CompromisesScreen.module.css'
import { OpenTicketDialog } from './OpenTicketDialog.tsx'
import { SupportCard } from './SupportCard.tsx'
import { contact, tickets as texts } from './support.texts.ru.ts'
import { TicketDialog } from './TicketDialog.tsx'

export type Ticket = Output<'access.tickets'>['tickets'][number]
type Filter = keyof typeof texts.filters

const ADDRESS = '/school/support'

/** Was the ticket accepted after its day, or is the day over with nobody having accepted it? [S4 З21] */
export const isLate = ({ dueOn, acceptedAt }: Ticket, today: PlainDate, timeZone: string): boolean =>
  dueOn !== null && (acceptedAt ? dayIn(timeZone, new Date(acceptedAt)) : today) > dueOn

/** Who the support is, and every ticket with its moments. [S4 З21, К11, У16] */
export default function SupportScreen() {
  const { school, today } = useMe()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const asked = search.get('show')
  const filter: Filter = asked && asked in texts.filters ? (asked as Filter) : 'all'
  const { data, error, refetch } = useQuery('access.tickets', {})
  const [making, setMaking] = useState(false)
  const number = Number(search.get('ticket'))
  const opened = data?.tickets.find((one) => one.number === number)
  const late = (ticket: Ticket) => isLate(ticket, today, school.timeZone)
  const shown: Record<Filter, (ticket: Ticket) => boolean> = {
    open: ({ state }) => state !== 'closed',
    late,
    closed: ({ state }) => state === 'closed',
    all: () => true,
  }
  const go = (show: Filter, ticket?: number) => {
    const query = new URLSearchParams({ ...(show === 'all' ? {} : { show }), ...(ticket ? { ticket: String(ticket) } : {}) })
    navigate(query.size > 0 ? `${ADDRESS}?${query}` : ADDRESS, { replace: true })
  }
  const columns: Column<Ticket>[] = [
    {
      key: 'number',
      label: texts.columns.number,
      width: 's',
      value: ({ number: n }) => n,
      cell: ({ number: n }) => texts.number(n),
    },
    {
      key: 'about',
      label: texts.columns.about,
      value: (ticket) => `${aboutOf(ticket)} ${ticket.login}`,
      cell: (ticket) => (
        <>
          {aboutOf(ticket)}
          <span className={styles.detail}>{[moment(ticket.createdAt, school.timeZone), ticket.createdBy].join(', ')}</span>
        </>
      ),
    },
    {
      key: 'state',
      label: texts.columns.state,
      named: true,
      value: ({ state }) => texts.state[state],
      cell: ({ state, acceptedNumber }) => (
        <>
          {texts.state[state]}
          {acceptedNumber && <span className={styles.detail}>{texts.acceptedAs(acceptedNumber, '')}</span>}
        </>
      ),
    },
    {
      key: 'due',
      label: texts.columns.due,
      named: true,
      value: ({ dueOn }) => dueOn,
      cell: (ticket) => <Due ticket={ticket} late={late(ticket)} />,
    },
  ]
  return (
    <Page
      title={contact.title}
      subtitle={contact.about}
      actions={
        <Button kind="primary" icon={<IconPlus size={17} stroke={1.8} aria-hidden />} onClick={() => setMaking(true)}>
          {texts.open}
        </Button>
      }
    >
      <SupportCard />
      {data ? (
        <DataTable
          label={texts.list}
          rows={data.tickets.filter(shown[filter])}
          columns={columns}
          rowKey={({ ticketId }) => ticketId}
          searchLabel={texts.search}
          onOpen={({ number: n }) => go(filter, n)}
          tools={
            data.tickets.length > 0 && (
              <SelectField
                label={texts.filter}
                bare
                value={filter}
                options={(Object.keys(texts.filters) as Filter[]).map((key) => ({
                  value: key,
                  label: `${texts.filters[key]} (${data.tickets.filter(shown[key]).length})`,
                }))}
                onChange={(key) => go(key as Filter)}
              />
            )
          }
          empty={
            data.tickets.length > 0 ? (
              <EmptyState title={texts.emptyFilter} />
            ) : (
              <EmptyState title={texts.empty} text={texts.emptyText} />
            )
          }
        />
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={6} />
      )}
      {making && (
        <OpenTicketDialog
          onMade={(made) => {
            refetch()
            setMaking(false)
            go(filter, made)
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {opened && <TicketDialog ticket={opened} late={late(opened)} onChanged={refetch} onClose={() => go(filter)} />}
    </Page>
  )
}

export const aboutOf = ({ kind, name, subject }: Ticket): string => (kind === 'compromise' ? texts.compromise(name) : subject)

function Due({ ticket: { dueOn, acceptedAt }, late }: { ticket: Ticket; late: boolean }) {
  if (dueOn === null) return null
  if (acceptedAt) return <span className={late ? styles.bad : ''}>{late ? texts.late : texts.inTime}</span>
  return <span className={late ? styles.bad : ''}>{late ? texts.overdue(fullDate(dueOn)) : texts.due(fullDate(dueOn))}</span>
}
