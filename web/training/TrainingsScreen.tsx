import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import styles from './Training.module.css'
import { TrainingTabs } from './TrainingTabs.tsx'
import * as texts from './texts.ru.ts'

type Training = Output<'training.list'>['trainings'][number]

/** What is planned and what was held, the latest first. */
export default function TrainingsScreen() {
  const { today } = useMe()
  const [, navigate] = useLocation()
  const can = useCan()
  const { data, error, refetch } = useQuery('training.list', {})
  const [adding, setAdding] = useState(false)
  const keeps = can('training.plan', { kind: 'school' })
  const add = keeps && (
    <Button kind="primary" icon={<IconPlus size={17} aria-hidden />} onClick={() => setAdding(true)}>
      {texts.list.add}
    </Button>
  )
  const gathered = ({ cancelled, on, present, absent, acquainted, invited }: Training) => {
    if (cancelled) return texts.list.cancelled
    return on <= today && present + absent + acquainted > 0
      ? texts.list.came(present, invited, acquainted)
      : texts.list.invited(invited)
  }
  const columns: Column<Training>[] = [
    {
      key: 'title',
      label: texts.list.columns.title,
      value: ({ title }) => title,
      cell: ({ title, topic, cancelled }) => (
        <span className={styles.what}>
          <span className={cancelled ? styles.off : styles.name}>{title}</span>
          {topic !== 'other' && title !== texts.topicNames[topic] && (
            <span className={styles.detail}>{texts.topicNames[topic]}</span>
          )}
        </span>
      ),
      width: 'l',
    },
    {
      key: 'when',
      label: texts.list.columns.when,
      value: ({ on, startsAt }) => `${on} ${String(startsAt).padStart(4, '0')}`,
      cell: ({ on, startsAt }) => texts.when(on, startsAt),
    },
    { key: 'leader', named: true, label: texts.list.columns.leader, value: ({ leader }) => leader },
    { key: 'people', label: texts.list.columns.people, value: ({ invited }) => invited, cell: gathered },
  ]
  return (
    <Page title={texts.title} subtitle={texts.lead} actions={data?.trainings.length ? add : null}>
      <TrainingTabs />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && (
        <DataTable
          label={texts.list.label}
          rows={data.trainings}
          columns={columns}
          rowKey={({ trainingId }) => trainingId}
          {...(data.trainings.length > 10 ? { searchLabel: texts.list.search } : {})}
          onOpen={({ trainingId }) => navigate(`/school/trainings/${trainingId}`)}
          empty={
            <EmptyState
              title={texts.list.none}
              text={keeps ? texts.list.noneText : texts.list.noneForReader}
              action={add || undefined}
            />
          }
        />
      )}
      {adding && (
        <PlanDialog
          training={null}
          onSaved={(trainingId) => navigate(`/school/trainings/${trainingId}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}
