import { type Db, sql } from '#server/platform/db.ts'
import { log } from '#server/platform/log.ts'
import { type Verified, verify } from './verify.ts'

type Running = { done: number; total: number; failed: boolean }

/** Verifications under way in this process, by school: at most one each. What they find is kept in the database. */
const underWay = new Map<number, Running>()

export const running = (schoolId: number): Running | null => underWay.get(schoolId) ?? null

/** Begins a verification that goes on by itself; while one runs, it is that one. Resolves when it has ended, which nobody need wait for. */
export async function begin(db: Db, schoolId: number, byId: string | null): Promise<void> {
  if (underWay.get(schoolId)?.failed === false) return
  underWay.set(schoolId, { done: 0, total: 1, failed: false })
  const startedAt = performance.now()
  try {
    const result = await verify(db, schoolId, (done, total) => underWay.set(schoolId, { done, total, failed: false }))
    await keep(db, schoolId, byId, result, performance.now() - startedAt)
    underWay.delete(schoolId)
    // What stands in the log of the server is a witness outside the database.
    log('audit.verified', {
      school: schoolId,
      seal: result.number,
      size: result.size,
      root: result.root.toString('hex'),
      findings: result.findings.length,
    })
  } catch (error) {
    underWay.set(schoolId, { done: 0, total: 1, failed: true })
    log('audit.failed', { school: schoolId, error: String(error) })
  }
}

const keep = (db: Db, schoolId: number, byId: string | null, { number, size, root, looked, findings }: Verified, took: number) =>
  db.write(schoolId, crypto.randomUUID(), (tx) =>
    tx.run(sql`
      insert into log_check (school_id, started_at, by_id, number, size, root, looked, findings)
      values (current_school(), now() - make_interval(secs => ${took / 1_000}), ${byId}, ${number}, ${size}, ${root}, ${JSON.stringify(looked)}::jsonb, ${JSON.stringify(findings)}::jsonb)`),
  )
