import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { addDays } from '#domain/platform/dates.ts'
import { moment, numericDate } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { toast } from '#web/ui/toasts.ts'
import { ActDialog } from './ActDialog.tsx'
import styles from './ActsScreen.module.css'
import { RegisterDialog } from './RegisterDialog.tsx'
import * as texts from './texts.ru.ts'

export type Act = Output<'school.acts'>['acts'][number]
type Doing = { kind: 'add' } | { kind: 'replace' | 'end' | 'register'; act: Act } | null

/** Local acts: read and acknowledged by everybody they concern, kept by head and administrator. */
export default function ActsScreen() {
  const { data, error, refetch } = useQuery('school.acts', {})
  const can = useCan()
  const [doing, setDoing] = useState<Doing>(null)
  const keeps = can('school.addAct', { kind: 'school' })
  const close = () => setDoing(null)
  return (
    <Page
      title={texts.acts.title}
      subtitle={texts.acts.intro}
      width="narrow"
      actions={
        keeps && (
          <Button kind="primary" icon={<IconPlus size={17} aria-hidden />} onClick={() => setDoing({ kind: 'add' })}>
            {texts.acts.add}
          </Button>
        )
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      {data?.acts.length === 0 && (
        <EmptyState title={texts.acts.none} text={keeps ? texts.acts.noneText : texts.acts.noneForReader} />
      )}
      {data?.acts.map((act) => (
        <ActCard key={act.actId} act={act} keeps={keeps} onDo={setDoing} onRead={refetch} />
      ))}
      {(doing?.kind === 'add' || doing?.kind === 'replace') && (
        <ActDialog former={doing.kind === 'replace' ? doing.act : null} onSaved={refetch} onClose={close} />
      )}
      {doing?.kind === 'register' && <RegisterDialog act={doing.act} onClose={close} />}
      {doing?.kind === 'end' && <EndDialog act={doing.act} onSaved={refetch} onClose={close} />}
    </Page>
  )
}

function ActCard({ act, keeps, onDo, onRead }: { act: Act; keeps: boolean; onDo: (doing: Doing) => void; onRead: () => void }) {
  const { school, today } = useMe()
  const acknowledge = useCommand('school.acknowledge')
  const over = act.to !== null && act.to < today
  const read = async () => {
    await acknowledge.run({ actId: act.actId })
    toast(texts.acts.thanks)
    onRead()
  }
  return (
    <Card
      title={act.title}
      note={
        act.to !== null && over
          ? texts.acts.ended(numericDate(addDays(act.to, 1)))
          : texts.acts.inForce(numericDate(act.from), act.to ? numericDate(act.to) : '')
      }
      padded
    >
      <div className={styles.act}>
        <p className={styles.about}>
          {[
            texts.acts.kinds[act.kind],
            texts.acts.dated(act.number, act.datedOn ? numericDate(act.datedOn) : ''),
            act.version > 1 && texts.acts.version(act.version),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {act.body && (
          <details className={styles.body}>
            <summary>{texts.acts.open}</summary>
            <p className={styles.text}>{act.body}</p>
          </details>
        )}
        <div className={styles.actions}>
          {act.readAt ? (
            <span className={styles.read}>{texts.acts.readAt(moment(act.readAt, school.timeZone))}</span>
          ) : (
            !over && (
              <Button busy={acknowledge.running} onClick={read}>
                {texts.acts.confirmRead}
              </Button>
            )
          )}
          {act.read !== null && act.readers !== null && act.forStaff && (
            <Button kind="quiet" onClick={() => onDo({ kind: 'register', act })}>
              {texts.acts.register(act.read, act.readers)}
            </Button>
          )}
          {keeps && !over && (
            <>
              <Button kind="quiet" onClick={() => onDo({ kind: 'replace', act })}>
                {texts.acts.replace}
              </Button>
              <Button kind="quiet" onClick={() => onDo({ kind: 'end', act })}>
                {texts.acts.end}
              </Button>
            </>
          )}
        </div>
      </div>
    </Card>
  )
}

function EndDialog({ act, onSaved, onClose }: { act: Act; onSaved: () => void; onClose: () => void }) {
  const { today } = useMe()
  const end = useCommand('school.endAct')
  const [to, setTo] = useState<string>(today)
  const confirm = async () => {
    await end.run({ actId: act.actId, to: to as Act['from'] })
    toast(texts.acts.endedToast)
    onSaved()
    onClose()
  }
  return (
    <ConfirmDialog title={act.title} action={texts.acts.end} onConfirm={confirm} onClose={onClose}>
      <p>{texts.acts.endText}</p>
      <DateField label={texts.acts.to} value={to} min={act.from} required onChange={setTo} />
    </ConfirmDialog>
  )
}
