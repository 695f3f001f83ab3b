import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { type Column, columnOf, emptied, type Lesson, lessonOf, marksOf, names, openJournal, press, saved } from './journal.ts'
import { journey, PASSWORD, type Stage } from './stage.ts'

const kept = (page: Page, n: number) => page.getByRole('button', { name: `Ждут связи: ${n}` }).waitFor()

/** Places of the students who have nothing in the column yet, and their names. */
async function freeIn(page: Page, column: Column): Promise<{ places: number[]; students: string[] }> {
  await column.cell(0).waitFor()
  const places = (await column.texts()).flatMap((text, i) => (text === '' ? [i] : []))
  const all = await names(page)
  return { places, students: places.map((place) => all[place]!) }
}

async function mark(page: Page, column: Column, places: number[], key: string): Promise<void> {
  for (const place of places) {
    await column.cell(place).click()
    await press(page, key)
  }
}

/** By student: the mark and how often it was written, «5 × 1» when nothing was sent twice or lost. */
async function written(stage: Stage, { workId }: Lesson, students: string[]): Promise<string[]> {
  const rows = await stage.rows<{ name: string; text: string }>(
    `select p.surname || ' ' || p.given_name as name, array_to_string(m.values, '/') || ' × ' ||
       (select count(*) from change c where c.table_name = 'mark' and c.row_id = m.id) as text
     from mark m join person p on p.id = m.student_id where m.work_id = $1`,
    [workId],
  )
  const texts = new Map(rows.map(({ name, text }) => [name, text]))
  return students.map((student) => texts.get(student) ?? '')
}

async function withWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
}

journey('what is typed without a network survives a reload and reaches the journal exactly once', async (stage) => {
  const lesson = await lessonOf(stage, '11Б', 'Геометрия', { ago: 1 })
  const page = await stage.enter('ivanova', { offline: true })
  const column = await openJournal(page, lesson)
  await withWorker(page)
  const { places, students } = await freeIn(page, column)
  await mark(page, column, places.slice(0, 1), '5')
  await saved(page)
  await page.context().setOffline(true)
  await mark(page, column, places.slice(1, 5), '4')
  await kept(page, 4)
  await page.reload()
  await page.getByText(/^Показана страница, сохранённая 20\.11\.2026, 12:\d\d/).waitFor()
  await kept(page, 4)
  for (const place of places.slice(1, 5)) assert.equal(await column.cell(place).innerText(), '4')
  assert.deepEqual(await written(stage, lesson, students.slice(0, 5)), ['5 × 1', '', '', '', ''])

  await page.context().setOffline(false)
  await saved(page)
  assert.deepEqual(await written(stage, lesson, students.slice(0, 5)), ['5 × 1', '4 × 1', '4 × 1', '4 × 1', '4 × 1'])
})

journey('the server is restarted under the hands of the teacher: every mark is there, once', async (stage) => {
  const lesson = await lessonOf(stage, '11Б', 'Геометрия', { ago: 2 })
  const page = await stage.enter('ivanova')
  const column = await openJournal(page, lesson)
  const { places, students } = await freeIn(page, column)
  await mark(page, column, places.slice(0, 2), '5')
  await stage.stopServer()
  await mark(page, column, places.slice(2, 5), '3')
  await page.getByRole('button', { name: /^Ждут связи: \d/ }).waitFor()
  await stage.startServer()
  await mark(page, column, places.slice(5, 6), '4')
  await saved(page)
  assert.deepEqual(await written(stage, lesson, students.slice(0, 6)), ['5 × 1', '5 × 1', '3 × 1', '3 × 1', '3 × 1', '4 × 1'])
})

journey('the session ends meanwhile: the teacher signs in again where she is and the queue goes on', async (stage) => {
  const lesson = await lessonOf(stage, '7А', 'Алгебра', { ago: 1 })
  const [{ login } = { login: '' }] = await stage.rows<{ login: string }>(
    'select login from account a join lesson l on l.teacher_id = a.person_id where l.id = $1',
    [lesson.id],
  )
  const [page, phone] = await Promise.all([stage.enter(login), stage.enter(login, { viewport: 'phone' })])
  const column = await openJournal(page, lesson)
  const { places, students } = await freeIn(page, column)
  await page.context().setOffline(true)
  await mark(page, column, places.slice(0, 2), '4')
  await kept(page, 2)
  await phone.goto('/security')
  await phone.getByRole('button', { name: /^Завершить вход: Chrome, Linux/ }).click()
  await phone.getByRole('dialog').getByRole('button', { name: 'Завершить' }).click()
  await phone.getByText('Вход завершён').first().waitFor()
  await page.context().setOffline(false)
  const again = page.getByRole('dialog', { name: 'Войдите снова' })
  await again.waitFor()
  assert.equal(await column.cell(places[0]!).innerText(), '4')
  assert.deepEqual(await written(stage, lesson, students.slice(0, 2)), ['', ''])
  await again.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await press(page, 'Enter')
  await again.waitFor({ state: 'detached' })
  await saved(page)
  assert.deepEqual(await written(stage, lesson, students.slice(0, 2)), ['4 × 1', '4 × 1'])
})

