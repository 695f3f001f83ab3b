import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { lessonOf, openJournal, press, saved } from './journal.ts'
import { journey, type Stage } from './stage.ts'

const lessonIn = (page: Page, day: RegExp, subject: string): Locator =>
  page
    .getByRole('region', { name: day })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: subject, exact: true }) })
const friday = /^Пятница\s?, 20 ноября/

journey(
  'a mother sees the mark while the lesson still goes on, the absence and the teacher’s words too [R125] [R185] [R190]',
  async (stage, tell) => {
    const lesson = await lessonOf(stage, '7Б', 'Русский язык')
    const [mother, teacher] = await Promise.all([stage.enter('petrova', { viewport: 'phone' }), stage.enter('sokolova')])
    await mother.getByLabel('Ребёнок').selectOption({ label: 'Иван · 7Б' })
    const russian = lessonIn(mother, friday, 'Русский язык')
    await russian.waitFor()
    const column = await openJournal(teacher, lesson)
    const cell = column.cell('Петров Иван')
    await cell.click()
    await press(teacher, '5')
    const typed = Date.now()
    const mark = russian.getByRole('list', { name: 'Отметки' }).getByText('5', { exact: true }).first()
    await mark.waitFor()
    tell(`the mark is in the open diary after ${Date.now() - typed} ms`)

    await cell.click()
    await press(teacher, 'о', 'ArrowUp', 'Alt+Enter')
    const panel = teacher.getByRole('complementary', { name: 'Сведения о клетке' })
    await panel.getByLabel('Опоздание, минут').fill('7')
    await panel.getByLabel('Пояснение к отметке').fill('Отличный пересказ')
    await press(teacher, 'Tab')
    await saved(teacher)
    await russian.getByText('Отличный пересказ').waitFor()
    await russian.getByText('Опоздание на 7 минут').waitFor()
    await mark.waitFor()
  },
)

journey('a family downloads the file of the homework; nobody else can [R132] [R055]', async (stage) => {
  const lesson = await lessonOf(stage, '7Б', 'Литература')
  const teacher = await stage.enter('sokolova')
  await teacher.goto(`/journal/${lesson.courseId}?tab=topics`)
  await teacher.getByLabel('Что сделать дома, задание от 20 ноября').fill('Выучить отрывок наизусть')
  await press(teacher, 'Tab')
  const row = teacher.getByRole('row').filter({ has: teacher.getByLabel('Тема урока 20 ноября') })
  const [chooser] = await Promise.all([
    teacher.waitForEvent('filechooser'),
    row.getByRole('button', { name: 'Приложить файл' }).click(),
  ])
  await chooser.setFiles({ name: 'Отрывок.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 Тарас Бульба') })
  await row.getByRole('link', { name: 'Отрывок.pdf' }).waitFor()
  await saved(teacher)

  const [next] = await stage.rows<{ date: string }>(
    `select to_char(min(date), 'YYYY-MM-DD') as date from lesson where course_id = $1 and date > $2 and not cancelled`,
    [lesson.courseId, lesson.date],
  )
  const mother = await stage.enter('petrova', { viewport: 'phone' })
  await mother.getByLabel('Ребёнок').selectOption({ label: 'Иван · 7Б' })
  await mother.goto(`/diary/week/${next!.date}`)
  const file = mother.getByRole('link', { name: /Отрывок\.pdf/ })
  await mother.getByText('Выучить отрывок наизусть').first().waitFor()
  const [download] = await Promise.all([mother.waitForEvent('download'), file.click()])
  assert.equal(download.suggestedFilename(), 'Отрывок.pdf')
  assert.equal(readFileSync(await download.path(), 'utf8'), '%PDF-1.4 Тарас Бульба')
  const address = (await file.getAttribute('href'))!
  assert.equal((await stranger(stage, address)).status(), 403)
})

journey('a mother of two turns from one diary to the other; a stranger’s child stays closed to her [R055]', async (stage) => {
  const mother = await stage.enter('petrova', { viewport: 'phone' })
  const child = mother.getByLabel('Ребёнок')
  const labels = await child.getByRole('option').allInnerTexts()
  assert.deepEqual(labels, ['Иван · 7Б', 'Екатерина · 3А'])
  await child.selectOption({ label: labels[0]! })
  await lessonIn(mother, friday, 'Геометрия').waitFor()
  await child.selectOption({ label: labels[1]! })
  await lessonIn(mother, friday, 'Русский язык').waitFor()
  assert.equal(await lessonIn(mother, friday, 'Геометрия').count(), 0)
  await mother.getByRole('link', { name: 'Отметки', exact: true }).click()
  await mother.getByRole('heading', { name: 'Окружающий мир' }).waitFor()

  const [other] = await stage.rows<{ id: string; surname: string }>(
    `select p.id, p.surname from person p join enrolment e on e.student_id = p.id where p.surname not like 'Петров%' order by p.id limit 1`,
  )
  for (const page of ['week/2026-11-16', 'marks', 'timetable']) {
    await mother.goto(`/diary/${other!.id}/${page}`)
    await mother.getByText('Этой страницы нет или она вам не открыта').first().waitFor()
    assert.equal(await mother.getByText(other!.surname).count(), 0)
  }
  const answer = await mother.request.get(`/api/diary.week?studentId=${other!.id}&monday=2026-11-16`)
  assert.equal(answer.status(), 403)
  assert.ok(!(await answer.text()).includes(other!.surname))
})

journey('without a network the last week seen is there with its time, and nothing passes for news [R188]', async (stage) => {
  const mother = await stage.enter('petrova', { viewport: 'phone', offline: true })
  await lessonIn(mother, friday, 'Геометрия')
    .or(lessonIn(mother, friday, 'Русский язык'))
    .first()
    .waitFor()
  await mother.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await mother.reload()
  await mother.getByRole('region', { name: friday }).waitFor()
  await mother.context().setOffline(true)
  await mother.reload()
  await mother.getByText(/^Данные на 20 ноября, \d\d:\d\d$/).waitFor()
  await mother.getByRole('region', { name: friday }).getByRole('listitem').first().waitFor()
  await mother.goto('/diary/week/2026-09-07')
  await mother.getByText('Сохранённой копии этой страницы на устройстве нет').first().waitFor()
  await mother.context().setOffline(false)
  await mother.getByRole('region', { name: /^Понедельник\s?, 7 сентября/ }).waitFor()
})

/** The same address for the mother of somebody else. */
async function stranger(stage: Stage, address: string) {
  const [other] = await stage.rows<{ login: string }>(
    `select a.login from account a
     where exists (select from guardian_of o where o.guardian_id = a.person_id) and not exists (
         select from guardian_of o join enrolment e on e.student_id = o.student_id join study_group g on g.id = e.group_id
         where o.guardian_id = a.person_id and g.name = '7Б')
       and a.password_hash = (select password_hash from account where login = 'petrova') -- nobody has given a new one out
       and not exists (select from role_grant r where r.person_id = a.person_id)
     order by a.login limit 1`,
  )
  const page = await stage.enter(other!.login)
  return page.request.get(address)
}
