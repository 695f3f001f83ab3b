import { randomInt, randomUUIDv7 } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import type { CommandName, Input, Output, QueryName } from '#domain/operations.ts'
import { addDays } from '#domain/platform/dates.ts'
import { loadActor, loadSchool } from '#server/access/actor.ts'
import type { App } from '#server/app.ts'
import { TODAY, testApp, testDatabase } from './database.ts'

/** People of the small school that every test knows. */
const people = {
  ivanova: ['Иванова', 'Мария', 'Петровна', 'f'], // teaches algebra in 7А and the English subgroup
  sokolova: ['Соколова', 'Елена', 'Викторовна', 'f'], // homeroom teacher of 7А, teaches Russian in 7А and all of 1А
  kuznetsov: ['Кузнецов', 'Олег', 'Ильич', 'm'], // teaches algebra in 7Б; today covers a lesson of Иванова in 7А
  belova: ['Белова', 'Татьяна', 'Николаевна', 'f'], // deputy head
  morozov: ['Морозов', 'Андрей', 'Львович', 'm'], // head
  kiselev: ['Киселёв', 'Денис', 'Олегович', 'm'], // administrator
  petya: ['Петров', 'Пётр', 'Сергеевич', 'm'], // 7А
  masha: ['Ёлкина', 'Мария', 'Ивановна', 'f'], // 7А
  vanya: ['Жуков', 'Иван', 'Олегович', 'm'], // 7А until 10 November
  lena: ['Егорова', 'Елена', 'Павловна', 'f'], // 7Б
  kolya: ['Андреев', 'Николай', 'Фёдорович', 'm'], // 1А
  petrova: ['Петрова', 'Ольга', 'Игоревна', 'f'], // mother of Петя and Коля
  egorov: ['Егоров', 'Павел', 'Львович', 'm'], // father of Лена
  elkin: ['Ёлкин', 'Иван', 'Иванович', 'm'], // no longer the guardian of Маша
} as const
export type PersonKey = keyof typeof people

export type World = Awaited<ReturnType<typeof newWorld>>

/** Everybody's password. Its hash is a cheap one: the price of guessing is not what these tests are about. */
export const PASSWORD = 'осень в Заречном'
const passwordHash = hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 })

const literal = (value: string | number | boolean | null) => (typeof value === 'string' ? pg.escapeLiteral(value) : String(value))