journey('signing out with unsent entries warns; the next person at the computer neither sees nor sends them', async (stage) => {
  const lesson = await lessonOf(stage, '11Б', 'Геометрия', { ago: 4 })
  const page = await stage.enter('ivanova')
  const column = await openJournal(page, lesson)
  const { places, students } = await freeIn(page, column)
  const [place = 0] = places
  const marks = '**/api/marks.*'
  await page.route(marks, (route) => route.abort())
  await mark(page, column, [place], '5')
  await kept(page, 1)
  const account = page.getByRole('button', { name: /учётная запись$/ })
  await account.click()
  await page.getByRole('button', { name: 'Выйти' }).click()
  const warning = page.getByRole('dialog', { name: 'Выйти, не дождавшись отправки?' })
  await warning.getByText(/^1 запись ждёт связи на этом устройстве/).waitFor()
  await warning.getByRole('button', { name: 'Всё равно выйти' }).click()
  await atTheDoor(page)
  await page.unroute(marks)

  await signIn(page, 'sokolova')
  await page.getByRole('button', { name: 'Всё сохранено' }).click()
  await page.getByRole('dialog').getByText('Всё, что вы ввели, записано в журнал.').waitFor()
  await press(page, 'Escape')
  const own = await openJournal(page, await lessonOf(stage, '5Б', 'Литература', { ago: 1 }))
  const { places: free } = await freeIn(page, own)
  await mark(page, own, free.slice(0, 1), '5')
  await saved(page)
  assert.equal((await marksOf(stage, lesson)).get(students[0]!), undefined)

  await account.click()
  await page.getByRole('button', { name: 'Выйти' }).click()
  await atTheDoor(page)
  await signIn(page, 'ivanova')
  await openJournal(page, lesson)
  await saved(page)
  assert.equal(await column.cell(place).innerText(), '5')
  assert.deepEqual(await written(stage, lesson, students.slice(0, 1)), ['5 × 1'])
})

journey(
  'what is saved stays on the page when no hint of the server comes through, and what is typed next joins it',
  async (stage) => {
    const lesson = await emptied(stage, await lessonOf(stage, '6Б', 'Математика', { ago: 3 }))
    const day = dayAndMonth(lesson.date)
    const page = await stage.enter('ivanova')
    await page.route('**/api/live', (route) => route.abort())
    const column = await openJournal(page, lesson)
    await column.cell(0).click()
    await page.getByRole('button', { name: 'Работа', exact: true }).click()
    await page.getByRole('dialog').getByLabel('Вид работы').selectOption({ label: 'Самостоятельная работа (СР)' })
    await page.getByRole('dialog').getByRole('button', { name: 'Добавить работу' }).click()
    const added = await columnOf(page, new RegExp(`^${day}, самостоятельная работа`))
    await saved(page)
    await mark(page, added, [0], '5')
    await saved(page)
    assert.equal(await added.cell(0).innerText(), '5')

    await page.getByRole('link', { name: 'Темы и задания' }).click()
    for (const [name, text] of [
      [`Тема урока ${day}`, 'Делители и кратные'],
      [`Что сделать дома, задание от ${day}`, 'Решить задачи'],
      [`Страницы, задание от ${day}`, '41'],
      [`Упражнения, задание от ${day}`, '187, 190'],
    ] as const) {
      await page.getByLabel(name).fill(text)
      await press(page, 'Tab')
      await saved(page)
      assert.equal(await page.getByLabel(name).inputValue(), text)
    }
    const [stored] = await stage.rows(
      'select l.topic, h.content, h.pages, h.exercises from lesson l join homework h on h.lesson_id = l.id and not h.removed where l.id = $1',
      [lesson.id],
    )
    assert.deepEqual(stored, { topic: 'Делители и кратные', content: 'Решить задачи', pages: '41', exercises: '187, 190' })
  },
)

/** The dialog «Войдите снова» may flash before it; this is the page of nobody. */
const atTheDoor = (page: Page) => page.getByText('Не помню пароль или логин').waitFor()

async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('Логин').fill(login)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
}

journey('a window that was never opened here waits for the network, and the page around it works on', async (stage) => {
  const lesson = await lessonOf(stage, '11Б', 'Геометрия', { ago: 3 })
  const page = await stage.enter('ivanova')
  await page.route(/assets\/LessonDialog/, (route) => route.abort()) // nor was it fetched beforehand
  const column = await openJournal(page, lesson)
  const { places } = await freeIn(page, column)
  await page.context().setOffline(true)
  await column.head.click()
  await page.getByText('Нет связи. Откроется, как только она вернётся.').first().waitFor()
  await mark(page, column, places.slice(0, 1), '5')
  await kept(page, 1)
  await page.unroute(/assets\/LessonDialog/)
  await page.context().setOffline(false)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Служебная заметка').waitFor()
  const unstyled = page
    .locator('link[rel="stylesheet"]')
    .evaluateAll((links) => links.filter((link) => !(link as HTMLLinkElement).sheet).length)
  assert.equal(await unstyled, 0)
  await saved(page)
})
