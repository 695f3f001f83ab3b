import { useState } from 'react'
import type { Input } from '#domain/operations.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from '../Form.module.css'
import { refreshClasses } from '../refresh.ts'
import type { ClassRow, Overview } from './ClassList.tsx'
import * as texts from './texts.ru.ts'

type Card = Input<'classes.change'>['card']
type Props = { overview: Pick<Overview, 'curricula' | 'teachers'>; onClose: () => void } & (
  | { yearId: string; standing?: undefined }
  | { standing: ClassRow; yearId?: undefined }
)

const words = texts.form
const cardOf = ({ letter, shift, studyDays, capacity, ungraded, curriculumId }: Card): Card => ({
  letter,
  shift,
  studyDays,
  capacity,
  ungraded,
  curriculumId,
})
const empty: Card = { letter: 'А', shift: 1, studyDays: null, capacity: null, ungraded: false, curriculumId: null }

/** Opens a class of a year, or changes one. */
export function ClassDialog({ overview, yearId, standing, onClose }: Props) {
  const create = useCommand('classes.create')
  const change = useCommand('classes.change')
  const [classId] = useState(() => standing?.classId ?? newOperationId())
  const [grade, setGrade] = useState(standing?.grade ?? 1)
  const [card, setCard] = useState<Card>(standing ? cardOf(standing) : empty)
  const [teacherId, setTeacherId] = useState('')
  const set = (part: Partial<Card>) => setCard({ ...card, ...part })
  const save = async () => {
    if (standing) {
      await change.run({ classId, card, expected: cardOf(standing) })
      toast(words.saved)
    } else {
      const { name } = await create.run({ classId, yearId, grade, ...card, teacherId: teacherId || null })
      toast(words.created(name))
    }
    void refreshClasses()
    onClose()
  }
  const curricula = overview.curricula.filter((one) => one.grade === grade)
  return (
    <ConfirmDialog
      title={standing ? texts.card.change : texts.addClass}
      action={standing ? words.save : words.create}
      onConfirm={save}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <div className={styles.row}>
          {!standing && (
            <SelectField
              label={words.grade}
              value={String(grade)}
              options={Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
              onChange={(value) => {
                setGrade(Number(value))
                set({ curriculumId: null })
              }}
            />
          )}
          <TextField
            label={words.letter}
            hint={words.letterHint}
            value={card.letter}
            maxLength={10}
            onChange={(event) => set({ letter: event.target.value })}
          />
        </div>
        {!standing && (
          <SelectField
            label={words.teacher}
            value={teacherId}
            options={[
              { value: '', label: words.nobody },
              ...overview.teachers.map(({ personId, name }) => ({ value: personId, label: name })),
            ]}
            onChange={setTeacherId}
          />
        )}
        <div className={styles.row}>
          <SelectField
            label={words.shift}
            value={String(card.shift)}
            options={[1, 2, 3].map((n) => ({ value: String(n), label: texts.shiftName(n) }))}
            onChange={(value) => set({ shift: Number(value) })}
          />
          <SelectField
            label={words.week}
            value={String(card.studyDays ?? '')}
            options={[
              { value: '', label: words.asYear },
              { value: '5', label: words.days(5) },
              { value: '6', label: words.days(6) },
            ]}
            onChange={(value) => set({ studyDays: value === '' ? null : Number(value) })}
          />
        </div>
        <div className={styles.row}>
          <NumberField
            label={words.capacity}
            hint={words.capacityHint}
            value={card.capacity}
            min={1}
            max={200}
            onChange={(capacity) => set({ capacity })}
          />
          <SelectField
            label={words.curriculum}
            value={card.curriculumId ?? ''}
            options={[
              { value: '', label: words.noCurriculum },
              ...curricula.map(({ curriculumId, name }) => ({ value: curriculumId, label: name })),
            ]}
            onChange={(value) => set({ curriculumId: value || null })}
          />
        </div>
        <CheckboxField
          label={words.ungraded}
          hint={words.ungradedHint}
          checked={card.ungraded}
          onChange={(ungraded) => set({ ungraded })}
        />
      </div>
    </ConfirmDialog>
  )
}
