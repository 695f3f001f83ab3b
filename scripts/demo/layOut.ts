import type pg from 'pg'
import type { Bench } from '#scripts/demo/bench.ts'
import { buildSchool } from '#scripts/demo/build.ts'
import { loadSchool } from '#scripts/demo/load.ts'

export type DemoOptions = {
  schoolId: number
  seed: number
  /** 'YYYY-MM-DD' */
  today: string
  size: 'demo' | 'school'
  /** One hash for all accounts of the demo. */
  passwordHash: string
  /** Keeps the logins of several schools apart. */
  loginSuffix?: string
}

export type DemoSummary = {
  persons: number
  students: number
  lessons: number
  marks: number
  absences: number
  signIns: { role: string; login: string; name: string }[]
  /** The page to measure; null in a school of demo size. */
  bench: Bench | null
}

/** Lays out one school with its year, people, journal and history, in one transaction of the tables' owner. */
export async function layOutSchool(client: pg.Client, options: DemoOptions): Promise<DemoSummary> {
  const school = buildSchool({ ...options, loginSuffix: options.loginSuffix ?? '' })
  await client.query('begin')
  try {
    await client.query(`select set_config('app.school_id', $1, true)`, [String(options.schoolId)])
    await loadSchool(client, options.schoolId, school)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  const { rows, students, signIns, bench } = school
  return {
    persons: rows.person.length,
    students: students.length,
    lessons: rows.lesson.length,
    marks: rows.mark.length,
    absences: rows.absence.length,
    signIns,
    bench,
  }
}
