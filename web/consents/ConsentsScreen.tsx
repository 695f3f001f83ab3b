import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Consents.module.css'
import { PurposeDialog } from './PurposeDialog.tsx'
import { PurposeList } from './PurposeList.tsx'
import * as texts from './texts.ru.ts'

type Report = Output<'consents.report'>
export type Purpose = Output<'consents.purposes'>['purposes'][number]

/** Consents of the school: how each class has decided, and the texts that are signed. */
export default function ConsentsScreen() {
  const [, navigate] = useLocation()
  const can = useCan()
  const report = useQuery('consents.report', {})
  const purposes = useQuery('consents.purposes', {})
  const add = useCommand('consents.addPurpose')
  const [open, setOpen] = useState<Purpose | 'new' | null>(null)
  const keeps = can('consents.addPurpose', { kind: 'school' })
  const refetch = () => {
    report.refetch()
    purposes.refetch()
  }
  const takeTemplates = async () => {
    try {
      for (const starter of texts.starters) await add.run(starter)
      toast(texts.saved)
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    refetch()
  }
  const { data, error } = report
  return (
    <Page
      title={texts.title}
      subtitle={texts.subtitle}
      actions={
        keeps && (
          <Button kind="primary" icon={<IconPlus size={17} aria-hidden />} onClick={() => setOpen('new')}>
            {texts.add}
          </Button>
        )
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data?.purposes.length === 0 && (
        <EmptyState
          title={texts.none}
          text={texts.noneText}
          action={
            keeps && (
              <Button busy={add.running} onClick={() => void takeTemplates()}>
                {texts.templates}
              </Button>
            )
          }
        />
      )}
      {data && data.purposes.length > 0 && (
        <DataTable
          label={texts.report}
          rows={data.classes}
          columns={columnsOf(data)}
          rowKey={({ classId }) => classId}
          onOpen={({ classId }) => navigate(`/school/consents/class/${classId}`)}
          empty={<EmptyState title={texts.ofClass.empty} />}
        />
      )}
      {purposes.data && purposes.data.purposes.length > 0 && (
        <PurposeList purposes={purposes.data.purposes} keeps={keeps} onEdit={setOpen} onChanged={refetch} />
      )}
      {open && <PurposeDialog purpose={open === 'new' ? null : open} onSaved={refetch} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const columnsOf = ({ purposes }: Report): Column<Report['classes'][number]>[] => [
  { key: 'class', label: texts.classColumn, value: (one) => one.name, width: 's' },
  { key: 'students', label: texts.students, value: (one) => one.students, numeric: true, width: 's' },
  ...purposes.map(({ purposeId, name }) => ({
    key: purposeId,
    label: name,
    value: (one: Report['classes'][number]) => one.counts.find((count) => count.purposeId === purposeId)?.given ?? 0,
    cell: (one: Report['classes'][number]) => {
      const { given = 0, refused = 0, withdrawn = 0 } = one.counts.find((count) => count.purposeId === purposeId) ?? {}
      const told = [texts.tally(given, refused, withdrawn), texts.notAsked(one.students - given - refused - withdrawn)]
      return (
        <>
          <span className={styles.onPhone}>{name}: </span>
          {told.filter(Boolean).join(', ')}
        </>
      )
    },
  })),
]
