import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { columnOf, lessonOf } from './journal.ts'
import { journey, type Stage, TODAY } from './stage.ts'

type Student = { id: string; name: string; login: string; parent: string; classId: string }
const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Сообщения' }).getByText(text).waitFor()

/** Somebody of the class of whom nothing has been written today in the course, with a parent. */
async function studentOf(stage: Stage, courseId: string): Promise<Student> {
  const [student] = await stage.rows<Student>(
    `select p.id, p.surname || ' ' || p.given_name as name, a.login, pa.login as parent, c.group_id as "classId"
     from course c join enrolment e on e.group_id = c.group_id and e.to_date is null join person p on p.id = e.student_id
       join account a on a.person_id = p.id join guardian_of g on g.student_id = p.id join account pa on pa.person_id = g.guardian_id
     where c.id = $1 and e.from_date < '2026-10-01'
       and exists (select from mark m join work w on w.id = m.work_id join lesson l on l.id = w.lesson_id
         where l.course_id = c.id and m.student_id = p.id and l.date between '2026-11-09' and '2026-11-19' and cardinality(m."values") > 0)
       and not exists (select from mark m join work w on w.id = m.work_id join lesson l on l.id = w.lesson_id
         where l.course_id = c.id and m.student_id = p.id and l.date >= $2)
       and not exists (select from absence x join lesson l on l.id = x.lesson_id where l.course_id = c.id and x.student_id = p.id and l.date >= $2)
     order by p.surname, p.given_name limit 1`,
    [courseId, TODAY],
  )
  assert.ok(student)
  return student
}

/** The timetable of the plan: the sixth lesson of today and of Monday. */
async function layLessons(stage: Stage, groupId: string): Promise<void> {
  await stage.happens(
    `with own as (select c.id, a.teacher_id from course c join assignment a on a.course_id = c.id where c.group_id = $1),
       lessons as (insert into lesson (school_id, course_id, date, number, teacher_id)
         select 1, own.id, d::date, 8, own.teacher_id from own, unnest(array['2026-11-20', '2026-11-23']) d returning id)
     insert into work (school_id, lesson_id, work_type_id, weight)
     select 1, l.id, (select id from work_type order by position limit 1), 10 from lessons l`,
    [groupId],
  )
  await stage.happens(
    `insert into slot (school_id, course_id, weekday, number, from_date)
     select 1, c.id, d, 8, '2026-11-20' from course c, unnest(array[1, 5]) d where c.group_id = $1`,
    [groupId],
  )
}

const friday = (page: Page) => page.getByRole('region', { name: /^Пятница\s?, 20 ноября/ })
const lessonIn = (day: Locator, subject: string) => day.getByRole('heading', { name: subject, exact: true })

