import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from '../Form.module.css'
import { refreshClasses } from '../refresh.ts'
import { leaderOn } from './homerooms.ts'
import * as texts from './texts.ru.ts'

const words = texts.homeroom

/** Who leads the class from a day on. The days before keep their teacher. */
export function HomeroomDialog({ card, onClose }: { card: Output<'classes.card'>; onClose: () => void }) {
  const { year, class: own, on } = card
  const overview = useQuery('classes.overview', { yearId: year.yearId })
  const command = useCommand('classes.setHomeroom')
  const [from, setFrom] = useState<string>(own.homerooms.length > 0 ? on : year.from)
  const standing = leaderOn(own.homerooms, from || on)
  const [teacherId, setTeacherId] = useState(standing?.teacherId ?? '')
  const save = async () => {
    const day = (from || on) as PlainDate
    await command.run({ classId: own.classId, teacherId: teacherId || null, from: day, expected: standing?.teacherId ?? null })
    toast(words.saved(day))
    void refreshClasses()
    onClose()
  }
  const teachers = overview.data?.teachers ?? []
  return (
    <ConfirmDialog title={words.title(own.name)} action={words.save} onConfirm={save} onClose={onClose}>
      <div className={styles.fields}>
        {standing && <p className={styles.quiet}>{words.now(standing.teacher)}</p>}
        <SelectField
          label={texts.form.teacher}
          value={teacherId}
          options={[
            { value: '', label: texts.form.nobody },
            ...teachers.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          onChange={setTeacherId}
        />
        <DateField label={words.from} hint={words.hint} value={from} min={year.from} max={year.to} required onChange={setFrom} />
      </div>
    </ConfirmDialog>
  )
}
