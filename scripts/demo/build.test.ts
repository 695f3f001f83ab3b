import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { buildSchool, type School } from '#scripts/demo/build.ts'

const build = (changed: { seed?: number; today?: string } = {}): School =>
  buildSchool({ schoolId: 1, seed: 7, today: '2026-11-22', size: 'demo', passwordHash: 'hash', loginSuffix: '', ...changed })

const digest = ({ rows, history }: School): string =>
  createHash('sha256')
    .update(JSON.stringify([rows, history]))
    .digest('hex')

const school = build()
const { rows, history } = school
const byId = <T extends { id: string }>(items: T[]): Map<string, T> => new Map(items.map((item) => [item.id, item]))
const lessons = byId(rows.lesson)
const works = byId(rows.work)
const courses = byId(rows.course)
const groups = byId(rows.study_group)
const groupOfLesson = (lessonId: string) => groups.get(courses.get(lessons.get(lessonId)!.course_id)!.group_id)!

const enrolled = new Map<string, { from: string; to: string }[]>()
for (const { group_id, student_id, from_date, to_date } of rows.enrolment) {
  const key = `${group_id} ${student_id}`
  enrolled.set(key, [...(enrolled.get(key) ?? []), { from: from_date, to: to_date ?? '9999' }])
}
function isEnrolled(lessonId: string, studentId: string): boolean {
  const { date } = lessons.get(lessonId)!
  const stays = enrolled.get(`${groupOfLesson(lessonId).id} ${studentId}`) ?? []
  return stays.some(({ from, to }) => from <= date && date <= to)
}

test('the same seed gives the same school, another seed another one', () => {
  assert.equal(digest(build()), digest(school))
  assert.notEqual(digest(build({ seed: 8 })), digest(school))
})

test('sign-ins tell one story: nobody before the slip was used, most families, nobody of those who are tried out', () => {
  const accounts = byId(rows.account)
  assert.ok(rows.session.length > 500)
  assert.ok(rows.session.every(({ account_id }) => accounts.get(account_id)!.login.includes('.')))
  const first = new Map<string, string>()
  for (const { account_id, created_at } of rows.session)
    if (created_at < (first.get(account_id) ?? '9999')) first.set(account_id, created_at)
  for (const { account_id, used_at } of rows.credential_issue)
    if (accounts.get(account_id)!.login.includes('.')) assert.equal(first.get(account_id) ?? null, used_at)
  assert.ok(rows.session.every(({ created_at }) => created_at.slice(0, 10) <= '2026-11-22'))
  const share = first.size / rows.account.length
  assert.ok(share > 0.75 && share < 0.99, String(share))
})

test('marks and absences belong to students who are in the group on that day', () => {
  assert.ok(rows.mark.every(({ work_id, student_id }) => isEnrolled(works.get(work_id)!.lesson_id, student_id)))
  assert.ok(rows.absence.every(({ lesson_id, student_id }) => isEnrolled(lesson_id, student_id)))
})

// R144
test('nobody is marked in grade 1 or in a group without marks', () => {
  for (const { work_id } of rows.mark) {
    const group = groupOfLesson(works.get(work_id)!.lesson_id)
    assert.ok(group.grade > 1 && !group.ungraded)
  }
  assert.ok(rows.lesson.some(({ id, topic }) => topic !== '' && groupOfLesson(id).grade === 1))
  assert.ok(rows.study_group.some(({ grade, ungraded, kind }) => ungraded && grade > 1 && kind === 'subgroup'))
})

test('marks fit the scale of their course', () => {
  for (const { work_id, values, due_on } of rows.mark) {
    const { scale } = courses.get(lessons.get(works.get(work_id)!.lesson_id)!.course_id)!
    assert.ok(values.every((value) => (scale === 'five' ? value >= 2 && value <= 5 : value === 0 || value === 1)))
    assert.ok(due_on === null || values.length === 0)
  }
  assert.ok(rows.mark.some(({ due_on }) => due_on !== null))
  assert.ok(rows.mark.some(({ values }) => values.length === 2))
})

test('nothing of the future is filled in', () => {
  const now = '2026-11-22T12:00:00+03:00'
  assert.ok(history.operations.every(({ at }) => at <= now))
  assert.ok(
    rows.lesson.every(({ date, topic, roll_called_at }) => date <= '2026-11-22' || (topic === '' && roll_called_at === null)),
  )
})

test('control works are titled', () => {
  const kinds = byId(rows.work_type)
  assert.ok(rows.work.every(({ work_type_id, title }) => !kinds.get(work_type_id)!.control || title !== ''))
})

test('every student has a guardian, and no class has two students of one name', () => {
  const guarded = new Set(rows.guardian_of.map(({ student_id }) => student_id))
  assert.ok(school.students.every(({ id }) => guarded.has(id)))
  const named = school.students.map(({ person, stays }) => `${stays[0]!.ofClass.name} ${person.surname} ${person.given_name}`)
  assert.equal(new Set(named).size, named.length)
})

test('logins are unique and typable, the shown ones are there', () => {
  const logins = rows.account.map(({ login }) => login)
  assert.equal(new Set(logins).size, logins.length)
  assert.ok(logins.every((login) => /^[a-z0-9][a-z0-9._-]{2,39}$/.test(login)))
  for (const { login } of school.signIns) assert.ok(logins.includes(login))
})

test('every row of the journal has a story that begins with its making', () => {
  for (const table of ['lesson', 'work', 'mark', 'absence', 'homework', 'homework_student', 'term'] as const) {
    const told = new Set(history.stories[table].filter(({ before }) => before === null).map(({ row_id }) => row_id))
    assert.equal(told.size, rows[table].length)
  }
})

test('nobody holds two lessons at once, substitutes included', () => {
  const held = rows.lesson
    .filter(({ cancelled }) => !cancelled)
    .map(({ teacher_id, date, number }) => `${teacher_id} ${date} ${number}`)
  assert.equal(new Set(held).size, held.length)
  assert.ok(rows.lesson.some(({ instead_of_id, date }) => instead_of_id !== null && date > '2026-11-22'))
  assert.ok(rows.lesson.some(({ cancelled }) => cancelled))
})

test('in summer the coming year stands empty', () => {
  const summer = build({ today: '2026-07-15' })
  assert.equal(summer.rows.mark.length, 0)
  assert.ok(summer.rows.lesson.length > 20000)
})
