import { relationNames } from '#domain/people/texts.ru.ts'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import type { Tie } from './guardianDraft.ts'
import * as texts from './texts.ru.ts'

/** Who the adult is to the child, whether they live together, whether the adult may be told. */
export function TieFields({ tie, onChange }: { tie: Tie; onChange: (part: Partial<Tie>) => void }) {
  return (
    <>
      <SelectField
        label={texts.card.relation}
        value={tie.relation}
        options={Object.entries(relationNames).map(([value, label]) => ({ value, label }))}
        onChange={(relation) => onChange({ relation: relation as Tie['relation'] })}
      />
      <CheckboxField
        label={texts.card.livesWithField}
        checked={tie.livesWith}
        onChange={(livesWith) => onChange({ livesWith })}
      />
      <CheckboxField
        label={texts.card.informedField}
        hint={texts.card.informedHint}
        checked={tie.informed}
        onChange={(informed) => onChange({ informed })}
      />
    </>
  )
}
