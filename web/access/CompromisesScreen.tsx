import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { fullDate, moment } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { CompromisePaper, useHead } from './CompromisePaper.tsx'
import styles from './CompromisesScreen.module.css'
import * as texts from './compromise.texts.ru.ts'
import { places } from './sections.texts.ru.ts'
import { tickets } from './support.texts.ru.ts'

type Report = Output<'access.compromises'>['compromises'][number]

/** Passwords known to others: until when head and support are to be told, and when they were. [S1 3.15, S4 З21] */
export default function CompromisesScreen() {
  const { school, today } = useMe()
  const { data, error, refetch } = useQuery('access.compromises', {})
  const tell = useCommand('access.tellOfCompromise')
  const head = useHead(true)
  const [printing, setPrinting] = useState<Report | null>(null)
  useEffect(() => {
    if (!printing) return
    window.print()
    setPrinting(null)
  }, [printing])
  const at = (iso: string) => moment(iso, school.timeZone)
  const now = new Date().toISOString()
  const told = async (compromiseId: string) => {
    try {
      await tell.run({ compromiseId })
      toast(texts.list.headDone)
      refetch()
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
  }
  const columns: Column<Report>[] = [
    {
      key: 'name',
      label: texts.list.columns.name,
      value: ({ name, login }) => `${name} ${login}`,
      cell: ({ name, login, shut }) => (
        <>
          {name}
          <span className={styles.detail}>
            {login}, {shut ? texts.list.shut : texts.list.open}
          </span>
        </>
      ),
    },
    {
      key: 'detected',
      label: texts.list.columns.detected,
      named: true,
      value: ({ detectedAt }) => detectedAt,
      cell: ({ detectedAt, description }) => (
        <>
          {at(detectedAt)}
          <span className={styles.detail}>{description}</span>
        </>
      ),
    },
    {
      key: 'reported',
      label: texts.list.columns.reported,
      named: true,
      value: ({ reportedAt }) => reportedAt,
      cell: ({ reportedAt, reportedBy }) => (
        <>
          {at(reportedAt)}
          <span className={styles.detail}>{texts.list.by(reportedBy)}</span>
        </>
      ),
    },
    {
      key: 'head',
      label: texts.list.columns.head,
      named: true,
      value: ({ headToldAt }) => headToldAt,
      cell: ({ headToldAt, headDueAt, compromiseId }) =>
        headToldAt ? (
          texts.list.told(at(headToldAt))
        ) : (
          <>
            <Due late={headDueAt < now} text={at(headDueAt)} />
            <Button size="s" onClick={() => void told(compromiseId)}>
              {texts.list.tellHead}
            </Button>
          </>
        ),
    },
    {
      key: 'support',
      label: texts.list.columns.support,
      named: true,
      value: ({ supportToldAt }) => supportToldAt,
      cell: ({ supportToldAt, supportDueOn, ticketNumber, ticketState }) => (
        <>
          {supportToldAt ? (
            <span className={styles.due}>{texts.list.toldSupport(at(supportToldAt))}</span>
          ) : (
            <Due late={supportDueOn < today} text={fullDate(supportDueOn)} />
          )}
          <Link href={`/school/support?ticket=${ticketNumber}`}>
            {texts.list.ticket(ticketNumber, tickets.state[ticketState])}
          </Link>
        </>
      ),
    },
    {
      key: 'more',
      label: texts.list.columns.more,
      value: () => null,
      cell: (report) => (
        <Button
          size="s"
          icon={<IconPrinter size={16} stroke={1.7} aria-hidden />}
          aria-label={texts.list.printOf(report.name)}
          onClick={() => setPrinting(report)}
        >
          {texts.list.print}
        </Button>
      ),
    },
  ]
  return (
    <Page
      title={texts.list.title}
      subtitle={texts.list.about}
      actions={<ButtonLink href="/accounts/places">{places.title}</ButtonLink>}
    >
      {data ? (
        <DataTable
          label={texts.list.list}
          rows={data.compromises}
          columns={columns}
          rowKey={({ compromiseId }) => compromiseId}
          searchLabel={texts.list.search}
          empty={<EmptyState title={texts.list.empty} text={texts.list.emptyText} />}
        />
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={6} />
      )}
      {printing && <CompromisePaper form={printing} {...(head ? { head } : {})} />}
    </Page>
  )
}

const Due = ({ late, text }: { late: boolean; text: string }) => (
  <span className={late ? styles.late : styles.due}>{late ? texts.list.overdue(text) : texts.list.due(text)}</span>
)
