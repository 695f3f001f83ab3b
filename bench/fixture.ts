import { randomUUIDv7 } from 'node:crypto'
import pg from 'pg'
import type { Mark } from '#domain/marks/rules.ts'
import { hashToken, newToken } from '#server/access/sessions.ts'
import { CLOCK } from './data.ts'

/** Real people of the laid out schools, signed in, and what they will read and write. */
export type Fixture = {
  pages: { courseId: string; termId: string; cookie: string; schoolId: number }[]
  cells: { lessonId: string; workId: string; studentId: string; mark: Mark; cookie: string; schoolId: number; actorId: string }[]
  rolls: { lessonId: string; studentIds: string[]; cookie: string }[]
  students: { studentId: string; cookie: string; schoolId: number }[]
  mondays: string[]
}

const today = CLOCK.slice(0, 10)

export async function findFixture(ownerUrl: string): Promise<Fixture> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const ask = async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await client.query<R>(text, values)).rows
    await client.query('begin')
    await client.query('select setseed(0.5)')
    const schools = (await ask<{ school_id: number }>('select school_id from school')).length
    const pages = await ask<OfTeacher & { courseId: string; termId: string }>(
      `select p.course_id as "courseId", p.term_id as "termId", a.school_id as "schoolId", a.teacher_id as "personId"
       from bench.page p join assignment a on a.school_id = p.school_id and a.course_id = p.course_id and a.to_date is null`,
    )
    const cells = await ask<OfTeacher & Omit<Fixture['cells'][number], 'cookie'>>(cellsOfManyTeachers, [
      Math.ceil(120 / schools),
      today,
    ])
    const rolls = await ask<OfTeacher & { lessonId: string; studentIds: string[] }>(lessonsOf25, [Math.ceil(64 / schools), today])
    const students = await ask<OfTeacher & { studentId: string }>(someStudents, [Math.ceil(400 / schools)])
    const cookieOf = await signInAll(client, [...pages, ...cells, ...rolls, ...students])
    await client.query('commit')
    const signedIn = <R extends OfTeacher>(rows: R[]) =>
      rows.map((row) => ({ ...row, actorId: row.personId, cookie: cookieOf.get(keyOf(row))! }))
    return {
      pages: signedIn(pages),
      cells: signedIn(cells),
      rolls: signedIn(rolls),
      students: signedIn(students),
      mondays: [
        '2026-09-14',
        '2026-10-12',
        '2026-11-16',
        '2026-12-07',
        '2027-01-18',
        '2027-02-08',
        '2027-03-15',
        '2027-04-12',
        '2027-04-26',
        '2027-05-17',
      ],
    }
  } finally {
    await client.end()
  }
}

/** Signs in whoever keeps the lists of the first school; answers the cookie. */
export async function signInAdministrator(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<OfTeacher>(
      `select school_id as "schoolId", person_id as "personId" from role_grant
       where role = 'administrator' and to_date is null order by school_id, person_id limit 1`,
    )
    const [cookie] = (await signInAll(client, rows)).values()
    await client.query('commit')
    return cookie!
  } finally {
    await client.end()
  }
}

type OfTeacher = { schoolId: number; personId: string }

/** Repeated schools have the same people: only with its school is an id somebody's own. */
const keyOf = ({ schoolId, personId }: OfTeacher) => `${schoolId} ${personId}`

/** Lessons of this many teachers of each school, with a cell for each student. */
const cellsOfManyTeachers = `
  with picked as (
    select *, row_number() over (partition by school_id, teacher_id order by random()) as n,
      row_number() over (partition by school_id order by random()) as place
    from (
      select l.school_id, l.id, l.teacher_id, l.date, c.group_id, c.id as course_id
      from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id and c.scale = 'five'
        join study_group g on g.school_id = c.school_id and g.id = c.group_id and g.grade > 1 and not g.ungraded
        join assignment a on a.school_id = c.school_id and a.course_id = c.id and a.teacher_id = l.teacher_id and a.to_date is null
        join term t on t.school_id = c.school_id and t.school_year_id = c.school_year_id and g.grade between t.from_grade and t.to_grade
          and l.date between t.from_date and t.to_date and t.locked_at is null
      where l.date between $2::date - 60 and $2::date and not l.cancelled and l.instead_of_id is null) l
  )
  select l.school_id as "schoolId", l.teacher_id as "personId", l.id as "lessonId", w.id as "workId", e.student_id as "studentId",
    json_build_object('values', coalesce(m."values", '{}'), 'dueOn', m.due_on, 'comment', coalesce(m.comment, ''), 'basis', coalesce(m.basis, '')) as mark
  from picked l
    join lateral (select id from work w where w.school_id = l.school_id and w.lesson_id = l.id and not w.removed order by position limit 1) w on true
    join enrolment e on e.school_id = l.school_id and e.group_id = l.group_id and l.date between e.from_date and coalesce(e.to_date, 'infinity')
    left join mark m on m.school_id = l.school_id and m.work_id = w.id and m.student_id = e.student_id
  where l.place <= $1
  order by random()`

const lessonsOf25 = `
  select * from (
    select l.school_id as "schoolId", l.teacher_id as "personId", l.id as "lessonId", (array_agg(e.student_id))[1:25] as "studentIds",
      row_number() over (partition by l.school_id order by l.id) as place
    from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
      join assignment a on a.school_id = c.school_id and a.course_id = c.id and a.teacher_id = l.teacher_id and a.to_date is null
      join enrolment e on e.school_id = c.school_id and e.group_id = c.group_id and l.date between e.from_date and coalesce(e.to_date, 'infinity')
    where l.date between $2::date - 5 and $2::date and not l.cancelled and l.instead_of_id is null
    group by l.school_id, l.id having count(*) >= 25) l
  where place <= $1`

const someStudents = `
  select * from (
    select a.school_id as "schoolId", a.person_id as "personId", a.person_id as "studentId", row_number() over (partition by a.school_id order by random()) as place
    from account a
    where exists (select from enrolment e where e.school_id = a.school_id and e.student_id = a.person_id)) s
  where place <= $1 order by random()`

/** Sessions straight into the table: hundreds of password checks would only heat the machine before the measurement. */
async function signInAll(client: pg.Client, people: OfTeacher[]): Promise<Map<string, string>> {
  await client.query(`select set_config('app.operation_id', $1, true)`, [randomUUIDv7()])
  const everyone = [...new Map(people.map((one) => [keyOf(one), one])).values()]
  const tokens = everyone.map(() => newToken())
  await client.query(
    `insert into session (school_id, account_id, token_hash, device, address, created_at, expires_at)
     select a.school_id, a.id, x.token_hash, 'bench', '127.0.0.1', $4::timestamptz, $4::timestamptz + interval '30 days'
     from unnest($1::int[], $2::uuid[], $3::bytea[]) x (school_id, person_id, token_hash)
       join account a on a.school_id = x.school_id and a.person_id = x.person_id`,
    [everyone.map((one) => one.schoolId), everyone.map((one) => one.personId), tokens.map(hashToken), CLOCK],
  )
  await client.query('update account set must_change_password = false where person_id = any($1) and must_change_password', [
    everyone.map((one) => one.personId),
  ])
  return new Map(everyone.map((one, i) => [keyOf(one), `${one.schoolId}.${tokens[i]}`]))
}
