import assert from 'node:assert/strict'
import { journey } from './stage.ts'

journey('7Б goes into quarantine: its lessons are cancelled, the class reads it, and it ends early [R075]', async (stage) => {
  const page = await stage.enter('zavuch')
  await page.goto(`${stage.address}/school/year`)
  await page.getByRole('button', { name: 'Добавить', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Особые дни' })
  await dialog.getByLabel('Класс', { exact: true }).selectOption('7Б')
  await dialog.getByLabel('Первый день').fill('2026-11-23')
  await dialog.getByLabel('Последний день').fill('2026-11-27')
  await dialog.getByText(/В эти дни стоит \d+ урок/).waitFor()
  await dialog.getByLabel('Отменить уроки этих дней').check()
  await dialog.getByRole('button', { name: 'Добавить' }).click()
  await page
    .getByText(/Дни добавлены, отменено: \d+ урок/)
    .first()
    .waitFor()

  const student = await stage.enter('petrov')
  await student.goto(`${stage.address}/diary/week/2026-11-23`)
  await student.getByText('Карантин').first().waitFor()

  const quarantine = page.getByRole('listitem').filter({ hasText: 'Карантин' }).filter({ hasText: '7Б' })
  await quarantine.getByRole('button', { name: 'Убрать', exact: true }).click()
  const taking = page.getByRole('dialog', { name: /Убрать дни из календаря/ })
  await taking.getByLabel('Первый день').fill('2026-11-26')
  await taking.getByLabel(/Вернуть отменённые уроки: \d+/).waitFor()
  await taking.getByRole('button', { name: 'Убрать', exact: true }).click()
  await page
    .getByText(/Дни убраны, возвращено: \d+ урок/)
    .first()
    .waitFor()
  const days = await stage.rows<{ date: string; cancelled: boolean }>(
    `select distinct l.date::text as date, l.cancelled from lesson l join course c on c.id = l.course_id join study_group g on g.id = c.group_id
     where g.name = '7Б' and l.date between '2026-11-23' and '2026-11-27' order by 1`,
  )
  assert.deepEqual(
    days.map(({ date, cancelled }) => [date, cancelled]),
    [
      ['2026-11-23', true],
      ['2026-11-24', true],
      ['2026-11-25', true],
      ['2026-11-26', false],
      ['2026-11-27', false],
    ],
  )
})

journey('dates of a quarter are not moved so that lessons fall out of it [R074]', async (stage) => {
  const page = await stage.enter('zavuch')
  await page.goto(`${stage.address}/school/year`)
  await page.getByRole('link', { name: 'Изменить' }).first().click()
  await page.getByRole('group', { name: '2 четверть' }).getByLabel('Первый день').fill('2026-11-09')
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Что изменится в журналах' })
  await dialog.getByText(/вне периодов. Измените даты/).waitFor()
  assert.ok(await dialog.getByRole('button', { name: 'Перенести и сохранить' }).isDisabled())
  await dialog.getByRole('button', { name: 'Отмена' }).click()
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
})

journey('the next year is prepared after this one, opened, and waits for its timetable [R070, R072]', async (stage) => {
  const page = await stage.enter('admin')
  await page.goto(`${stage.address}/school/year`)
  await page.getByRole('button', { name: 'Подготовить год' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Подготовить' }).click()
  await page.getByRole('heading', { name: '2027/28: границы' }).waitFor()
  await page.getByLabel('Последний учебный день').fill('2028-05-30')
  await page.getByRole('button', { name: 'Сохранить и продолжить' }).click()
  for (const step of ['периоды', 'каникулы', 'праздники', 'звонки', 'классы']) {
    await page.getByRole('heading', { name: `2027/28: ${step}` }).waitFor()
    await page.getByRole('button', { name: 'Дальше' }).click()
  }
  // The last two school days lie in no period: the year cannot be opened so.
  await page.getByText(/27–30 мая|29–30 мая/).waitFor()
  assert.ok(await page.getByRole('button', { name: 'Открыть учебный год' }).isDisabled())
  await page.getByRole('link', { name: 'Периоды' }).first().click()
  for (const term of ['4 четверть', '2 полугодие'])
    await page.getByRole('group', { name: term }).getByLabel('Последний день').fill('2028-05-30')
  await page.getByRole('button', { name: 'Сохранить и продолжить' }).click()
  await page.getByRole('heading', { name: '2027/28: каникулы' }).waitFor()
  await page.getByRole('button', { name: 'Открытие' }).click()
  await page.getByRole('button', { name: 'Открыть учебный год' }).click()
  await page.getByText('2027/28 учебный год открыт').first().waitFor()

  const deputy = await stage.enter('zavuch')
  await deputy.getByRole('link', { name: 'Заполнение журнала' }).click()
  await deputy.getByText('2027/28 учебный год открыт. Внесите расписание уроков').waitFor()
})
