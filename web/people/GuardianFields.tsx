import { Button } from '#web/ui/Button.tsx'
import styles from './Form.module.css'
import type { GuardianDraft } from './guardianDraft.ts'
import { PersonFields } from './PersonFields.tsx'
import { SimilarNotice } from './SimilarNotice.tsx'
import { TieFields } from './TieFields.tsx'
import * as texts from './texts.ru.ts'
import { useSimilar } from './useSimilar.ts'

/** A guardian of a student: found among the people of the school as the name is typed, or written anew. */
export function GuardianFields({ draft, onChange }: { draft: GuardianDraft; onChange: (draft: GuardianDraft) => void }) {
  const similar = useSimilar(draft.known ? null : draft.person)
  return (
    <div className={styles.fields}>
      {draft.known ? (
        <div className={styles.partHead}>
          <strong>{draft.known.name}</strong>
          <Button size="s" kind="quiet" onClick={() => onChange({ ...draft, known: null })}>
            {texts.adding.removeGuardian}
          </Button>
        </div>
      ) : (
        <>
          <PersonFields draft={draft.person} student={false} onChange={(person) => onChange({ ...draft, person })} />
          <SimilarNotice
            similar={similar}
            different={draft.different}
            onDifferent={(different) => onChange({ ...draft, different })}
            onSame={({ personId, name }) => onChange({ ...draft, known: { personId, name } })}
          />
        </>
      )}
      <TieFields tie={draft} onChange={(part) => onChange({ ...draft, ...part })} />
    </div>
  )
}
