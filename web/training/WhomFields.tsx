import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { type Audience, audiences, ofClass } from '#domain/training/rules.ts'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './Training.module.css'
import * as texts from './texts.ru.ts'
import type { Whom } from './whom.ts'

/** A list of the school or of a class, and people by name. */
export function WhomFields({
  whom,
  people,
  onChange,
}: {
  whom: Whom
  people: Output<'training.people'>
  onChange: (whom: Whom) => void
}) {
  const [search, setSearch] = useState('')
  const wanted = searchForm(search)
  const chosen = new Set(whom.people)
  const shown = people.staff.filter(({ name, detail }) => searchForm(`${name} ${detail}`).includes(wanted))
  const tick = (personId: string, on: boolean) =>
    onChange({ ...whom, people: on ? [...whom.people, personId] : whom.people.filter((one) => one !== personId) })
  return (
    <>
      <div className={styles.row}>
        <SelectField
          label={texts.plan.whom}
          value={whom.audience}
          options={audiences.map((value) => ({ value, label: texts.audienceNames[value] }))}
          onChange={(audience) =>
            onChange({
              ...whom,
              audience: audience as Audience,
              classId: ofClass(audience as Audience) ? (whom.classId ?? people.classes[0]?.classId ?? null) : null,
            })
          }
        />
        {ofClass(whom.audience) && (
          <SelectField
            label={texts.plan.class}
            value={whom.classId ?? ''}
            options={people.classes.map(({ classId, name }) => ({ value: classId, label: name }))}
            onChange={(classId) => onChange({ ...whom, classId })}
          />
        )}
      </div>
      <fieldset className={styles.fields}>
        <legend className={styles.hint}>
          {whom.audience === 'named' ? texts.plan.namedOnly : texts.plan.named}: {texts.plan.chosen(whom.people.length)}
        </legend>
        <SearchField label={texts.plan.searchNamed} value={search} onChange={setSearch} />
        <ul className={styles.named}>
          {shown.map(({ personId, name, detail }) => (
            <li key={personId}>
              <CheckboxField label={name} hint={detail} checked={chosen.has(personId)} onChange={(on) => tick(personId, on)} />
            </li>
          ))}
        </ul>
      </fieldset>
    </>
  )
}
