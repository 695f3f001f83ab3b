import { randomUUIDv7 } from 'node:crypto'
import pg from 'pg'
import { addDays, dayIn, type PlainDate } from '#domain/platform/dates.ts'
import { hashPassword } from '#server/access/passwords.ts'

export const PASSWORD = 'Kill-9-and-again'
export const SCHOOL_ID = 77

/** A page that a teacher fills: every lesson has one work, every student a cell in it. */
export type Page = { courseId: string; lessons: { lessonId: string; workId: string }[]; students: string[] }
export type Teacher = { personId: string; login: string; page: Page; shared: boolean }
export type FaultSchool = { teachers: Teacher[] }

const range = (n: number) => Array.from({ length: n }, (_, i) => i)

/**
 * A school whose teachers have nothing to do but write marks: a page of each teacher's own, and the last page for the last two
 * together, so that they get into each other's way.
 */
export async function layOutSchool(
  ownerUrl: string,
  { teachers = 12, students = 8, lessons = 6, timeZone = 'Europe/Moscow' } = {},
): Promise<FaultSchool> {
  const today = dayIn(timeZone, new Date())
  const people = range(teachers).map((i) => ({ personId: randomUUIDv7(), login: `teacher${i}` }))
  const pages = range(teachers - 1).map(() => ({
    groupId: randomUUIDv7(),
    courseId: randomUUIDv7(),
    lessons: range(lessons).map(() => ({ lessonId: randomUUIDv7(), workId: randomUUIDv7() })),
    students: range(students).map(() => randomUUIDv7()),
  }))
  const pageOf = (teacher: number) => pages[Math.min(teacher, pages.length - 1)]!
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const insert = async (table: string, columns: string, rows: unknown[][]) => {
    for (const row of rows) {
      const places = row.map((_, i) => `$${i + 1}`).join(', ')
      await client.query(`insert into ${table} (school_id, ${columns}) values (${SCHOOL_ID}, ${places})`, row)
    }
  }
  const year = randomUUIDv7()
  const subject = randomUUIDv7()
  const type = randomUUIDv7()
  const passwordHash = await hashPassword(PASSWORD)
  await client.query('begin')
  await client.query(`select set_config('app.school_id', $1, true), set_config('app.operation_id', $2, true)`, [
    SCHOOL_ID,
    randomUUIDv7(),
  ])
  await insert('school', 'name, full_name, city, time_zone', [['Школа № 9', 'Школа № 9', 'Заречный', timeZone]])
  await insert('person', 'id, surname, given_name, sex', [
    ...people.map(({ personId }, i) => [personId, `Учитель${i}`, 'Анна', 'f']),
    ...pages.flatMap((page) => page.students.map((id, i) => [id, `Ученик${i}`, 'Иван', 'm'])),
  ])
  await insert(
    'staff',
    'person_id, position, from_date',
    people.map(({ personId }) => [personId, 'учитель', '2020-09-01']),
  )
  await insert(
    'account',
    'person_id, login, password_hash, must_change_password',
    people.map(({ personId, login }) => [personId, login, passwordHash, false]),
  )
  const [from, to] = [addDays(today as PlainDate, -100), addDays(today as PlainDate, 100)]
  await insert('school_year', 'id, name, from_date, to_date, opened_at', [[year, 'этот', from, to, `${from}T06:00:00Z`]])
  await insert('term', 'school_year_id, kind, number, name, from_grade, to_grade, from_date, to_date', [
    [year, 'quarter', 1, '1 четверть', 1, 11, from, to],
  ])
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    await insert(
      'bell',
      'school_year_id, weekday, number, starts_at, ends_at',
      range(lessons).map((i) => [year, weekday, i + 1, 480 + i * 60, 520 + i * 60]),
    )
  }
  await insert('subject', 'id, name, short_name', [[subject, 'Алгебра', 'Алг.']])
  await insert('work_type', 'id, name, short_name, weight, control, position', [[type, 'Работа на уроке', 'РУ', 10, false, 1]])
  await insert(
    'study_group',
    'id, school_year_id, kind, name, grade, class_id',
    pages.map(({ groupId }, i) => [groupId, year, 'class', `7-${i}`, 7, groupId]),
  )
  await insert(
    'school_class',
    'id, letter',
    pages.map(({ groupId }, i) => [groupId, String(i)]),
  )
  await insert(
    'enrolment',
    'group_id, student_id, from_date',
    pages.flatMap((page) => page.students.map((id) => [page.groupId, id, from])),
  )
  await insert(
    'course',
    'id, school_year_id, group_id, subject_id, scale',
    pages.map((page) => [page.courseId, year, page.groupId, subject, 'five']),
  )
  await insert(
    'assignment',
    'course_id, teacher_id, from_date',
    people.map(({ personId }, i) => [pageOf(i).courseId, personId, from]),
  )
  for (const [i, page] of pages.entries()) {
    await insert(
      'lesson',
      'id, course_id, date, number, teacher_id',
      page.lessons.map(({ lessonId }, n) => [lessonId, page.courseId, today, n + 1, people[i]!.personId]),
    )
    await insert(
      'work',
      'id, lesson_id, work_type_id, weight',
      page.lessons.map(({ lessonId, workId }) => [workId, lessonId, type, 10]),
    )
  }
  await client.query('commit')
  await client.end()
  return { teachers: people.map((one, i) => ({ ...one, page: pageOf(i), shared: i >= teachers - 2 })) }
}
