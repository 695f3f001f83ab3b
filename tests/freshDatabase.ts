import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { testDatabase } from './database.ts'

/** A database of a test's own in the server of the run: empty, and gone when the work is done. */
export async function withFreshDatabase<T>(work: (ownerUrl: string, owner: pg.Pool) => Promise<T>): Promise<T> {
  const { owner, embedded } = await testDatabase()
  const name = `fresh_${randomBytes(6).toString('hex')}`
  await owner.query(`create database ${name}`)
  const pool = new pg.Pool({ connectionString: embedded.url(name), max: 2 })
  pool.on('error', () => {})
  try {
    return await work(embedded.url(name), pool)
  } finally {
    await pool.end()
    await owner.query(`drop database ${name} with (force)`)
  }
}
