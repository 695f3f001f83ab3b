import assert from 'node:assert/strict'
import { columnOf, lessonOf, marksOf, openJournal, press, saved, told } from './journal.ts'
import { journey, TODAY } from './stage.ts'

journey('a cell of a closed quarter says why it is closed and who can help', async (stage) => {
  const { courseId } = await lessonOf(stage, '7Б', 'Алгебра', { ago: 0 })
  const page = await stage.enter('ivanova')
  await page.goto(`/journal/${courseId}`)
  await page.getByLabel('Период').selectOption({ label: '1 четверть' })
  const october = await columnOf(page, /октября/)
  const before = await october.texts()
  await october.cell(0).click()
  await press(page, '2')
  await told(page, 'Период закрыт, записи в нём больше не меняются. Если нужна правка, обратитесь к завучу.')
  assert.deepEqual(await october.texts(), before)
  assert.equal(await october.cell(0).getAttribute('aria-readonly'), 'true')
  assert.match((await october.cell(0).getAttribute('aria-description')) ?? '', /обратитесь к завучу/)
})

journey('in the first grade there are no marks, only presence and topics [R144]', async (stage) => {
  const lesson = await lessonOf(stage, '1А', 'Русский язык')
  const page = await stage.enter('makarova.es')
  const today = await openJournal(page, lesson)
  await page.getByText('В первом классе отметок не ставят').first().waitFor()
  await today.cell(0).click()
  await press(page, '5')
  await told(page, /В первом классе отметок не ставят/)
  const [first] = await today.texts()
  assert.ok(!first?.includes('5'))
  assert.equal(await page.getByRole('button', { name: 'Работа', exact: true }).count(), 0)
  await press(page, 'б')
  assert.equal(await today.cell(0).innerText(), 'б')
  await saved(page)
})

journey('who covers a lesson writes into that lesson and into no other of the class [R057]', async (stage) => {
  const [covered] = await stage.rows<{
    id: string
    courseId: string
    date: string
    workId: string
    groupId: string
    login: string
  }>(
    `select l.id, w.id as "workId", l.course_id as "courseId", c.group_id as "groupId", to_char(l.date, 'YYYY-MM-DD') as date, a.login
     from lesson l join course c on c.id = l.course_id join account a on a.person_id = l.teacher_id join work w on w.lesson_id = l.id and w.position = 1
     where l.instead_of_id is not null and not l.cancelled and l.date between '2026-11-02' and $1
       and not exists (select 1 from assignment s where s.course_id = c.id and s.teacher_id = l.teacher_id)
     order by l.date desc, l.id limit 1`,
    [TODAY],
  )
  const page = await stage.enter(covered!.login)
  const own = await openJournal(page, covered!)
  await page.getByText(/^Вы замещаете, записи можно вносить только в свои уроки/).waitFor()
  const free = (await own.texts()).indexOf('')
  await own.cell(free).click()
  await press(page, '5', 'ArrowUp')
  assert.equal(await own.cell(free).innerText(), '5')
  await press(page, 'ArrowLeft', '5')
  await told(page, /^Этот урок ведёт .+ Записи вносит тот, кто ведёт урок\./)
  await saved(page)
  assert.ok([...(await marksOf(stage, covered!)).values()].includes('5'))
})

journey('a value the server did not take stays in the cell with its reason until the teacher decides', async (stage) => {
  const lesson = await lessonOf(stage, '11Б', 'Геометрия', { ago: 0 })
  const page = await stage.enter('ivanova')
  const column = await openJournal(page, lesson)
  const before = await column.texts()
  const free = before.indexOf('')
  await stage.happens('update lesson set cancelled = true where id = $1', [lesson.id])
  await column.cell(free).click()
  await press(page, '5')
  await page.getByText('1 клетка не принята').waitFor()
  await page.getByRole('button', { name: 'Не принято: 1' }).waitFor()
  assert.equal(await column.cell(free).innerText(), '5')
  assert.equal(await column.cell(free).getAttribute('aria-invalid'), 'true')
  await page.getByRole('button', { name: 'Показать' }).click()
  const panel = page.getByRole('complementary', { name: 'Сведения о клетке' })
  await panel.getByText('Урок отменён, записывать в него нечего.').first().waitFor()
  await panel.getByRole('button', { name: 'Убрать, оставить «пусто»' }).click()
  await saved(page)
  assert.deepEqual(await column.texts(), before)
  await stage.happens('update lesson set cancelled = false where id = $1', [lesson.id])
})
