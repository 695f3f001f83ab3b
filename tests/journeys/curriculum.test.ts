import assert from 'node:assert/strict'
import { journey } from './stage.ts'

journey('hours typed over the norm are kept and named, the courses they ask for find a teacher [R082 R086]', async (stage) => {
  const page = await stage.enter('zavuch')
  await page.getByRole('link', { name: 'Школа' }).click()
  await page.getByRole('link', { name: /Учебный план/ }).click()
  await page.getByRole('link', { name: '1–4' }).click()
  await page.getByLabel('Добавить предмет: Часть, формируемая участниками').selectOption({ label: 'Информатика' })
  const cell = page.getByRole('textbox', { name: 'Информатика, 3 класс' })
  await cell.fill('2,25')
  await cell.press('Enter')
  await page.getByText('«2,25» — не часы').waitFor()
  await cell.fill('2,5*')
  await cell.press('Enter')
  await page.getByText('24,5 из 23').waitFor()
  await page.getByText('24,5 ч в неделю, при пятидневке допускается не больше 23 (СанПиН 1.2.3685-21, табл. 6.6)').waitFor()
  await page.reload()
  assert.equal(await cell.inputValue(), '2,5×2')

  await page.goto(`${stage.address}/school/load`)
  await page.getByRole('button', { name: '3А', exact: true }).click()
  await page.getByRole('button', { name: 'Создать недостающие курсы: 1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Создать' }).click()
  await page.getByRole('button', { name: 'Назначить учителя: Информатика, 3А · информатика, 1' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox').fill('богданов')
  await dialog.getByRole('radio').check()
  await dialog.getByRole('button', { name: 'Назначить' }).click()
  const row = page.getByRole('row', { name: /Информатика.*информатика, 1/ })
  await row.getByRole('button', { name: /Богданов/ }).waitFor()
  assert.deepEqual(
    await stage.rows(
      `select g.name, p.surname, a.weekly_half_hours as "halfHours", a.from_date::text as "from" from assignment a
       join course c on c.id = a.course_id join study_group g on g.id = c.group_id join person p on p.id = a.teacher_id
       where g.name = '3А · информатика, 1'`,
    ),
    [{ name: '3А · информатика, 1', surname: 'Богданов', halfHours: 5, from: '2026-11-20' }],
  )
})
