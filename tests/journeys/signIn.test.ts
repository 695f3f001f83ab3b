import assert from 'node:assert/strict'
import { journey, PASSWORD } from './stage.ts'

journey('a wrong password is refused in words, the right one opens the day of the teacher', async (stage) => {
  const page = await stage.visit()
  await page.goto('/')
  await page.getByLabel('Логин').fill('ivanova')
  await page.getByLabel('Пароль', { exact: true }).fill('не тот')
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByText('Неверный логин или пароль').waitFor()
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('heading', { name: 'Мой день' }).waitFor()
})

journey('a student sees nothing but their own diary [R055]', async (stage) => {
  const page = await stage.enter('petrov', { viewport: 'phone' })
  await page.waitForURL(/\/diary\//)
  assert.deepEqual(await page.getByRole('navigation', { name: 'Разделы' }).getByRole('link').allInnerTexts(), [
    'Дневник',
    'Отметки',
    'Расписание',
  ])
  const [classmate] = await stage.rows<{ id: string; surname: string }>(
    `select p.id, p.surname from person p join enrolment e on e.student_id = p.id
     where e.group_id in (select group_id from enrolment join account on person_id = student_id where login = 'petrov') and p.surname not like 'Петров%'
     order by p.id limit 1`,
  )
  for (const address of [`/diary/${classmate!.id}/week/2026-11-16`, '/journals', '/accounts']) {
    await page.goto(address)
    await page
      .getByText(/Этой страницы нет|Такой страницы нет/)
      .first()
      .waitFor()
    assert.equal(await page.getByText(classmate!.surname).count(), 0)
  }
})
