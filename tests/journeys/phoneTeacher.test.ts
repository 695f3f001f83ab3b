import assert from 'node:assert/strict'
import { emptied, lessonOf } from './journal.ts'
import { journey } from './stage.ts'

journey('a lesson is filled from a phone: the day, the roll, marks by the thumb, the topic [R025]', async (stage) => {
  const lesson = await emptied(stage, await lessonOf(stage, '7Б', 'Геометрия'))
  const page = await stage.enter('ivanova', { viewport: 'phone' })
  await page.getByRole('link', { name: '7Б Геометрия' }).first().tap()
  const pad = page.getByRole('group', { name: 'Отметки и пропуски' })
  await pad.waitFor()

  await page.getByRole('button', { name: 'Перекличка' }).tap()
  await page.getByRole('button', { name: 'Все присутствуют' }).tap()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  for (const key of ['5', '4', '3', 'н']) await pad.getByRole('button', { name: new RegExp(`^${key}(,|$)`) }).tap()

  await page.getByRole('button', { name: /^Тема/ }).tap()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Тема урока').fill('Признаки равенства треугольников')
  await sheet.getByLabel('Тема урока').press('Tab')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Всё сохранено' }).waitFor()

  const [saved] = await stage.rows(
    `select l.topic, l.roll_called_at is not null as called,
       (select array_agg(m.values[1] order by p.surname collate russian, p.given_name collate russian) from mark m join person p on p.id = m.student_id
        where m.work_id = $2 and cardinality(m.values) > 0) as marks,
       (select array_agg(a.code) from absence a where a.lesson_id = l.id and a.code is not null) as absences
     from lesson l where l.id = $1`,
    [lesson.id, lesson.workId],
  )
  assert.deepEqual(saved, { topic: 'Признаки равенства треугольников', called: true, marks: [5, 4, 3], absences: ['absent'] })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  assert.equal(wide, false, 'nothing to scroll sideways')
})
