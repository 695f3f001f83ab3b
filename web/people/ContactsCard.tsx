import { useState } from 'react'
import type { ContactKind } from '#domain/people/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Card.module.css'
import { ContactFields } from './ContactFields.tsx'
import { contactsOf, valuesOf } from './contactDraft.ts'
import { type PersonCard, subjectOf } from './PersonScreen.tsx'
import * as texts from './texts.ru.ts'

/** Phones, e-mails, addresses: only the kinds that the school keeps; without any there is no such section. */
export function ContactsCard({ card, onSaved }: { card: PersonCard; onSaved: () => void }) {
  const can = useCan()
  const [editing, setEditing] = useState(false)
  if (card.keeps.length === 0) return null
  return (
    <Card title={texts.card.contacts}>
      {card.contacts.length === 0 ? (
        <p className={styles.none}>{texts.card.noContacts}</p>
      ) : (
        <dl className={styles.facts}>
          {card.contacts.map(({ kind, value }) => (
            <div key={`${kind} ${value}`} className={styles.pair}>
              <dt>{texts.contactNames[kind]}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {can('people.setContacts', subjectOf(card)) && card.writable && (
        <div className={styles.foot}>
          <Button size="s" onClick={() => setEditing(true)}>
            {texts.edit}
          </Button>
        </div>
      )}
      {editing && <ContactsDialog card={card} onSaved={onSaved} onClose={() => setEditing(false)} />}
    </Card>
  )
}

function ContactsDialog({ card, onSaved, onClose }: { card: PersonCard; onSaved: () => void; onClose: () => void }) {
  const set = useCommand('people.setContacts')
  const [expected] = useState(() => contactsOf(card.contacts))
  const [typed, setTyped] = useState<Record<ContactKind, string>>({
    phone: expected.phone.join('\n'),
    email: expected.email.join('\n'),
    address: expected.address.join('\n'),
  })
  const save = async () => {
    const contacts = { phone: valuesOf(typed.phone), email: valuesOf(typed.email), address: valuesOf(typed.address) }
    await set.run({ personId: card.personId, contacts, expected })
    toast(texts.saved)
    onSaved()
    onClose()
  }
  return (
    <ConfirmDialog title={texts.card.contacts} action={texts.save} onConfirm={save} onClose={onClose}>
      <ContactFields kinds={card.keeps} typed={typed} onChange={setTyped} />
    </ConfirmDialog>
  )
}
