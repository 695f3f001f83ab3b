import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from '../Form.module.css'
import movement from './Movement.module.css'
import { fields } from './texts.ru.ts'

export type Found = Output<'classes.candidates'>['people'][number]

type Props = { sought: string; found: Found | null; onFound: (found: Found | null) => void }

/** Finds somebody who is in no class. */
export function StudentPicker({ sought, found, onFound }: Props) {
  const [path] = useLocation()
  const [search, setSearch] = useState(sought)
  const asked = search.trim().length >= 2
  const { data } = useQuery('classes.candidates', { search: search.trim() }, { enabled: asked && !found, previous: true })
  if (found)
    return (
      <p className={movement.found}>
        <strong>{found.name}</strong>
        <Button size="s" kind="quiet" onClick={() => onFound(null)}>
          {fields.change}
        </Button>
      </p>
    )
  return (
    <div className={styles.fields}>
      <TextField
        label={fields.student}
        hint={fields.findHint}
        placeholder={fields.find}
        value={search}
        data-autofocus
        required
        autoComplete="off"
        onChange={(event) => setSearch(event.target.value)}
      />
      <p>
        <ButtonLink size="s" href={`/school/people?add=1&back=${encodeURIComponent(path)}`}>
          {fields.newPerson}
        </ButtonLink>
      </p>
      {asked && data && (
        <ul className={movement.candidates}>
          {data.people.map((one) => (
            <li key={one.personId}>
              <button type="button" className={movement.candidate} onClick={() => onFound(one)}>
                {one.name}
                {one.lastClass && <span className={styles.quiet}>{fields.was(one.lastClass, one.until)}</span>}
              </button>
            </li>
          ))}
          {data.people.length === 0 && <li className={movement.found}>{fields.nobody}</li>}
        </ul>
      )}
    </div>
  )
}
