import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { YearFailure } from '#web/calendar/YearFailure.tsx'
import { NextStep } from '#web/firstSteps/NextStep.tsx'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { planAddress, planPlaceOf } from './addresses.ts'
import { CopyDialog } from './CopyDialog.tsx'
import styles from './Curriculum.module.css'
import { CurriculumTabs } from './CurriculumTabs.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { PlanGrid } from './PlanGrid.tsx'
import { SavingNote } from './SavingNote.tsx'
import { fitting, isOf, levels, type Plan } from './sheet.ts'
import * as texts from './texts.ru.ts'
import { usePlanEdits } from './usePlanEdits.ts'
import { Violations } from './Violations.tsx'

/** The curricula of a year: hours typed as into a sheet, norms beside, copied from templates or from last year. */
export default function PlanScreen() {
  const [, navigate] = useLocation()
  const place = planPlaceOf(useSearch())
  const input = useMemo(() => (place.year ? { schoolYearId: place.year } : {}), [place.year])
  const { data, error, refetch } = useQuery('curriculum.plans', input, { previous: true })
  const edits = usePlanEdits(input)
  const attach = useCommand('curriculum.attach')
  const may = useCan()('curriculum.setHours', { kind: 'school' })
  const [dialog, setDialog] = useState<{ kind: 'copy' } | { kind: 'plan'; plan: Plan | null } | null>(null)
  const editable = may && data?.year.over === false
  const plans = useMemo(() => data?.plans.filter((plan) => isOf(place.level, plan)) ?? [], [data, place.level])
  const suggested = data && editable ? fitting(data) : []
  const attachAll = async () => {
    try {
      await attach.run({ groups: suggested })
      toast(texts.plan.attached(suggested.length))
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    refetch()
  }
  const close = () => setDialog(null)
  const copy = (kind: 'primary' | 'plain') => (
    <Button kind={kind} onClick={() => setDialog({ kind: 'copy' })}>
      {texts.plan.copy}
    </Button>
  )
  return (
    <Page
      title={texts.plan.title}
      subtitle={data?.year.name}
      width="full"
      controls={
        data && (
          <SelectField
            bare
            label={texts.year}
            value={data.year.schoolYearId}
            options={data.years.map(({ schoolYearId, name }) => ({ value: schoolYearId, label: name }))}
            onChange={(year) => navigate(planAddress({ ...place, year }))}
          />
        )
      }
      actions={
        data && data.plans.length > 0 ? (
          <>
            <Button kind="quiet" icon={<IconPrinter size={17} />} onClick={() => window.print()}>
              {texts.print}
            </Button>
            {editable && copy('plain')}
            {editable && (
              <Button kind="primary" icon={<IconPlus size={17} />} onClick={() => setDialog({ kind: 'plan', plan: null })}>
                {texts.plan.create}
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <div className={styles.bar}>
        <CurriculumTabs />
        {data && data.plans.length > 0 && (
          <SegmentedTabs
            label={texts.plan.level}
            tabs={levels.map((level) => ({ href: planAddress({ ...place, level }), label: texts.plan.levels[level] }))}
            current={planAddress(place)}
          />
        )}
        <SavingNote saving={edits.saving} onRetry={edits.retry} />
      </div>
      {!data && (error ? <YearFailure error={error} onRetry={refetch} /> : <Skeleton rows={12} />)}
      {data && <NextStep after={data} />}
      {data?.year.over && <Notice>{texts.over}</Notice>}
      {data?.plans.length === 0 && (
        <EmptyState
          title={texts.plan.emptyTitle}
          text={texts.plan.emptyText}
          action={
            editable ? (
              <>
                {copy('primary')}
                <Button onClick={() => setDialog({ kind: 'plan', plan: null })}>{texts.plan.create}</Button>
              </>
            ) : undefined
          }
        />
      )}
      {suggested.length > 0 && (
        <Notice kind="note">
          {texts.plan.withoutPlan(
            suggested.map(({ groupId }) => data!.groups.find((one) => one.groupId === groupId)!.name).join(', '),
          )}{' '}
          <Button size="s" busy={attach.running} onClick={attachAll}>
            {texts.plan.attachAll(suggested.length)}
          </Button>
        </Notice>
      )}
      {data && data.plans.length > 0 && plans.length === 0 && (
        <EmptyState title={texts.plan.emptyLevel} text={texts.plan.emptyLevelText} />
      )}
      {data && plans.length > 0 && (
        <>
          <PlanGrid
            data={data}
            plans={plans}
            readOnly={!editable}
            onEdit={edits.edit}
            onUndo={edits.undo}
            onOpen={(plan) => setDialog({ kind: 'plan', plan })}
          />
          {editable && <p className={styles.hint}>{texts.plan.hint}</p>}
          <Violations plans={plans} />
        </>
      )}
      {data && dialog?.kind === 'copy' && <CopyDialog data={data} onDone={refetch} onClose={close} />}
      {data && dialog?.kind === 'plan' && <PlanDialog data={data} plan={dialog.plan} onDone={refetch} onClose={close} />}
    </Page>
  )
}
