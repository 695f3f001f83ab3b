import { useEffect, useRef, useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Urgent.module.css'
import { UrgentJudgeDialog } from './UrgentJudgeDialog.tsx'
import * as texts from './urgent.texts.ru.ts'

export type UrgentAccess = Output<'access.urgentRegister'>['accesses'][number]
const school = { kind: 'school' } as const

/** Who opened whose card and why; what the head makes of it. Opening the page says that it has been seen. [S4 Р24c] */
export default function UrgentRegisterScreen() {
  const me = useMe()
  const can = useCan()
  const judges = can('access.judgeUrgent', { kind: 'urgent', urgentId: '', personId: '', studentId: '' })
  const wide = can('access.compromises', school)
  const { data, error, refetch } = useQuery('access.urgentRegister', {})
  const end = useCommand('access.endUrgent')
  const see = useCommand('access.seeUrgent')
  const [judged, setJudged] = useState<UrgentAccess | null>(null)
  const fresh = useFresh(data?.accesses, () => see.run({}))
  const at = (iso: string) => moment(iso, me.school.timeZone)
  const finish = async ({ urgentId }: UrgentAccess) => {
    try {
      await end.run({ urgentId })
      toast(texts.register.endDone)
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    refetch()
  }
  const stateOf = ({ open, untilAt, endedAt, endedBy }: UrgentAccess) =>
    open
      ? texts.register.openNow(at(untilAt))
      : endedAt
        ? texts.register.ended(at(endedAt), endedBy)
        : texts.register.expired(at(untilAt))
  const columns: Column<UrgentAccess>[] = [
    {
      key: 'when',
      label: texts.register.columns.when,
      value: ({ openedAt }) => openedAt,
      cell: (one) => (
        <>
          {at(one.openedAt)}
          {fresh.has(one.urgentId) && <span className={styles.fresh}>{texts.register.fresh}</span>}
          <span className={styles.detail}>{stateOf(one)}</span>
        </>
      ),
    },
    {
      key: 'holder',
      label: texts.register.columns.holder,
      value: ({ holder }) => holder,
      cell: ({ holder, position }) => (
        <>
          {holder}
          <span className={styles.detail}>{position}</span>
        </>
      ),
    },
    { key: 'pupil', label: texts.register.columns.pupil, value: ({ name, className }) => `${name}, ${className}` },
    { key: 'reason', label: texts.register.columns.reason, value: ({ reason }) => reason, width: 'l' },
    {
      key: 'looks',
      label: texts.register.columns.looks,
      value: ({ looks }) => looks.length,
      cell: ({ looks }) => (
        <>
          {texts.register.looks(looks.length)}
          {looks.length > 0 && <span className={styles.detail}>{looks.map(at).join(', ')}</span>}
        </>
      ),
    },
    {
      key: 'verdict',
      label: texts.register.columns.verdict,
      value: ({ justified }) =>
        justified === null ? texts.register.waiting : justified ? texts.register.justified : texts.register.unjustified,
      cell: ({ justified, remark, judgedBy }) => (
        <>
          {justified === null ? texts.register.waiting : justified ? texts.register.justified : texts.register.unjustified}
          {justified !== null && <span className={styles.detail}>{[judgedBy, remark].filter(Boolean).join(': ')}</span>}
        </>
      ),
    },
    ...(judges
      ? [
          {
            key: 'actions',
            label: texts.register.columns.actions,
            value: () => null,
            cell: (one: UrgentAccess) => (
              <div className={styles.actions}>
                <Button size="s" aria-label={texts.register.judgeOf(one.holder, one.name)} onClick={() => setJudged(one)}>
                  {texts.register.judge}
                </Button>
                {one.open && (
                  <Button
                    size="s"
                    aria-label={texts.register.endOf(one.holder)}
                    busy={end.running}
                    onClick={() => void finish(one)}
                  >
                    {texts.register.end}
                  </Button>
                )}
              </div>
            ),
          },
        ]
      : []),
  ]
  return (
    <Page title={texts.registerSection.title} subtitle={wide ? texts.register.lead : texts.register.leadOfClass}>
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={refetch} />
        ) : (
          <Skeleton rows={6} />
        )
      ) : (
        <DataTable
          label={texts.register.list}
          rows={data.accesses}
          columns={columns}
          rowKey={({ urgentId }) => urgentId}
          searchLabel={texts.register.search}
          empty={
            <EmptyState
              title={texts.register.empty}
              text={texts.register.emptyText}
              action={can('school.settings', school) && <ButtonLink href="/school/policies">{texts.register.rules}</ButtonLink>}
            />
          }
        />
      )}
      {judged && (
        <UrgentJudgeDialog
          access={judged}
          at={at}
          onClose={() => {
            setJudged(null)
            refetch()
          }}
        />
      )}
    </Page>
  )
}

/** Those that were new when the page was opened, or came while it stood; told to the server once. */
function useFresh(accesses: readonly UrgentAccess[] | undefined, see: () => Promise<unknown>): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const told = useRef(new Set<string>())
  useEffect(() => {
    const news = accesses?.filter((one) => one.fresh && !told.current.has(one.urgentId)) ?? []
    if (news.length === 0) return
    for (const { urgentId } of news) told.current.add(urgentId)
    setFresh(new Set(told.current))
    see().catch(() => {}) // they stay new, and are told of again
  }, [accesses, see])
  return fresh
}