/** A school of a test's own, with classes 1А, 7А, 7Б, a quarter that is closed and one that runs, and lessons from Monday to Friday. */
export async function newWorld({ app }: { app?: App } = {}) {
  const application = app ?? (await testApp())
  const { owner } = await testDatabase()
  const id = () => randomUUIDv7()
  const who = Object.fromEntries(Object.keys(people).map((key) => [key, id()])) as Record<PersonKey, string>
  const accounts = Object.fromEntries(Object.keys(people).map((key) => [key, id()])) as Record<PersonKey, string>
  const year = id()
  const terms = { closed: id(), current: id() }
  const groups = { first: id(), seventhA: id(), seventhB: id(), english: id(), ungraded: id() }
  const subjects = { algebra: id(), russian: id(), english: id(), primary: id(), talks: id() }
  const courses = { algebraA: id(), algebraB: id(), russianA: id(), englishA: id(), primary: id(), talks: id(), project: id() }
  const types = { classwork: id(), control: id() }
  const schoolId = randomInt(1, 2 ** 31)
  // One statement a table, all of them in one message: a school is born in a few milliseconds.
  const statements: string[] = [
    `select set_config('app.school_id', '${schoolId}', true), set_config('app.operation_id', '${id()}', true)`,
  ]
  const insert = (table: string, columns: string, rows: (string | number | boolean | null)[][]) => {
    const tuples = rows.map((row) => `(${[schoolId, ...row].map(literal).join(', ')})`)
    statements.push(`insert into ${table} (school_id, ${columns}) values ${tuples.join(', ')}`)
  }
  const known = await passwordHash
  const lessons: { id: string; workId: string; courseId: string; date: string }[] = []
  insert('school', 'name, full_name, city', [
    ['МБОУ «Школа № 7»', 'Муниципальное бюджетное общеобразовательное учреждение «Школа № 7»', 'Заречный'],
  ])
  insert(
    'person',
    'id, surname, given_name, patronymic, sex',
    Object.entries(people).map(([key, [surname, given, patronymic, sex]]) => [
      who[key as PersonKey],
      surname,
      given,
      patronymic,
      sex,
    ]),
  )
  insert('guardian_of', 'guardian_id, student_id, relation, to_date', [
    [who.petrova, who.petya, 'mother', null],
    [who.petrova, who.kolya, 'mother', null],
    [who.egorov, who.lena, 'father', null],
    [who.elkin, who.masha, 'father', '2026-10-31'],
  ])
  for (const key of ['ivanova', 'sokolova', 'kuznetsov', 'belova', 'morozov', 'kiselev'] as const) {
    insert('staff', 'person_id, position, from_date', [[who[key], 'учитель', '2020-09-01']])
  }
  insert('role_grant', 'person_id, role, from_date', [
    [who.belova, 'deputyHead', '2020-09-01'],
    [who.morozov, 'head', '2020-09-01'],
    [who.kiselev, 'administrator', '2020-09-01'],
  ])
  insert(
    'account',
    'id, person_id, login, password_hash, must_change_password',
    Object.keys(people).map((key) => [accounts[key as PersonKey], who[key as PersonKey], `${key}.${schoolId}`, known, false]),
  )
  insert('school_year', 'id, name, from_date, to_date, opened_at', [
    [year, '2026/27', '2026-09-01', '2027-05-26', '2026-08-28T09:00:00Z'],
  ])
  insert('term', 'id, school_year_id, kind, number, name, from_grade, to_grade, from_date, to_date, locked_at', [
    [terms.closed, year, 'quarter', 1, '1 четверть', 1, 9, '2026-09-01', '2026-10-23', '2026-10-26T09:00:00Z'],
    [terms.current, year, 'quarter', 2, '2 четверть', 1, 9, '2026-11-02', '2026-12-30', null],
  ])
  insert('day_exception', 'school_year_id, date, kind, name', [[year, '2026-11-04', 'holiday', 'День народного единства']])
  for (const weekday of [1, 2, 3, 4, 5]) {
    insert(
      'bell',
      'school_year_id, weekday, number, starts_at, ends_at',
      [1, 2, 3, 4, 5].map((number) => [year, weekday, number, 450 + number * 60, 490 + number * 60]),
    )
  }
  insert('study_group', 'id, school_year_id, kind, name, grade, class_id, ungraded', [
    [groups.first, year, 'class', '1А', 1, groups.first, false],
    [groups.seventhA, year, 'class', '7А', 7, groups.seventhA, false],
    [groups.seventhB, year, 'class', '7Б', 7, groups.seventhB, false],
    [groups.ungraded, year, 'extracurricular', '7А · разговоры', 7, groups.seventhA, true],
  ])
  insert('school_class', 'id, letter', [
    [groups.first, 'А'],
    [groups.seventhA, 'А'],
    [groups.seventhB, 'Б'],
  ])
  insert('homeroom', 'class_id, teacher_id, from_date', [
    [groups.seventhA, who.sokolova, '2026-09-01'],
    [groups.seventhB, who.kuznetsov, '2026-09-01'],
  ])
  insert('subject', 'id, name, short_name', [
    [subjects.algebra, 'Алгебра', 'Алг.'],
    [subjects.russian, 'Русский язык', 'Рус.'],
    [subjects.english, 'Английский язык', 'Англ.'],
    [subjects.primary, 'Математика', 'Мат.'],
    [subjects.talks, 'Разговоры о важном', 'Разг.'],
  ])
  insert('study_group', 'id, school_year_id, kind, name, grade, class_id, subject_id', [
    [groups.english, year, 'subgroup', '7А · английский, 1', 7, groups.seventhA, subjects.english],
  ])
  insert('enrolment', 'group_id, student_id, from_date, to_date', [
    [groups.first, who.kolya, '2026-09-01', null],
    [groups.seventhA, who.petya, '2026-09-01', null],
    [groups.seventhA, who.masha, '2026-09-01', null],
    [groups.seventhA, who.vanya, '2026-09-01', '2026-11-10'],
    [groups.seventhB, who.lena, '2026-09-01', null],
    [groups.english, who.petya, '2026-09-01', null],
    [groups.ungraded, who.petya, '2026-09-01', null],
    [groups.ungraded, who.masha, '2026-09-01', null],
  ])
  insert('course', 'id, school_year_id, group_id, subject_id, scale', [
    [courses.algebraA, year, groups.seventhA, subjects.algebra, 'five'],
    [courses.algebraB, year, groups.seventhB, subjects.algebra, 'five'],
    [courses.russianA, year, groups.seventhA, subjects.russian, 'five'],
    [courses.englishA, year, groups.english, subjects.english, 'five'],
    [courses.primary, year, groups.first, subjects.primary, 'five'],
    [courses.talks, year, groups.ungraded, subjects.talks, 'five'],
    [courses.project, year, groups.english, subjects.talks, 'passFail'],
  ])
  insert('assignment', 'course_id, teacher_id, from_date, to_date', [
    [courses.algebraA, who.ivanova, '2026-09-01', null],
    [courses.algebraB, who.kuznetsov, '2026-09-01', null],
    [courses.russianA, who.sokolova, '2026-09-01', null],
    [courses.englishA, who.ivanova, '2026-09-01', null],
    [courses.primary, who.sokolova, '2026-09-01', null],
    [courses.talks, who.sokolova, '2026-09-01', null],
    [courses.project, who.ivanova, '2026-09-01', null],
    [courses.russianA, who.kuznetsov, '2026-09-01', '2026-10-31'], // taught it until November
  ])
  insert('work_type', 'id, name, short_name, weight, control, position', [
    [types.classwork, 'Работа на уроке', 'РУ', 10, false, 1],
    [types.control, 'Контрольная работа', 'КР', 30, true, 2],
  ])
  const teacherOf: Record<string, string> = {
    [courses.algebraA]: who.ivanova,
    [courses.algebraB]: who.kuznetsov,
    [courses.russianA]: who.sokolova,
    [courses.englishA]: who.ivanova,
    [courses.primary]: who.sokolova,
    [courses.talks]: who.sokolova,
    [courses.project]: who.ivanova,
  }
  const dates = ['2026-10-20', '2026-11-09', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', TODAY, addDays(TODAY, 3)]
  for (const [number, courseId] of Object.values(courses).entries()) {
    for (const date of dates) lessons.push({ id: id(), workId: id(), courseId, date })
    const own = lessons.filter((lesson) => lesson.courseId === courseId)
    insert(
      'lesson',
      'id, course_id, date, number, teacher_id, instead_of_id',
      own.map((lesson) => {
        const covered = courseId === courses.algebraA && lesson.date === '2026-11-19'
        return [
          lesson.id,
          courseId,
          lesson.date,
          number + 1,
          covered ? who.kuznetsov : teacherOf[courseId]!,
          covered ? who.ivanova : null,
        ]
      }),
    )
    insert(
      'work',
      'id, lesson_id, work_type_id, weight',
      own.map((lesson) => [lesson.workId, lesson.id, types.classwork, 10]),
    )
  }
  await owner.query(`begin; ${statements.join('; ')}; commit`)

  const school = await application.db.read(schoolId, (tx) => loadSchool(tx, schoolId))
  const actor = (key: PersonKey): Promise<Actor> =>
    application.db.read(schoolId, (tx) => loadActor(tx, schoolId, accounts[key], null, TODAY))
  return {
    app: application,
    schoolId,
    school,
    who,
    accounts,
    year,
    terms,
    groups,
    subjects,
    courses,
    types,
    actor,
    /** The lesson of a course on a day, with its first column. */
    lesson(courseId: string, date: string = TODAY) {
      const found = lessons.find((lesson) => lesson.courseId === courseId && lesson.date === date)
      if (!found) throw new Error(`no lesson on ${date}`)
      return found
    },
    /** Does it as this person. */
    async does<N extends CommandName>(
      key: PersonKey,
      name: N,
      input: Input<N>,
      operationId: string = randomUUIDv7(),
    ): Promise<Output<N>> {
      return application.executor.execute(name, { actor: await actor(key), school }, operationId, input)
    },
    /** Reads it as this person. */
    async asks<N extends QueryName>(key: PersonKey, name: N, input: Input<N>): Promise<Output<N>> {
      return application.executor.ask(name, { actor: await actor(key), school }, input)
    },
    login: (key: PersonKey) => `${key}.${schoolId}`,
    /** Changes rows past every rule, as an operation of nobody: for what a school has been through before the test. */
    async amends(statement: string, values: unknown[] = []): Promise<void> {
      const client = await owner.connect()
      try {
        await client.query(`begin; set local app.operation_id = '${id()}'`)
        await client.query(statement.replaceAll(':school', String(schoolId)), values)
        await client.query('commit')
        application.answers.forgetAll() // nobody announced it
      } finally {
        await client.query('rollback')
        client.release()
      }
    },
    /** Rows as they stand, past every wall: for looking, not for changing. */
    async rows<R>(statement: string, values: unknown[] = []): Promise<R[]> {
      const { rows } = await owner.query(statement.replaceAll(':school', String(schoolId)), values)
      return rows as R[]
    },
  }
}
