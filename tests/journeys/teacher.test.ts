import assert from 'node:assert/strict'
import { averages, columnOf, emptied, lessonOf, marksOf, names, openJournal, press, saved, told, watchHands } from './journal.ts'
import { journey, type Stage, TODAY } from './stage.ts'

journey(
  'marks for a whole class cost two clicks and one key a student; averages move at once and are the server’s',
  async (stage) => {
    const lesson = await emptied(stage, await lessonOf(stage, '11Б', 'Алгебра'))
    const page = await stage.enter('ivanova')
    const hands = await watchHands(page)
    await page.getByRole('listitem').filter({ hasText: 'каб.' }).getByRole('link', { name: '11Б Алгебра' }).click()
    const today = await columnOf(page, /^20 ноября/)
    const before = await averages(page)
    await today.cell(0).click()

    const marks = before.map((_, i) => '5445345354'[i % 10]!)
    assert.ok(marks.length >= 24, 'a whole class')
    await press(page, ...marks)
    assert.deepEqual(await today.texts(), marks)
    assert.deepEqual(await hands(), { keys: marks.length, clicks: 2 })
    const typed = await averages(page)
    assert.ok(typed.filter((text, i) => text !== before[i]).length > 15, 'averages stand still')

    await saved(page)
    const stored = await marksOf(stage, lesson)
    assert.deepEqual(
      (await names(page)).map((name) => stored.get(name)),
      marks,
    )
    await page.reload()
    await page.getByRole('grid').waitFor()
    assert.deepEqual(await averages(page), typed)
    assert.deepEqual(typed, await averagesByDatabase(stage, lesson.courseId))
  },
)

journey('a whole lesson by keyboard: roll call, topic, homework, marks [R126] [R128] [R129] [R132]', async (stage, tell) => {
  const lesson = await emptied(stage, await lessonOf(stage, '8Б', 'Алгебра'))
  const page = await stage.enter('ivanova')
  const link = page.getByRole('link', { name: '8Б Алгебра' }).first()
  await press(page, 'Tab')
  for (let i = 0; i < 40 && !(await link.evaluate((element) => element === document.activeElement)); i++) await press(page, 'Tab')
  const started = Date.now()
  await press(page, 'Enter')
  const today = await columnOf(page, /^20 ноября/)
  for (let i = 0; i < 60 && (await page.evaluate(() => document.activeElement?.getAttribute('role'))) !== 'gridcell'; i++)
    await press(page, 'Tab')
  const [first = '', second = '', ...rest] = await names(page)

  // Everybody is there; then one has gone to the nurse and one comes late.
  await press(page, 'Alt+ArrowDown')
  await page.getByRole('button', { name: 'Провести перекличку' }).press('Enter')
  await page.getByRole('button', { name: 'Все присутствуют' }).press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await today.cell(0).focus()
  await press(page, 'Alt+ArrowDown')
  await page.getByText('Перекличка проведена').waitFor()
  await page.getByRole('button', { name: 'Провести перекличку' }).press('Enter')
  const roll = page.getByRole('dialog', { name: /^Перекличка/ })
  await roll.getByRole('group', { name: first }).getByRole('button').first().focus()
  await press(page, 'н', 'о')
  await roll.getByLabel(`${second}, опоздание в минутах`).fill('10')
  await roll.getByRole('button', { name: `Записать: на месте ${rest.length}, отмечено 2` }).press('Enter')
  await roll.waitFor({ state: 'detached' })
  assert.equal(await today.cell(first).innerText(), 'н')
  assert.equal(await today.cell(second).innerText(), 'оп')

  await page.getByRole('link', { name: 'Темы и задания' }).press('Enter')
  await page.getByLabel('Тема урока 20 ноября').fill('Квадратные неравенства')
  for (const [field, text] of [
    ['Что сделать дома', 'Решить неравенства методом интервалов'],
    ['Страницы', '84–87'],
    ['Упражнения', '12.4 (а, б), 12.7'],
    ['Минут', '30'],
  ] as const)
    await page.getByLabel(`${field}, задание от 20 ноября`).fill(text)
  await press(page, 'Tab')

  await page.getByRole('link', { name: 'Отметки', exact: true }).press('Enter')
  await page.getByRole('grid').waitFor()
  await today.cell(2).focus()
  await press(page, ...rest.map((_, i) => '5434'[i % 4]!))
  await saved(page)
  tell(`the whole lesson of ${rest.length + 2} students: ${((Date.now() - started) / 1000).toFixed(1)} s of simulated typing`)

  const [stored] = await stage.rows(
    `select l.topic, l.roll_called_at is not null as called, h.content, h.pages, h.exercises, h.minutes,
       (select array_agg(a.code || coalesce(' ' || a.minutes, '') order by a.code) from absence a where a.lesson_id = l.id and a.code is not null) as absences,
       (select count(*)::int from mark m where m.work_id = $2 and m.values <> '{}') as marks
     from lesson l join homework h on h.lesson_id = l.id and not h.removed where l.id = $1`,
    [lesson.id, lesson.workId],
  )
  assert.deepEqual(stored, {
    topic: 'Квадратные неравенства',
    called: true,
    content: 'Решить неравенства методом интервалов',
    pages: '84–87',
    exercises: '12.4 (а, б), 12.7',
    minutes: 30,
    absences: ['absent', 'late 10'],
    marks: rest.length,
  })
  await page.goto('/')
  await page.getByText('Квадратные неравенства').waitFor()
})

