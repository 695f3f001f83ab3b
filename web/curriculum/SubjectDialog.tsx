import { useId, useState } from 'react'
import { areas } from '#domain/curriculum/federalSubjects.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Curriculum.module.css'
import type { Subject } from './SubjectsScreen.tsx'
import * as texts from './texts.ru.ts'

const words = texts.subjects

/** A subject; null is a new one. */
export function SubjectDialog({
  subject,
  onDone,
  onClose,
}: {
  subject: Subject | null
  onDone: () => void
  onClose: () => void
}) {
  const listId = useId()
  const seen = {
    name: subject?.name ?? '',
    shortName: subject?.shortName ?? '',
    area: subject?.area ?? '',
    federal: subject?.federal ?? false,
    archived: subject?.archived ?? false,
  }
  const [value, setValue] = useState(seen)
  const [problem, setProblem] = useState<string | null>(null)
  const add = useCommand('curriculum.addSubjects')
  const change = useCommand('curriculum.changeSubject')
  const save = async () => {
    if (value.name.trim() === '' || value.shortName.trim() === '') return setProblem(words.needName)
    const { archived: _, ...fresh } = value
    if (subject) await change.run({ subjectId: subject.subjectId, value, expected: seen })
    else await add.run({ subjects: [{ subjectId: newOperationId(), ...fresh }] })
    toast(subject ? words.done : words.added)
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog title={subject ? words.changeTitle : words.add} action={texts.save} onConfirm={save} onClose={onClose}>
      <div className={styles.form}>
        <TextField
          label={words.name}
          hint={subject?.past ? words.past : undefined}
          readOnly={subject?.past}
          value={value.name}
          maxLength={120}
          onChange={(event) => setValue({ ...value, name: event.target.value })}
        />
        <TextField
          label={words.short}
          hint={words.shortHint}
          value={value.shortName}
          maxLength={24}
          onChange={(event) => setValue({ ...value, shortName: event.target.value })}
        />
        <TextField
          label={words.area}
          list={listId}
          value={value.area}
          maxLength={120}
          onChange={(event) => setValue({ ...value, area: event.target.value })}
        />
        <datalist id={listId}>
          {areas.map((area) => (
            <option key={area} value={area} />
          ))}
        </datalist>
        <CheckboxField
          label={words.isFederal}
          hint={words.isFederalHint}
          checked={value.federal}
          onChange={(federal) => setValue({ ...value, federal })}
        />
        {subject && (
          <CheckboxField
            label={words.archive}
            hint={words.archiveHint}
            checked={value.archived}
            onChange={(archived) => setValue({ ...value, archived })}
          />
        )}
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </ConfirmDialog>
  )
}
