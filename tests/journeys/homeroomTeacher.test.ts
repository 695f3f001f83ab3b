import assert from 'node:assert/strict'
import { lessonOf, marksOf, openJournal, press } from './journal.ts'
import { journey } from './stage.ts'

journey('a homeroom teacher reads all subjects of her own class and edits none but her own [R058]', async (stage) => {
  const page = await stage.enter('sokolova')
  await page.goto('/journals')
  await page.getByRole('searchbox', { name: 'Найти журнал' }).fill('7б')
  const offered = await page.getByRole('main').getByRole('link', { name: /7Б/ }).allInnerTexts()
  const subjects = await stage.rows<{ group: string; subject: string }>(
    `select g.name as group, s.name as subject from course c join study_group g on g.id = c.group_id join subject s on s.id = c.subject_id
     where g.name like '7Б%' order by 1, 2`,
  )
  for (const { group, subject } of subjects)
    assert.ok(
      offered.some((text) => text.includes(group) && text.includes(subject)),
      `${group}, ${subject} is not offered`,
    )

  const physics = await lessonOf(stage, '7Б', 'Физика', { ago: 1 })
  const before = await marksOf(stage, physics)
  const column = await openJournal(page, physics)
  await page.getByText('Вы смотрите журнал. Записи вносит учитель: Антонова').waitFor()
  const texts = await column.texts()
  await column.cell(0).click()
  await press(page, '5', 'н', 'Delete')
  assert.deepEqual(await column.texts(), texts)
  assert.deepEqual(await marksOf(stage, physics), before)
  assert.equal(await page.getByRole('group', { name: 'Отметки и пропуски' }).count(), 0)
  await press(page, 'Alt+Enter')
  await page.getByRole('heading', { name: 'История клетки' }).waitFor()
  await page.getByRole('link', { name: 'Темы и задания' }).click()
  await page
    .getByLabel(/^Тема урока/)
    .first()
    .waitFor()
  for (const field of await page.getByLabel(/^Тема урока/).all()) assert.ok(await field.isDisabled())
})

journey('of another class she sees only the subjects she teaches [R057]', async (stage) => {
  const page = await stage.enter('sokolova')
  const strange = await lessonOf(stage, '8А', 'Алгебра', { ago: 1 })
  await page.goto(`/journal/${strange.courseId}`)
  await page.getByText('Этой страницы нет или она вам не открыта').first().waitFor()
  assert.equal(await page.getByRole('grid').count(), 0)
  await page.goto('/journals')
  await page.getByRole('searchbox', { name: 'Найти журнал' }).fill('8а')
  await page.getByText('Ничего не нашлось').waitFor()
})