journey('Ctrl+Z takes back the last entry, Ctrl+Y brings it again, «/» adds a second mark', async (stage) => {
  const lesson = await emptied(stage, await lessonOf(stage, '6Б', 'Математика'))
  const page = await stage.enter('ivanova')
  const today = await openJournal(page, lesson)
  await today.cell(0).click()
  await press(page, '5', '4', '/', '3')
  assert.deepEqual((await today.texts()).slice(0, 3), ['5', '4/3', ''])
  await press(page, 'Control+z')
  assert.deepEqual((await today.texts()).slice(0, 2), ['5', '4'])
  await told(page, 'Отменено: 1 клетка')
  await press(page, 'Control+z', 'Control+z')
  assert.deepEqual((await today.texts()).slice(0, 2), ['', ''])
  await press(page, 'Control+y', 'Control+y')
  await press(page, 'Control+Shift+z')
  assert.deepEqual((await today.texts()).slice(0, 3), ['5', '4/3', ''])
  await saved(page)
  assert.deepEqual([...(await marksOf(stage, lesson)).values()].sort(), ['4/3', '5'])
})

journey(
  'a mark for a missed topic stands beside the absence, with its protocol [R143]; the story of the cell tells who and when [R053]',
  async (stage) => {
    const lesson = await lessonOf(stage, '6Б', 'Математика', { ago: 1 })
    const page = await stage.enter('ivanova')
    const column = await openJournal(page, lesson)
    const free = (await column.texts()).indexOf('')
    const cell = column.cell(free)
    await cell.click()
    await press(page, 'н', 'ArrowUp', '5', 'ArrowUp')
    assert.equal(await cell.innerText(), 'н/5')
    await press(page, 'Alt+Enter')
    const panel = page.getByRole('complementary', { name: 'Сведения о клетке' })
    await panel.getByLabel('Основание').fill('Протокол № 7 от 19.11.2026')
    await panel.getByLabel('Пояснение к отметке').fill('Тему сдал устно')
    await press(page, 'Tab')
    await saved(page)
    const history = panel.getByRole('listitem')
    await history.filter({ hasText: 'Протокол № 7' }).first().waitFor()
    await history.filter({ hasText: 'пусто → н (посещаемость)' }).waitFor()
    for (const entry of await history.allInnerTexts()) assert.match(entry, /Иванова М\. А\., .*\d\d:\d\d$/)
    await press(page, 'Escape')
    assert.equal(await cell.innerText(), 'н/5')
    await cell.hover()
    const [stored] = await stage.rows(
      `select m.values, m.basis, m.comment, a.code from mark m join work w on w.id = m.work_id
     join absence a on a.lesson_id = w.lesson_id and a.student_id = m.student_id where m.work_id = $1 and m.basis <> ''`,
      [lesson.workId],
    )
    assert.deepEqual(stored, { values: [5], basis: 'Протокол № 7 от 19.11.2026', comment: 'Тему сдал устно', code: 'absent' })
  },
)

journey(
  'a column with names from a spreadsheet goes to the students so called, «е» as «ё», after a look at it',
  async (stage) => {
    const lesson = await lessonOf(stage, '7Б', 'Геометрия', { ago: 2 })
    const page = await stage.enter('ivanova')
    const column = await openJournal(page, lesson)
    const all = await names(page)
    const yo = all.find((name) => name.includes('ё')) ?? ''
    assert.ok(yo, 'nobody with «ё» in 7Б')
    const other =
      all.find((name) => name !== yo && all.filter((one) => one.split(' ')[0] === name.split(' ')[0]).length === 1) ?? ''
    const table = [
      `Ученик\tОтметка`,
      `${yo.replaceAll('ё', 'е')}\t5`,
      `${other.split(' ')[0]}\t4`,
      `Незнакомцев Иван\t3`,
      `${all.at(-1)}\tпять`,
    ].join('\n')
    await column.cell(0).click()
    await paste(page, table)
    const dialog = page.getByRole('dialog', { name: 'Вставка из таблицы' })
    await dialog.getByText('Будет заполнено: 2 клетки. Не получится вставить: 2, они отмечены красным.').waitFor()
    await dialog.getByRole('row').filter({ hasText: 'Незнакомцев' }).getByText('такого ученика нет').waitFor()
    await dialog
      .getByRole('row')
      .filter({ hasText: yo.replaceAll('ё', 'е') })
      .getByText(yo, { exact: true })
      .waitFor()
    await dialog.getByRole('button', { name: 'Вставить 2 клетки' }).waitFor()
    await press(page, 'Enter')
    await told(page, 'Вставлено: 2 клетки')
    assert.match(await column.cell(yo).innerText(), /5$/)
    assert.match(await column.cell(other).innerText(), /4$/)
    await saved(page)
  },
)

