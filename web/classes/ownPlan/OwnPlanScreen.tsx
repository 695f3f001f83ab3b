import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { isPlainDate, isWithin } from '#domain/platform/dates.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { GroupDialog } from '../setUp/GroupDialog.tsx'
import styles from '../setUp/SetUp.module.css'
import { CurriculumCard } from './CurriculumCard.tsx'
import { EndPlanDialog } from './EndPlanDialog.tsx'
import { RegimeCard } from './RegimeCard.tsx'
import { SubjectsCard } from './SubjectsCard.tsx'
import * as texts from './texts.ru.ts'

export type OwnPlan = Output<'classes.ownPlan'>

/** A plan of one's own: which subjects are learned by it and since when, its curriculum, its regime, who learns by it. R079, R084, R085. */
export default function OwnPlanScreen() {
  const { groupId } = useParams() as { groupId: string }
  // The subjects are those of the day from which they are to change: what is planned for later shows as it will be.
  const [from, setFrom] = useState('')
  const { data, error, refetch } = useQuery(
    'classes.ownPlan',
    { groupId, ...(isPlainDate(from) ? { on: from } : {}) },
    { previous: true },
  )
  const can = useCan()
  const keeps =
    data !== undefined && !data.plan.archived && can('classes.setOwnSubjects', { kind: 'class', classId: data.plan.classId })
  const [doing, setDoing] = useState<'change' | 'end' | null>(null)
  if (!data)
    return <Page title={texts.title}>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={12} />}</Page>
  const { plan, year, on, students } = data
  const now = students.filter(({ from, to }) => isWithin(on, from, to) || from > on)
  const close = () => {
    setDoing(null)
    refetch()
  }
  return (
    <Page
      title={plan.name}
      subtitle={texts.subtitle(plan.className, year.name)}
      width="full"
      actions={
        <>
          <ButtonLink href={`/school/classes/${plan.classId}`}>{texts.classOf(plan.className)}</ButtonLink>
          {keeps && (
            <Button icon={<IconPencil size={17} aria-hidden />} onClick={() => setDoing('change')}>
              {texts.change}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <SubjectsCard data={data} keeps={keeps} from={from || on} onFrom={setFrom} onSaved={refetch} />
        </div>
        <div className={styles.column}>
          <Card title={texts.students.title}>
            {now.length === 0 && <p className={styles.line}>{texts.students.none}</p>}
            <ul className={styles.lines}>
              {students.map(({ personId, name, from, to }) => (
                <li
                  key={`${personId} ${from}`}
                  className={styles.line}
                  data-over={!now.some((one) => one.from === from) || undefined}
                >
                  <span className={styles.what}>
                    <span className={styles.name}>{name}</span>
                    <span className={styles.quiet}>{texts.days(from, to, year.to)}</span>
                  </span>
                  <span className={styles.buttons}>
                    <ButtonLink size="s" href={`/diary/${personId}/week`}>
                      {texts.students.diary}
                    </ButtonLink>
                    <ButtonLink size="s" href={`/diary/${personId}/timetable`}>
                      {texts.students.timetable}
                    </ButtonLink>
                  </span>
                </li>
              ))}
            </ul>
            {keeps && !plan.alone && students.some(({ to }) => to === null || to >= year.to) && (
              <div className={styles.tools}>
                <Button kind="quiet" onClick={() => setDoing('end')}>
                  {texts.end.title}
                </Button>
              </div>
            )}
          </Card>
          <CurriculumCard data={data} keeps={keeps} onSaved={refetch} />
          <RegimeCard key={`${plan.regime.shift} ${plan.regime.studyDays}`} data={data} keeps={keeps} onSaved={refetch} />
        </div>
      </div>
      {doing === 'change' && <ChangeDialog groupId={groupId} yearId={year.yearId} onClose={close} />}
      {doing === 'end' && <EndPlanDialog data={data} onClose={close} />}
    </Page>
  )
}

/** The dialog of every group, once the lists it chooses from are there. */
function ChangeDialog({ groupId, yearId, onClose }: { groupId: string; yearId: string; onClose: () => void }) {
  const { data } = useQuery('classes.overview', { yearId })
  const group = data?.groups.find((one) => one.groupId === groupId)
  return data && group ? <GroupDialog overview={data} group={group} onClose={onClose} /> : null
}
