import assert from 'node:assert/strict'
import { journey, type Stage } from './stage.ts'

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

journey('a day off for the whole school is undone at once, its lessons with it [R075]', async (stage) => {
  const page = await stage.enter('zavuch')
  await page.goto(`${stage.address}/school/year`)
  await page.getByRole('button', { name: 'Добавить', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Особые дни' })
  await dialog.getByLabel('Что происходит').selectOption('holiday')
  await dialog.getByLabel('Как назвать в дневниках').fill('День города')
  await dialog.getByLabel('Кого касается').selectOption({ label: 'Вся школа' })
  await dialog.getByLabel('Первый день').fill('2026-12-07')
  await dialog.getByLabel('Последний день').fill('2026-12-07')
  await dialog.getByText(/В эти дни стоит \d+ урок/).waitFor()
  await dialog.getByLabel('Отменить уроки этих дней').check()
  await dialog.getByRole('button', { name: 'Добавить' }).click()
  const day = page.getByRole('listitem').filter({ hasText: 'День города' })
  await day.waitFor()
  const cancelled = async () => {
    const [row] = await stage.rows<{ n: number }>(`select count(*)::int as n from lesson where date = '2026-12-07' and cancelled`)
    return row!.n
  }
  const before = await cancelled()
  assert.ok(before > 80, `${before} cancelled`)
  await page.getByRole('button', { name: 'Отменить', exact: true }).click()
  await day.waitFor({ state: 'detached' })
  assert.equal(await cancelled(), 0)
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
  await deputy.getByText('Внести расписание уроков на учебный год').waitFor()
})

type Pupil = { id: string; name: string }
const pupilsOf = (stage: Stage, name: string, year: string) =>
  stage.rows<Pupil>(
    `select p.id, p.surname || ' ' || p.given_name as name from study_group g join school_year y on y.id = g.school_year_id
       join enrolment e on e.group_id = g.id and not e.cancelled and coalesce(e.to_date, 'infinity') >= y.to_date join person p on p.id = e.student_id
     where g.kind = 'class' and g.name = $1 and y.name = $2 order by p.surname, p.given_name`,
    [name, year],
  )

// The last of all: afterwards nobody is where they were.
journey(
  'the school is promoted: one is kept for another year, one goes on with a debt, two grades finish [R070, R095]',
  async (stage) => {
    const [retained, owing] = (await pupilsOf(stage, '7А', '2026/27')) as [Pupil, Pupil]
    const ninth = await pupilsOf(stage, '9А', '2026/27')
    const page = await stage.enter('zavuch')
    await page.goto('/school/classes')
    await page.getByRole('link', { name: 'Перевести в следующий класс' }).click()
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('checkbox', { name: `Перевести ${name}` }) })
    await row('7А').getByRole('button', { name: 'Кто не со всеми' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(`Что дальше: ${retained.name}`).selectOption({ label: 'остаётся на повторное обучение' })
    assert.equal(await dialog.getByLabel(`Класс для ученика ${retained.name}`).locator('option:checked').innerText(), '7А')
    await dialog.getByLabel(`Что дальше: ${owing.name}`).selectOption({ label: 'переводится условно' })
    const debt = 'задолженность по алгебре, ликвидировать до 15.10.2027'
    await dialog.getByRole('listitem').filter({ hasText: owing.name }).getByLabel('Основание').fill(debt)
    await dialog.getByRole('button', { name: 'Готово' }).click()
    await page.getByLabel('Приказ №').fill('88')
    await page.getByLabel('от', { exact: true }).fill('2027-05-25')
    await page.getByRole('button', { name: /^Перевести \d+ класс/ }).click()
    await dialog.getByText(/перейдут условно: 1, останутся на повторное обучение: 1, окончат школу: \d+/).waitFor()
    await dialog.getByRole('button', { name: 'Перевести' }).click()
    await page.getByText(/Всё уже переведено/).waitFor()
    // Who has finished school is counted among whom the class had.
    const left = await page.getByRole('row').filter({ hasText: /^9А/ }).getByRole('cell').allInnerTexts()
    assert.ok(left.includes(`0 из ${ninth.length}`), left.join(' | '))

    // The new year: lists, and the book with the orders and the debt.
    const names = async (name: string) => (await pupilsOf(stage, name, '2027/28')).map((one) => one.name)
    assert.ok((await names('7А')).includes(retained.name))
    assert.ok((await names('8А')).includes(owing.name) && !(await names('8А')).includes(retained.name))
    await page.getByRole('link', { name: 'Классы 2027/28 учебного года' }).click()
    await page.getByRole('row', { name: /^8А/ }).waitFor()
    assert.equal(await page.getByRole('row', { name: /^10/ }).count(), 0, 'grade 10 is enrolled anew')
    await page.goto('/school/movement')
    await page.getByLabel('С', { exact: true }).fill('2027-09-01')
    await page.getByLabel('По', { exact: true }).fill('2027-09-01')
    await page.getByRole('searchbox').fill(owing.name)
    const line = page.getByRole('row').filter({ hasText: owing.name })
    await line.getByText('Условный перевод').waitFor()
    assert.match((await line.innerText()).replaceAll(/\s+/g, ' '), new RegExp(`№ 88 от 25.05.2027 ${debt}`))

    // This year is as it was: the diary of a family, the journal of the class, each with its list.
    const student = await stage.enter('petrov')
    await student.goto('/diary/week/2026-11-16')
    await student.getByRole('heading', { name: 'Русский язык', exact: true }).first().waitFor()
    const [course] = await stage.rows<{ id: string }>(
      `select c.id from course c join study_group g on g.id = c.group_id join subject s on s.id = c.subject_id join school_year y on y.id = g.school_year_id
     where g.name = '7А' and s.name = 'Русский язык' and y.name = '2026/27'`,
    )
    await page.goto(`/journal/${course!.id}`)
    for (const one of [retained, owing]) await page.getByRole('rowheader', { name: one.name }).waitFor()
  },
)
