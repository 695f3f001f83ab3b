import type { Output } from '#domain/operations.ts'
import { contactKinds, keptContacts } from '#domain/people/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'

/** What stands in the place of a contact that was erased. */
const ERASED = '—'

export const leftContactsQuery = answer('people.leftContacts', {
  load: theSchool,
  run: async ({ tx, school }) => {
    const kept = keptContacts(school.policies)
    const off = contactKinds.filter((kind) => !kept.includes(kind))
    return {
      kinds: await tx.rows<Output<'people.leftContacts'>['kinds'][number]>(sql`
        select kind, count(*)::int as records, count(distinct person_id)::int as people from contact
        where school_id = current_school() and value <> ${ERASED} and kind = any(${off}::text[]) group by kind`),
    }
  },
})

export const eraseContactsCommand = implement('people.eraseContacts', {
  load: theSchool,
  run: async ({ tx, school }, { kind }) => {
    if (keptContacts(school.policies).includes(kind)) throw new Refusal('people.contactsKept', { kind })
    return tx.one<{ erased: number }>(sql`select erase_contacts(${kind}) as erased`)
  },
  announce: () => ['school'],
})