journey('a block of cells is copied, pasted and cleared as in a spreadsheet', async (stage) => {
  const page = await stage.enter('ivanova')
  const earlier = await openJournal(page, await lessonOf(stage, '8Б', 'Геометрия', { ago: 1 }))
  await earlier.cell(0).click()
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Delete')
  await paste(page, '5\t4\nн\t3\n4/5\t')
  await told(page, /^Вставлено/)
  assert.deepEqual((await earlier.texts()).slice(0, 3), ['5', 'н', '4/5'])
  await press(page, 'Control+c')
  await told(page, 'Скопировано: 6 клеток')
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^5\t4\nн\t3\n4\/5\t/)
  await saved(page)
})

journey('one mark fills the column of those who were there; those who were not keep their absence', async (stage) => {
  const lesson = await emptied(stage, await lessonOf(stage, '7Б', 'Геометрия'))
  const page = await stage.enter('ivanova')
  const today = await openJournal(page, lesson)
  await today.cell(1).click()
  await press(page, 'б')
  await today.head.click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('group', { name: /^Заполнить колонку/ })
    .getByRole('button', { name: /^4/ })
    .click()
  const class26 = (await names(page)).length
  await page
    .getByText(`Заполнено: ${class26 - 1}`)
    .first()
    .waitFor()
  await press(page, 'Escape')
  const texts = await today.texts()
  assert.equal(texts[1], 'б')
  assert.equal(texts.filter((text) => text === '4').length, class26 - 1)
  await saved(page)
})

journey('a control work needs its topic and becomes a column of its own [R124]', async (stage) => {
  const lesson = await lessonOf(stage, '8Б', 'Вероятность и статистика', { ago: 0 })
  const page = await stage.enter('ivanova')
  const column = await openJournal(page, lesson)
  await column.cell(0).click()
  await page.getByRole('button', { name: 'Работа', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Вид работы').selectOption({ label: 'Контрольная работа (КР)' })
  await dialog.getByRole('button', { name: 'Добавить работу' }).click()
  await dialog.getByText('У контрольной, практической и лабораторной работы должна быть тема.').waitFor()
  await dialog.getByLabel('Тема работы').fill('Случайные события')
  await dialog.getByRole('button', { name: 'Добавить работу' }).first().click()
  const control = await columnOf(page, /контрольная работа, Случайные события/)
  await control.cell(0).click()
  await press(page, '5')
  await saved(page)
  const [stored] = await stage.rows(
    `select t.name, w.title, m.values from work w join work_type t on t.id = w.work_type_id join mark m on m.work_id = w.id where w.lesson_id = $1 and w.title = 'Случайные события'`,
    [lesson.id],
  )
  assert.deepEqual(stored, { name: 'Контрольная работа', title: 'Случайные события', values: [5] })
})

/** Σ(mark · weight) / Σ weight by the database alone, as it is shown: «4,57». */
async function averagesByDatabase(stage: Stage, courseId: string): Promise<string[]> {
  const rows = await stage.rows<{ average: string | null }>(
    `select round((select sum(v * w.weight)::numeric / nullif(sum(w.weight), 0)
       from mark m join work w on w.id = m.work_id join lesson l on l.id = w.lesson_id, unnest(m.values) v
       where l.course_id = c.id and m.student_id = p.id and not w.removed and l.date between t.from_date and t.to_date), 2) as average
     from course c join study_group g on g.id = c.group_id
     join enrolment e on e.group_id = g.id and e.to_date is null join person p on p.id = e.student_id
     join term t on g.grade between t.from_grade and t.to_grade and $2 between t.from_date and t.to_date
     where c.id = $1 order by p.surname collate "ru-x-icu", p.given_name collate "ru-x-icu"`,
    [courseId, TODAY],
  )
  return rows.map(({ average }) => (average ?? '').replace('.', ','))
}

async function paste(page: Awaited<ReturnType<Stage['enter']>>, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
  await press(page, 'Control+v')
}
