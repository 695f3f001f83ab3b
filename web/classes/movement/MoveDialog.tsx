import { useState } from 'react'
import type { PlainDate } from '#domain/platform/dates.ts'
import { JoinedGroups, type Joining, joinedGroups } from '#web/people/JoinedGroups.tsx'
import { Problem } from '#web/platform/client.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from '../Form.module.css'
import { FormDialog } from '../FormDialog.tsx'
import { refreshClasses } from '../refresh.ts'
import { OrderFields } from './OrderFields.tsx'
import { type Found, StudentPicker } from './StudentPicker.tsx'
import * as texts from './texts.ru.ts'

type Kind = keyof typeof texts.dialog
type Props = {
  kind: Kind
  /** Of whom; chosen in the dialog when it is not said. */
  student?: { personId: string; name: string }
  /** Into which class; chosen in the dialog when it is not said. */
  classId?: string
  /** A class that is not offered: the one they are in. */
  fromClassId?: string
  on?: PlainDate
  /** A name to begin the search with. */
  sought?: string
  onClose: () => void
}

const { fields } = texts

/** One movement of one student, with the order behind it. */
export function MoveDialog({ kind, student: given, classId: wanted, fromClassId, on: day, sought = '', onClose }: Props) {
  const { today } = useMe()
  const words = texts.dialog[kind]
  const commands = {
    enrol: useCommand('classes.enrol'),
    transfer: useCommand('classes.transfer'),
    depart: useCommand('classes.depart'),
    return: useCommand('classes.return'),
  }
  const start = day && day > today ? day : today
  const { data } = useQuery('classes.movement', { from: today, to: today })
  const [movementId] = useState(newOperationId)
  const [found, setFound] = useState<Found | null>(given ? { ...given, lastClass: '', until: null, bornOn: null } : null)
  const [chosen, setChosen] = useState(wanted ?? '')
  const [on, setOn] = useState<string>(start)
  const [order, setOrder] = useState({ orderNumber: '', orderDate: null as PlainDate | null, reason: '' })
  const [otherSchool, setOtherSchool] = useState('')
  const [places, setPlaces] = useState<Joining>({})
  const [written, setWritten] = useState(false)
  const [evenIfWritten, setEvenIfWritten] = useState(false)
  const classes = (data?.classes ?? []).filter(({ classId }) => classId !== fromClassId)
  const classId = chosen || (classes[0]?.classId ?? '')
  const into = classes.find((one) => one.classId === classId)
  const save = async () => {
    const studentId = found!.personId
    const moved = { movementId, on: (on || start) as PlainDate, ...order }
    const joining = { ...moved, classId, studentId, groupIds: joinedGroups(into?.groups ?? [], places) }
    try {
      if (kind === 'enrol') await commands.enrol.run({ ...joining, otherSchool })
      if (kind === 'return') await commands.return.run(joining)
      if (kind === 'transfer') await commands.transfer.run({ ...joining, evenIfWritten })
      if (kind === 'depart') await commands.depart.run({ ...moved, personId: studentId, otherSchool, evenIfWritten })
    } catch (failure) {
      if (failure instanceof Problem && failure.code === 'classes.writtenAfter') setWritten(true)
      throw failure
    }
    toast(`${words.done}: ${found!.name}`)
    void refreshClasses()
    onClose()
  }
  const ready = found !== null && (kind === 'depart' || into !== undefined)
  return (
    <FormDialog
      title={words.title}
      action={words.action}
      ready={ready}
      wanted={found ? undefined : texts.chooseStudent}
      onSave={save}
      onClose={onClose}
    >
      {given ? <strong>{given.name}</strong> : <StudentPicker sought={sought} found={found} onFound={setFound} />}
      <div className={styles.row}>
        {kind !== 'depart' && (
          <SelectField
            label={fields.class}
            value={classId}
            options={classes.map(({ classId, name }) => ({ value: classId, label: name }))}
            onChange={(value) => {
              setChosen(value)
              setPlaces({})
            }}
          />
        )}
        <DateField label={words.on} value={on} required onChange={setOn} />
      </div>
      <p className={styles.quiet}>{words.onHint}</p>
      {kind !== 'depart' && into && <JoinedGroups groups={into.groups} joining={places} onChange={setPlaces} />}
      <OrderFields order={order} onChange={setOrder} />
      {(kind === 'enrol' || kind === 'depart') && (
        <TextField
          label={kind === 'enrol' ? fields.cameFrom : fields.wentTo}
          value={otherSchool}
          maxLength={200}
          onChange={(event) => setOtherSchool(event.target.value)}
        />
      )}
      {written && (
        <CheckboxField label={fields.insist} hint={fields.insistHint} checked={evenIfWritten} onChange={setEvenIfWritten} />
      )}
    </FormDialog>
  )
}