journey('a student learns a subject by a plan of their own, and comes back to the class [R079] [R084] [R085]', async (stage) => {
  const { courseId } = await lessonOf(stage, '8Б', 'Русский язык')
  const student = await studentOf(stage, courseId)
  const plan = `${student.name}, план`
  const page = await stage.enter('zavuch')

  // The group, its curriculum with hours, the course with its teacher.
  await page.goto('/school/classes?view=groups')
  await page.getByRole('button', { name: 'Новая группа' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Вид группы').selectOption({ label: 'Индивидуальный план' })
  await dialog.getByLabel('Название').fill(plan)
  await dialog.getByLabel('8Б', { exact: true }).check()
  await dialog.getByRole('searchbox').fill(student.name)
  await dialog
    .getByRole('group', { name: /^Ученики/ })
    .getByRole('checkbox')
    .check()
  await dialog.getByRole('button', { name: 'Завести группу' }).click()
  await page.getByRole('heading', { name: plan, level: 1 }).waitFor()
  const groupId = page.url().split('/').at(-1)!

  await page.getByRole('link', { name: 'Учебные планы и часы' }).click()
  await page.getByRole('button', { name: 'Новый план' }).click()
  await dialog.getByLabel('Параллель').selectOption({ label: '8 класс' })
  await dialog.getByLabel('Название', { exact: true }).fill(plan)
  await dialog.getByLabel('Индивидуальный учебный план').check()
  await dialog.getByLabel(plan).check()
  await dialog.getByRole('button', { name: 'Создать' }).click()
  await dialog.waitFor({ state: 'detached' })
  const cell = page.getByRole('textbox', { name: `Русский язык, ${plan}` })
  await cell.fill('2')
  await cell.press('Enter')
  await page.goto(`/school/load?of=${groupId}`)
  await page.getByRole('button', { name: /^Создать недостающие курсы/ }).click()
  await dialog.getByRole('button', { name: 'Создать' }).click()
  await page.getByRole('button', { name: /^Назначить учителя: Русский язык/ }).click()
  await dialog.getByRole('searchbox').fill('иванова')
  await dialog.getByRole('radio', { name: /Иванова Мария/ }).check()
  await dialog.getByRole('button', { name: 'Назначить' }).click()
  await dialog.waitFor({ state: 'detached' })

  // From today on: the subject by the plan, in the afternoon.
  await page.goto(`/school/classes/plans/${groupId}`)
  await page.getByText('Как у класса. Изменится у класса').waitFor()
  await page.getByLabel('Смена').selectOption({ label: '2 смена' })
  await page.getByRole('button', { name: 'Сохранить режим' }).click()
  await said(page, 'Режим сохранён')
  await page.getByRole('button', { name: 'Отметить предметы с часами в плане' }).click()
  assert.ok(await page.getByRole('checkbox', { name: 'По плану: Русский язык' }).isChecked())
  await page.getByRole('button', { name: 'Сохранить предметы' }).click()
  await said(page, /Предметы изменены с 20 ноября 2026/)
  await page.getByText('уроков в расписании нет').waitFor()
  await layLessons(stage, groupId)

  // The teacher of the plan.
  const ivanova = await stage.enter('ivanova')
  const lesson = ivanova.getByRole('link', { name: new RegExp(`Русский язык.*${plan}|${plan}`) }).first()
  await lesson.waitFor()
  await lesson.click()
  await ivanova.getByRole('grid').waitFor()
  assert.match(await ivanova.getByRole('region', { name: 'Прежние отметки периода' }).innerText(), /прежние отметки \(8Б\)/)
  const own = await columnOf(ivanova, /^20 ноября/)
  await own.cell(student.name).click()
  await ivanova.keyboard.press('5')
  await ivanova.keyboard.press('Enter')
  assert.equal((await own.texts())[0], '5')

  // The journal of the class: the row stays, the cells from today on are shut and say why.
  await page.goto(`/journal/${courseId}`)
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: student.name }) })
  await row.getByText('по индивидуальному плану с 20.11.2026').waitFor({ state: 'attached' })
  const column = await columnOf(page, /^20 ноября/)
  const shut = row.locator(`[aria-colindex="${await column.head.getAttribute('aria-colindex')}"]`)
  assert.equal(await shut.getAttribute('aria-readonly'), 'true')
  await shut.click()
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('complementary').getByText('занимался этим предметом по индивидуальному плану').waitFor()

  // The family: own lessons in place of those of the class, on the telephone too.
  for (const [login, viewport] of [
    [student.login, 'desk'],
    [student.parent, 'phone'],
  ] as const) {
    const family = await stage.enter(login, { viewport })
    await family.goto(`/diary/${student.id}/week`)
    await lessonIn(friday(family), 'Русский язык').waitFor()
    assert.equal(await lessonIn(friday(family), 'Русский язык').count(), 1)
    assert.match(await friday(family).innerText(), /Иванова М\. А\./)
    await family.close()
  }

  // From Monday on with the class again.
  await page.goto(`/school/classes/plans/${groupId}`)
  await page.getByRole('button', { name: 'Завершить план' }).click()
  await dialog.getByLabel('Первый день с классом').fill('2026-11-23')
  await dialog.getByRole('button', { name: 'Завершить план' }).click()
  await said(page, /^С 23 ноября 2026.* ученик снова с классом$/)
  await page.getByText('20.11.2026 – 22.11.2026').first().waitFor()
  const back = await stage.rows(
    `select l.date::text as date, exists (select from apart x where x.course_id = l.course_id and x.student_id = $2 and l.date between x.from_date and x.to_date) as apart
     from lesson l where l.course_id = $1 and l.date between '2026-11-20' and '2026-11-27' and not l.cancelled order by 1`,
    [courseId, student.id],
  )
  assert.deepEqual(
    [...new Set(back.filter((one) => (one as { apart: boolean }).apart).map((one) => (one as { date: string }).date))],
    [TODAY],
  )
})
