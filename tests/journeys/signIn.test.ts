import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage.close())

test('a wrong password is refused in words, the right one opens the day of the teacher', async () => {
  const page = await stage.visit()
  await page.goto('/')
  await page.getByLabel('Логин').fill('ivanova')
  await page.getByLabel('Пароль', { exact: true }).fill('не тот')
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByText('Неверный логин или пароль').waitFor()
  await page.getByLabel('Пароль', { exact: true }).fill('journey-2026')
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('heading', { name: 'Мой день' }).waitFor()
})

test('a parent sees the child’s week; an address of somebody else’s child shows nobody’s data [R055]', async () => {
  const page = await stage.enter('petrova', 'phone')
  await page.waitForURL(/\/diary\//)
  const strangers = await stage.rows<{ id: string; surname: string }>(
    `select p.id, p.surname from person p join enrolment e on e.student_id = p.id where p.surname not in ('Петров', 'Петрова') order by p.id limit 1`,
  )
  await page.goto(`/diary/${strangers[0]!.id}/week/2026-11-16`)
  await page.getByText('Этой страницы нет или она вам не открыта').first().waitFor()
  assert.equal(await page.getByText(strangers[0]!.surname, { exact: false }).count(), 0)
})
