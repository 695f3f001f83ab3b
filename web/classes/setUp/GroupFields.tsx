import { useState } from 'react'
import { searchForm } from '#domain/platform/texts.ts'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from '../Form.module.css'
import type { Overview } from './ClassList.tsx'
import * as texts from './texts.ru.ts'

const words = texts.group

export type GroupDraft = { name: string; classIds: string[]; capacity: number | null; ungraded: boolean; studentIds: string[] }
type Props = {
  overview: Pick<Overview, 'classes' | 'students'>
  draft: GroupDraft
  onChange: (draft: GroupDraft) => void
  /** The group is whole classes: nobody is chosen. */
  whole: boolean
  /** One class, one student. */
  single: boolean
}

/** What a group is called, of which classes it is, who is in it. */
export function GroupFields({ overview, draft, onChange, whole, single }: Props) {
  const [search, setSearch] = useState('')
  const set = (part: Partial<GroupDraft>) => onChange({ ...draft, ...part })
  const classes = overview.classes.filter(({ archived, classId }) => !archived || draft.classIds.includes(classId))
  const wanted = searchForm(search)
  const students = overview.students.filter(
    ({ personId, name, classId }) =>
      draft.studentIds.includes(personId) || (draft.classIds.includes(classId) && searchForm(name).includes(wanted)),
  )
  const tick = (list: string[], id: string, on: boolean) =>
    on ? (single ? [id] : [...list, id]) : list.filter((one) => one !== id)
  const nameOf = (classId: string) => overview.classes.find((one) => one.classId === classId)?.name ?? ''
  return (
    <>
      <TextField
        label={words.name}
        value={draft.name}
        maxLength={80}
        required
        onChange={(event) => set({ name: event.target.value })}
      />
      <fieldset className={styles.set}>
        <legend className={styles.legend}>{words.classes}</legend>
        <div className={styles.ticks}>
          {classes.map(({ classId, name }) => (
            <CheckboxField
              key={classId}
              label={name}
              checked={draft.classIds.includes(classId)}
              onChange={(on) => {
                const classIds = tick(draft.classIds, classId, on)
                const studentIds = draft.studentIds.filter((id) =>
                  overview.students.some((one) => one.personId === id && classIds.includes(one.classId)),
                )
                set({ classIds, studentIds })
              }}
            />
          ))}
        </div>
      </fieldset>
      {whole ? (
        <p className={styles.quiet}>{words.whole}</p>
      ) : (
        <fieldset className={styles.set}>
          <legend className={styles.legend}>{words.studentsOf(draft.studentIds.length)}</legend>
          {draft.classIds.length === 0 ? (
            <p className={styles.quiet}>{words.chooseClasses}</p>
          ) : (
            <div className={styles.fields}>
              <SearchField label={texts.card.searchStudent} value={search} onChange={setSearch} />
              <div className={styles.ticks}>
                {students.map(({ personId, name, classId }) => (
                  <CheckboxField
                    key={personId}
                    label={draft.classIds.length > 1 ? `${name}, ${nameOf(classId)}` : name}
                    checked={draft.studentIds.includes(personId)}
                    onChange={(on) => set({ studentIds: tick(draft.studentIds, personId, on) })}
                  />
                ))}
              </div>
            </div>
          )}
        </fieldset>
      )}
      <div className={styles.row}>
        {!single && (
          <NumberField
            label={words.capacity}
            value={draft.capacity}
            min={1}
            max={200}
            onChange={(capacity) => set({ capacity })}
          />
        )}
        <CheckboxField label={words.ungraded} checked={draft.ungraded} onChange={(ungraded) => set({ ungraded })} />
      </div>
    </>
  )
}
