import { useState } from 'react'
import { snilsText } from '#domain/people/snils.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Card.module.css'
import { isStudent } from './isStudent.ts'
import { PersonFields } from './PersonFields.tsx'
import { type PersonCard, subjectOf } from './PersonScreen.tsx'
import { draftOf, isComplete, personOf } from './personDraft.ts'
import * as texts from './texts.ru.ts'

/** Names, sex, birth date, СНИЛС, languages. */
export function FactsCard({ card, onSaved }: { card: PersonCard; onSaved: () => void }) {
  const can = useCan()
  const [editing, setEditing] = useState(false)
  const { person } = card
  const { fields } = texts
  const student = isStudent(card)
  const rows: [string, string][] = [
    [fields.surname, person.surname],
    [fields.givenName, person.givenName],
    [fields.patronymic, person.patronymic],
    [fields.sex, fields.sexes[person.sex]],
    [fields.bornOn, person.bornOn ? numericDate(person.bornOn) : ''],
    [fields.snils, person.snils ? snilsText(person.snils) : ''],
    ...(student ? [[fields.foreignLanguages, person.foreignLanguages] as [string, string]] : []),
  ]
  return (
    <Card title={texts.card.facts}>
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
      </dl>
      {can('people.change', subjectOf(card)) && card.writable && (
        <div className={styles.foot}>
          <Button size="s" onClick={() => setEditing(true)}>
            {texts.edit}
          </Button>
        </div>
      )}
      {editing && <FactsDialog card={card} student={student} onSaved={onSaved} onClose={() => setEditing(false)} />}
    </Card>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={value ? undefined : styles.missing}>{value || texts.card.none}</dd>
    </>
  )
}

function FactsDialog({
  card,
  student,
  onSaved,
  onClose,
}: {
  card: PersonCard
  student: boolean
  onSaved: () => void
  onClose: () => void
}) {
  const change = useCommand('people.change')
  // What its author saw: the card may be read anew behind the dialog.
  const [expected] = useState(card.person)
  const [draft, setDraft] = useState(() => draftOf(card.person))
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    setProblem(null)
    try {
      await change.run({ personId: card.personId, person: personOf(draft), expected })
      toast(texts.saved)
      onSaved()
      onClose()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Dialog
      title={texts.card.facts}
      shape="wide"
      onClose={onClose}
      footer={
        <SaveButton ready={isComplete(draft)} busy={change.running} onSave={save} onCancel={onClose}>
          {texts.save}
        </SaveButton>
      }
    >
      <PersonFields draft={draft} onChange={setDraft} student={student} />
      {problem && <Notice kind="bad">{problem}</Notice>}
    </Dialog>
  )
}
