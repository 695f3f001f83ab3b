import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './Form.module.css'
import * as texts from './texts.ru.ts'
import type { Similar } from './useSimilar.ts'

/** People who may be the one being written: «это тот же человек», or a card of their own after all. */
export function SimilarNotice({
  similar,
  onSame,
  different,
  onDifferent,
}: {
  similar: readonly Similar[]
  onSame: (person: Similar) => void
  different: boolean
  onDifferent: (different: boolean) => void
}) {
  if (similar.length === 0) return null
  const certain = similar.some(({ certainty }) => certainty === 'certain')
  return (
    <Notice kind="note">
      <p>{certain ? texts.similar.certain : texts.similar.likely}</p>
      <ul className={styles.similar}>
        {similar.slice(0, 5).map((person) => (
          <li key={person.personId}>
            <span className={styles.who}>
              <strong>{person.name}</strong>
              <span>{[person.bornOn && texts.similar.born(person.bornOn), person.about].filter(Boolean).join(', ')}</span>
            </span>
            <Button size="s" aria-label={texts.similar.sameOf(person.name)} onClick={() => onSame(person)}>
              {texts.similar.same}
            </Button>
          </li>
        ))}
      </ul>
      {certain && <CheckboxField label={texts.similar.different} checked={different} onChange={onDifferent} />}
    </Notice>
  )
}
