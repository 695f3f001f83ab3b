import { useState } from 'react'
import type { Exception } from '#domain/calendar/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { invalidate } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useAffected } from './Affected.tsx'
import styles from './forms.module.css'
import { specialDays } from './specialDays.texts.ru.ts'

/** Takes days out of the calendar, all of them or those that are left, and gives their lessons back. */
export function TakeDialog({
  yearId,
  exception: standing,
  onDone,
  onClose,
}: {
  yearId: string
  exception: Exception
  onDone: () => void
  onClose: () => void
}) {
  const { today } = useMe()
  const cancel = useCommand('calendar.cancelException')
  const [from, setFrom] = useState(today > standing.from && today <= standing.to ? today : standing.from)
  const [to, setTo] = useState(standing.to)
  const [restoreLessons, setRestoreLessons] = useState(true)
  const exception = { ...standing, from, to }
  const { data } = useAffected(yearId, exception)
  const take = async () => {
    const { restored, takenBack } = await cancel.run({
      yearId,
      exception,
      restoreLessons: restoreLessons && (data?.restorable ?? 0) > 0,
    })
    await invalidate(['calendar.yearPlan', 'calendar.year', 'calendar.previewException'])
    toast(specialDays.taken(exception, restored, takenBack))
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog title={`${specialDays.taking}: ${standing.name}`} action={specialDays.take} onConfirm={take} onClose={onClose}>
      <div className={styles.column}>
        {standing.kind !== 'workday' && <p className={styles.about}>{specialDays.takeAbout}</p>}
        <div className={styles.pair}>
          <DateField label={specialDays.from} value={from} min={standing.from} max={to} onChange={setFrom} />
          <DateField label={specialDays.to} value={to} min={from} max={standing.to} onChange={setTo} />
        </div>
        {data && standing.kind === 'workday' ? (
          <Notice kind={data.written > 0 ? 'bad' : 'plain'}>{specialDays.laid(data.laid, data.written)}</Notice>
        ) : data && data.restorable > 0 ? (
          <CheckboxField label={specialDays.restorable(data.restorable)} checked={restoreLessons} onChange={setRestoreLessons} />
        ) : (
          <p className={styles.about}>{data ? specialDays.noneRestorable : specialDays.checking}</p>
        )}
      </div>
    </ConfirmDialog>
  )
}
