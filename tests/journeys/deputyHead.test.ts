import assert from 'node:assert/strict'
import { lessonOf, marksOf, openJournal, press } from './journal.ts'
import { journey } from './stage.ts'

journey('the deputy head sees whose lessons are not filled, most first [R126]', async (stage) => {
  const page = await stage.enter('zavuch')
  await page.getByRole('link', { name: 'Заполнение журнала' }).click()
  const table = page.getByRole('table')
  await table.waitFor()
  const counts = (await table.getByRole('row').locator('td:nth-of-type(2)').allInnerTexts()).map(Number)
  assert.ok(counts.length > 3)
  assert.deepEqual(
    counts,
    [...counts].sort((a, b) => b - a),
  )
  const [worst] = await stage.rows<{ name: string; lessons: number }>(
    `select p.surname as name, count(*)::int as lessons from lesson l join person p on p.id = l.teacher_id
     where not l.cancelled and l.date between '2026-10-21' and '2026-11-19' and (l.topic = '' or l.roll_called_at is null)
     group by p.id, p.surname order by 2 desc limit 1`,
  )
  const first = table.getByRole('row').nth(1)
  assert.match(await first.locator('td').first().innerText(), new RegExp(worst!.name))
  await page.getByLabel('Найти учителя').fill('никого такого нет')
  await page.getByText('Ничего не нашлось: «никого такого нет»').first().waitFor()
})

journey('the deputy head reads every journal with the story of its cells and changes none', async (stage) => {
  const lesson = await lessonOf(stage, '7Б', 'Русский язык', { ago: 3 })
  const before = await marksOf(stage, lesson)
  const page = await stage.enter('zavuch')
  await page.getByRole('link', { name: 'Журналы' }).click()
  await page.getByRole('searchbox', { name: 'Найти журнал' }).fill('7б русский')
  await page.getByRole('link', { name: /^7Б.*Русский язык/ }).click()
  await page.getByText('Вы смотрите журнал. Записи вносит учитель: Соколова').waitFor()
  const column = await openJournal(page, lesson)
  const texts = await column.texts()
  await column.cell(0).click()
  await press(page, '2', 'н', 'Delete', 'Control+v')
  assert.deepEqual(await column.texts(), texts)
  assert.equal(await page.getByRole('group', { name: 'Отметки и пропуски' }).count(), 0)
  assert.equal(await page.getByRole('button', { name: 'Перекличка' }).count(), 0)
  await column.cell(0).click()
  await press(page, 'Alt+Enter')
  const panel = page.getByRole('complementary', { name: 'Сведения о клетке' })
  await panel.getByRole('heading', { name: 'История клетки' }).waitFor()
  await panel.getByText(/^Этот урок ведёт Соколова/).waitFor()
  assert.deepEqual(await marksOf(stage, lesson), before)
})

journey('what the page does not offer the server refuses as well', async (stage) => {
  const lesson = await lessonOf(stage, '7Б', 'Русский язык', { ago: 3 })
  const page = await stage.enter('zavuch')
  const [student] = await stage.rows<{ id: string }>(
    'select student_id as id from enrolment where group_id = $1 and to_date is null limit 1',
    [lesson.groupId],
  )
  const mark = { values: [5], dueOn: null, comment: '', basis: '' }
  const answers = await page.evaluate(
    async ([calls]) =>
      Promise.all(
        calls!.map(async ([name, body], n) => {
          const headers = {
            'content-type': 'application/json',
            'x-zvonok': '1',
            'x-operation-id': `01936f00-0000-7000-8000-00000000000${n}`,
          }
          return (await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })).status
        }),
      ),
    [
      [
        ['marks.set', { lessonId: lesson.id, workId: lesson.workId, studentId: student!.id, mark, expected: mark }],
        [
          'attendance.set',
          {
            lessonId: lesson.id,
            studentId: student!.id,
            attendance: { code: 'absent', minutes: null },
            expected: { code: null, minutes: null },
          },
        ],
        ['journal.setTopic', { lessonId: lesson.id, topic: 'Чужая тема', expected: '' }],
        ['attendance.rollCall', { lessonId: lesson.id, absences: [] }],
      ],
    ] as [[string, unknown][]],
  )
  assert.deepEqual(answers, [403, 403, 403, 403])
})
