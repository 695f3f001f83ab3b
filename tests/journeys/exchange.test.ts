import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { journey } from './stage.ts'

const list = 'Класс;ФИО;Дата рождения\r\n7А;Орлова  Вера Ильинична;12.05.2013\r\n7Я;Новиков Лев Олегович;\r\nВсего;2;\r\n'

journey('the administrator proves a list, brings it in and takes it back [R071, R100]', async ({ enter, address, rows }) => {
  const page = await enter('admin')
  await page.goto(`${address}/school/import`)
  await page.getByRole('heading', { name: 'Импорт и экспорт' }).waitFor()
  await page.goto(`${address}/school/import/students`)
  await page.locator('input[type=file]').setInputFiles({ name: '7 классы.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await page.getByText('Класс (A): класса «7Я» в этом году нет').waitFor()
  await page.getByRole('button', { name: 'Добавятся 1' }).click()
  await page.getByRole('cell', { name: 'Орлова Вера Ильинична' }).waitFor()
  await page.getByRole('button', { name: 'Загрузить 1 строку' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Загрузить' }).click()
  await page.getByText('Добавлено: 1. Изменено: 0. С ошибками, не загружено: 1.').waitFor()
  const orlova = () => rows(`select 1 from person where surname = 'Орлова' and given_name = 'Вера' and patronymic = 'Ильинична'`)
  assert.equal((await orlova()).length, 1)
  await page.getByRole('button', { name: 'Отменить загрузку' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить загрузку' }).click()
  await page.getByText('Загрузка отменена.').first().waitFor()
  assert.equal((await orlova()).length, 0)
})
