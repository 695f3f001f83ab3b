import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { oneAtATime } from '#server/school/oneAtATime.ts'

type Held = { name: string; body: string; archived: boolean; decided: boolean }

async function heldPurpose(tx: ReadTx, purposeId: string): Promise<Held> {
  const held = await tx.maybe<Held>(sql`
    select name, body, archived, exists (select from consent c where c.school_id = p.school_id and c.purpose_id = p.id) as decided
    from consent_purpose p where school_id = current_school() and id = ${purposeId} for update`)
  if (!held) throw new Refusal('access.denied')
  return held
}

/** One name is in use once at a time, its «ё», capitals and spaces aside. Refusal: consents.nameTaken (name). */
async function refuseTaken(tx: ReadTx, name: string, except: string | null): Promise<void> {
  await oneAtATime(tx)
  const taken = await tx.maybe<{ name: string }>(sql`
    select name from consent_purpose where school_id = current_school() and plain_name(name) = plain_name(${name}) and not archived
      and id is distinct from ${except}::uuid`)
  if (taken) throw new Refusal('consents.nameTaken', { name: taken.name })
}

async function addVersion(tx: Tx, name: string, body: string): Promise<string> {
  const { id } = await tx.one<{ id: string }>(sql`
    insert into consent_purpose (school_id, name, body, version)
    select current_school(), ${name}, ${body}, coalesce(max(version), 0) + 1 from consent_purpose where school_id = current_school() and name = ${name}
    returning id`)
  return id
}

export const addPurposeCommand = implement('consents.addPurpose', {
  load: theSchool,
  run: async ({ tx }, { name, body }) => {
    await refuseTaken(tx, name.trim(), null)
    return { purposeId: await addVersion(tx, name.trim(), body.trim()) }
  },
  announce: () => ['school'],
})

export const changePurposeCommand = implement('consents.changePurpose', {
  load: theSchool,
  run: async ({ tx }, { purposeId, name, body, expected }) => {
    const held = await heldPurpose(tx, purposeId)
    const next = { name: name.trim(), body: body.trim() }
    if (held.name === next.name && held.body === next.body) return { purposeId }
    if (held.name !== expected.name || held.body !== expected.body) throw new Refusal('consents.changedMeanwhile')
    if (held.archived) throw new Refusal('consents.archived')
    await refuseTaken(tx, next.name, purposeId)
    if (!held.decided && held.name === next.name) {
      await tx.run(sql`update consent_purpose set body = ${next.body} where school_id = current_school() and id = ${purposeId}`)
      return { purposeId }
    }
    await tx.run(sql`update consent_purpose set archived = true where school_id = current_school() and id = ${purposeId}`)
    return { purposeId: await addVersion(tx, next.name, next.body) }
  },
  announce: () => ['school'],
})

export const archivePurposeCommand = implement('consents.archivePurpose', {
  load: theSchool,
  run: async ({ tx }, { purposeId, archived }) => {
    const held = await heldPurpose(tx, purposeId)
    if (held.archived === archived) return {}
    if (!archived) await refuseTaken(tx, held.name, purposeId)
    await tx.run(sql`update consent_purpose set archived = ${archived} where school_id = current_school() and id = ${purposeId}`)
    return {}
  },
  announce: () => ['school'],
})
