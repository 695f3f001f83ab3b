import { StudentName } from '#web/printing/StudentName.tsx'
import { Unmasked } from '#web/printing/Unmasked.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import styles from './ClassContacts.module.css'
import type { ContactLine } from './ContactsScreen.tsx'
import * as texts from './contacts.texts.ru.ts'

/** Students of the class with their adults, and how to reach each; a phone number and an address of mail open at a press. */
export function ClassContacts({ students }: { students: readonly ContactLine[] }) {
  return (
    <DataTable
      label={texts.title}
      rows={students}
      columns={columns}
      rowKey={({ studentId }) => studentId}
      searchLabel={texts.search}
      empty={<EmptyState title={texts.empty} />}
    />
  )
}

type Guardian = ContactLine['guardians'][number]

const columns: Column<ContactLine>[] = [
  { key: 'student', label: texts.columns.student, value: ({ name }) => name, cell: (one) => <StudentName {...one} /> },
  {
    key: 'guardians',
    label: texts.columns.guardian,
    value: ({ guardians }) => guardians.map(({ name }) => name).join(', '),
    cell: ({ guardians }) =>
      guardians.length === 0 ? (
        <span className={styles.none}>{texts.noGuardians}</span>
      ) : (
        <ul className={styles.adults}>
          {guardians.map((guardian) => (
            <li key={guardian.personId} className={styles.adult}>
              <span>
                <Unmasked>{guardian.name}</Unmasked>
                <span className={styles.who}>{whoIs(guardian)}</span>
              </span>
              <span className={styles.contacts}>
                {guardian.contacts.length === 0 && <span className={styles.none}>{texts.noContacts}</span>}
                {guardian.contacts.map((contact) => (
                  <Reach key={`${contact.kind} ${contact.value}`} {...contact} />
                ))}
              </span>
            </li>
          ))}
        </ul>
      ),
  },
]

const whoIs = ({ relation, livesWith }: Guardian): string =>
  [texts.relationNames[relation].toLowerCase(), !livesWith && texts.apart].filter(Boolean).join(', ')

function Reach({ kind, value }: Guardian['contacts'][number]) {
  if (kind === 'address') return <span>{value}</span>
  const href = kind === 'phone' ? `tel:${value.replace(/[^\d+]/g, '')}` : `mailto:${value}`
  return <a href={href}>{value}</a>
}
