import { IconArchive, IconPencil, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { PrintBar } from '#web/printing/PrintBar.tsx'
import { Banner } from '#web/ui/Banner.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useChosen } from '../movement/chosen.ts'
import { MoveDialog } from '../movement/MoveDialog.tsx'
import { refreshClasses } from '../refresh.ts'
import { ChangeClassDialog } from './ChangeClassDialog.tsx'
import { CoursesCard } from './CoursesCard.tsx'
import { HomeroomCard } from './HomeroomCard.tsx'
import { ProposalList } from './ProposalList.tsx'
import styles from './SetUp.module.css'
import { StudentsCard } from './StudentsCard.tsx'
import { SubgroupsCard } from './SubgroupsCard.tsx'
import * as texts from './texts.ru.ts'

export type ClassCard = Output<'classes.card'>
const words = texts.card

/** A class: its students by dates, how it is cut for subjects, who leads it and who teaches it what. */
export default function ClassCardScreen() {
  const { classId } = useParams() as { classId: string }
  const { data, error, refetch } = useQuery('classes.card', { classId })
  const can = useCan()
  const restore = useCommand('classes.restore')
  const archive = useCommand('classes.archive')
  const { chosen, forget } = useChosen()
  const [doing, setDoing] = useState<'change' | 'archive' | 'enrol' | null>(chosen ? 'enrol' : null)
  const close = () => {
    setDoing(null)
    forget()
  }
  const keeps = can('classes.change', { kind: 'class', classId })
  const shelve = async () => {
    await archive.run({ classId })
    toast(words.archivedToast)
    void refreshClasses()
    close()
  }
  const bringBack = async () => {
    await restore.run({ classId })
    toast(words.restored)
    void refreshClasses()
  }
  if (!data)
    return <Page title={texts.title}>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={12} />}</Page>
  const { class: own, year, on, proposals } = data
  return (
    <Page
      title={own.name}
      subtitle={
        <>
          <Link href="/school/classes">{texts.title}</Link>
          {`, ${year.name}, ${texts.shiftName(own.shift)}${own.curriculum ? `, ${own.curriculum}` : ''}`}
        </>
      }
      width="full"
      actions={
        <>
          <PrintBar kind="class" about={own.name} students={data.students} classId={classId} on={on} />
          {keeps && !own.archived && (
            <>
              <Button kind="quiet" icon={<IconArchive size={17} aria-hidden />} onClick={() => setDoing('archive')}>
                {words.archive}
              </Button>
              <Button icon={<IconPencil size={17} aria-hidden />} onClick={() => setDoing('change')}>
                {words.change}
              </Button>
              <Button kind="primary" icon={<IconUserPlus size={17} aria-hidden />} onClick={() => setDoing('enrol')}>
                {texts.enrol}
              </Button>
            </>
          )}
        </>
      }
    >
      {own.archived && (
        <Banner
          action={
            keeps && (
              <Button size="s" busy={restore.running} onClick={bringBack}>
                {words.restore}
              </Button>
            )
          }
        >
          {words.archived}
        </Banner>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <StudentsCard card={data} />
        </div>
        <div className={styles.column}>
          <HomeroomCard card={data} />
          <SubgroupsCard card={data} />
          {data.groups.some((one) => !one.archived) && (
            <Card title={words.groups}>
              <ul className={styles.lines}>
                {data.groups
                  .filter((one) => !one.archived)
                  .map(({ groupId, name, classes, studentIds }) => (
                    <li key={groupId} className={styles.line}>
                      <span className={styles.what}>
                        <span className={styles.name}>{name}</span>
                        <span className={styles.quiet}>{classes}</span>
                      </span>
                      <span className={styles.quiet}>{texts.proposals.people(studentIds.length)}</span>
                    </li>
                  ))}
              </ul>
            </Card>
          )}
          <CoursesCard courses={data.courses} />
        </div>
      </div>
      {proposals.length > 0 && (
        <>
          <h2>{texts.proposals.title}</h2>
          <ProposalList proposals={proposals} />
        </>
      )}
      {doing === 'change' && <ChangeClassDialog card={data} onClose={close} />}
      {doing === 'enrol' && (
        <MoveDialog kind="enrol" {...(chosen ? { student: chosen } : {})} classId={classId} on={on} onClose={close} />
      )}
      {doing === 'archive' && (
        <ConfirmDialog title={words.archiveTitle(own.name)} action={words.archive} onConfirm={shelve} onClose={close}>
          <p>{words.archiveText}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}
