import { useState } from 'react'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Form.module.css'
import { JoinedGroups, type Joining, joinedGroups } from './JoinedGroups.tsx'
import * as texts from './texts.ru.ts'

/** Enrols a student who has never been in a class: into one, by an order. */
export function EnrolDialog({ personId, onDone, onClose }: { personId: string; onDone: () => void; onClose: () => void }) {
  const { today } = useMe()
  const { data } = useQuery('classes.movement', { from: today, to: today })
  const enrol = useCommand('classes.enrol')
  const [movementId] = useState(newOperationId)
  const [chosen, setChosen] = useState('')
  const [draft, setDraft] = useState({ on: today as string, orderNumber: '', orderDate: '', reason: '', otherSchool: '' })
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const [joining, setJoining] = useState<Joining>({})
  const classes = data?.classes ?? []
  const classId = chosen || classes[0]?.classId || ''
  const groups = classes.find((one) => one.classId === classId)?.groups ?? []
  const save = async () => {
    await enrol.run({
      ...draft,
      classId,
      movementId,
      studentId: personId,
      on: (draft.on || today) as PlainDate,
      orderDate: draft.orderDate || null,
      groupIds: joinedGroups(groups, joining),
    })
    toast(texts.enrolling.done)
    onDone()
    onClose()
  }
  const text = (key: 'orderNumber' | 'reason' | 'otherSchool') => (
    <TextField
      label={texts.enrolling[key]}
      value={draft[key]}
      maxLength={key === 'orderNumber' ? 40 : 200}
      onChange={(event) => set({ [key]: event.target.value })}
    />
  )
  return (
    <ConfirmDialog title={texts.enrolling.title} action={texts.enrolling.action} onConfirm={save} onClose={onClose}>
      <div className={styles.fields}>
        <div className={styles.row}>
          <SelectField
            label={texts.list.class}
            value={classId}
            options={classes.map((one) => ({ value: one.classId, label: one.name }))}
            onChange={(value) => {
              setChosen(value)
              setJoining({})
            }}
          />
          <DateField label={texts.fields.from} value={draft.on} required onChange={(on) => set({ on })} />
        </div>
        <div className={styles.row}>
          {text('orderNumber')}
          <DateField label={texts.enrolling.orderDate} value={draft.orderDate} onChange={(orderDate) => set({ orderDate })} />
        </div>
        {text('reason')}
        {text('otherSchool')}
        <JoinedGroups groups={groups} joining={joining} onChange={setJoining} />
      </div>
    </ConfirmDialog>
  )
}
