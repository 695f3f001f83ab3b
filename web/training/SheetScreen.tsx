import { IconPencil, IconPrinter, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { whyNotMarked } from '#domain/training/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { AtTheDoor } from './AtTheDoor.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { Materials } from './Materials.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import styles from './Training.module.css'
import * as texts from './texts.ru.ts'

type Doing = 'change' | 'invite' | 'cancel' | null

/** One training: what it is, who was asked, who came; marked at the door. */
export default function SheetScreen() {
  const { trainingId = '' } = useParams<{ trainingId: string }>()
  const { actor, today } = useMe()
  const can = useCan()
  const { data, error, refetch } = useQuery('training.sheet', { trainingId })
  const cancel = useCommand('training.cancel')
  const [doing, setDoing] = useState<Doing>(null)
  const keeps = can('training.plan', { kind: 'school' })
  const training = data?.training
  const subject = training && { kind: 'training' as const, trainingId, leaderId: training.leaderId, invited: [actor.personId] }
  const marks = can('training.mark', subject ?? null)
  const closed = training ? whyNotMarked(training, today) : null
  const setCancelled = async (cancelled: boolean) => {
    try {
      await cancel.run({ trainingId, cancelled })
      refetch()
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
  }
  return (
    <Page
      title={training?.title ?? texts.title}
      subtitle={can('training.list', { kind: 'school' }) && <Link href="/school/trainings">{texts.sheet.back}</Link>}
      width="narrow"
      actions={
        training && (
          <>
            <Button
              icon={<IconPrinter size={17} stroke={1.7} aria-hidden />}
              onClick={() => window.open(`/api/print/training/${trainingId}`, '_blank', 'noopener')}
            >
              {texts.sheet.print}
            </Button>
            {keeps && !training.cancelled && (
              <>
                <Button icon={<IconUserPlus size={17} stroke={1.7} aria-hidden />} onClick={() => setDoing('invite')}>
                  {texts.sheet.invite}
                </Button>
                <Button icon={<IconPencil size={17} stroke={1.7} aria-hidden />} onClick={() => setDoing('change')}>
                  {texts.sheet.change}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {training && <About training={training} />}
      {training?.cancelled && <Notice kind="note">{texts.sheet.cancelledNote}</Notice>}
      {training && !training.cancelled && closed && <Notice>{texts.sheet.notYet}</Notice>}
      {data &&
        (data.people.length === 0 ? (
          <EmptyState title={texts.sheet.nobody} text={texts.sheet.nobodyText} />
        ) : (
          <AtTheDoor sheet={data} marks={marks && closed === null} keeps={keeps} onChange={refetch} />
        ))}
      {training && keeps && (
        <p>
          {training.cancelled ? (
            <Button busy={cancel.running} onClick={() => void setCancelled(false)}>
              {texts.sheet.restore}
            </Button>
          ) : (
            data.people.every(({ presence }) => presence !== 'present') && (
              <Button kind="quiet" onClick={() => setDoing('cancel')}>
                {texts.sheet.cancel}
              </Button>
            )
          )}
        </p>
      )}
      {training && doing === 'change' && <PlanDialog training={training} onSaved={refetch} onClose={() => setDoing(null)} />}
      {doing === 'invite' && <InviteDialog trainingId={trainingId} onSaved={refetch} onClose={() => setDoing(null)} />}
      {doing === 'cancel' && (
        <ConfirmDialog
          title={texts.sheet.cancel}
          action={texts.sheet.cancel}
          danger
          onClose={() => setDoing(null)}
          onConfirm={async () => {
            await setCancelled(true)
            setDoing(null)
          }}
        >
          <p>{texts.sheet.cancelText}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}

const About = ({ training }: { training: Output<'training.sheet'>['training'] }) => (
  <Card padded>
    <div className={styles.head}>
      <p className={styles.name}>{texts.whenLong(training.on, training.startsAt, training.minutes)}</p>
      <p>{[training.place, training.leader && texts.mine.leader(training.leader)].filter(Boolean).join(' · ')}</p>
      {training.topic !== 'other' && <p className={styles.detail}>{texts.plan.topics[training.topic]}</p>}
      {training.about && <p className={styles.about}>{training.about}</p>}
      <Materials training={training} />
    </div>
  </Card>
)
