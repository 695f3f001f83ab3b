import type { ContactKind } from '#domain/people/rules.ts'
import styles from './Form.module.css'
import { TextArea } from './TextArea.tsx'
import * as texts from './texts.ru.ts'

/** A field for every kind of contact that the school keeps; a value a line. */
export function ContactFields({
  kinds,
  typed,
  onChange,
}: {
  kinds: readonly ContactKind[]
  typed: Record<ContactKind, string>
  onChange: (typed: Record<ContactKind, string>) => void
}) {
  return (
    <div className={styles.fields}>
      {kinds.map((kind) => (
        <TextArea
          key={kind}
          label={texts.contactNames[kind]}
          hint={texts.card.contactsHint}
          value={typed[kind]}
          onChange={(value) => onChange({ ...typed, [kind]: value })}
        />
      ))}
    </div>
  )
}
