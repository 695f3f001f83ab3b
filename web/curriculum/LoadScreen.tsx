import { IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { vacantOf } from '#domain/curriculum/needs.ts'
import { hoursText } from '#domain/curriculum/rules.ts'
import { YearFailure } from '#web/calendar/YearFailure.tsx'
import { NextStep } from '#web/firstSteps/NextStep.tsx'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { type LoadPlace, loadAddress, loadPlaceOf, loadViews } from './addresses.ts'
import styles from './Load.module.css'
import { LoadDialog, type LoadDialogState } from './LoadDialog.tsx'
import { LoadViews } from './LoadViews.tsx'
import { classLoads, dayOf, placesOf, teacherLoads } from './loadView.ts'
import * as texts from './texts.ru.ts'

/** The teaching load: what the plans ask for, who teaches it, what is free; by class and by teacher. */
export default function LoadScreen() {
  const [, navigate] = useLocation()
  const place = loadPlaceOf(useSearch())
  const { data, error, refetch } = useQuery('curriculum.load', place.year ? { schoolYearId: place.year } : {}, { previous: true })
  const may = useCan()('curriculum.assign', { kind: 'school' })
  const [dialog, setDialog] = useState<LoadDialogState | null>(null)
  const day = data ? dayOf(data, place.date) : ''
  const classes = useMemo(() => (data ? classLoads(data, day) : []), [data, day])
  const teachers = useMemo(() => (data ? teacherLoads(data, day) : []), [data, day])
  const places = useMemo(() => placesOf(classes), [classes])
  const editable = may && data?.year.over === false
  const planned = places.reduce((sum, one) => sum + one.planned, 0)
  const vacant = places.reduce((sum, one) => sum + vacantOf(one), 0)
  const missing = classes
    .filter(({ group }) => place.view !== 'classes' || place.of === null || group.groupId === place.of)
    .flatMap((one) => one.missing)
  const go = (part: Partial<LoadPlace>) => navigate(loadAddress({ ...place, ...part }))
  return (
    <Page
      title={texts.load.title}
      subtitle={data && texts.load.summary(hoursText(planned - vacant), hoursText(planned))}
      controls={
        data && (
          <SelectField
            bare
            label={texts.year}
            value={data.year.schoolYearId}
            options={data.years.map(({ schoolYearId, name }) => ({ value: schoolYearId, label: name }))}
            onChange={(year) => go({ year, of: null, date: null })}
          />
        )
      }
      actions={
        data && (
          <>
            <Button kind="quiet" icon={<IconPrinter size={17} />} onClick={() => window.print()}>
              {texts.print}
            </Button>
            {editable && missing.length > 0 && (
              <Button kind="primary" onClick={() => setDialog({ kind: 'open', courses: missing })}>
                {texts.load.openAll(missing.length)}
              </Button>
            )}
          </>
        )
      }
    >
      {!data && (error ? <YearFailure error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && (
        <>
          <div className={styles.bar}>
            <SegmentedTabs
              label={texts.load.view}
              tabs={loadViews.map((view) => ({ href: loadAddress({ ...place, view, of: null }), label: texts.load.views[view] }))}
              current={loadAddress({ ...place, of: null })}
            />
            <DateField
              label={texts.load.date}
              value={day}
              min={data.year.from}
              max={data.year.to}
              onChange={(date) => go({ date: date === '' ? null : date })}
            />
          </div>
          <NextStep after={data} />
          {data.year.over && <Notice>{texts.over}</Notice>}
          {planned === 0 && data.groups.length > 0 && (
            <Notice kind="note">
              {texts.load.noPlans} <ButtonLink href="/school/curriculum">{texts.load.toPlans}</ButtonLink>
            </Notice>
          )}
          <LoadViews
            load={data}
            place={place}
            classes={classes}
            teachers={teachers}
            places={places}
            onGo={go}
            onDialog={editable ? setDialog : null}
          />
          {dialog && (
            <LoadDialog
              load={data}
              teachers={teachers}
              day={day}
              state={dialog}
              onDone={refetch}
              onClose={() => setDialog(null)}
            />
          )}
        </>
      )}
    </Page>
  )
}
