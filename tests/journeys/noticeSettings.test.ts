import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journey } from './stage.ts'

const bell = (page: Page) => page.getByRole('button', { name: /^Уведомления/ })
const told = 'Сохранено'

journey(
  'a mother chooses how she is told: by child and kind, at her hour, quiet at night, and on this device when she presses [R043]',
  async (stage) => {
    const page = await stage.enter('petrova', { viewport: 'phone' })
    await bell(page).click()
    await page.getByRole('link', { name: 'Настроить' }).click()
    const marks = page.getByRole('group', { name: /^Отметки, Иван/ })
    await marks.getByRole('button', { name: 'Раз в день' }).click()
    await page.getByText(told).first().waitFor()
    await page
      .getByRole('group', { name: /^Пропуски и опоздания, Иван/ })
      .getByRole('button', { name: 'Не нужно' })
      .focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Сводка за день приходит в').selectOption('20:00')
    await page.getByLabel('Не беспокоить до').selectOption('8:00')
    await page.context().grantPermissions(['notifications'])
    await page.reload()
    await marks.getByRole('button', { name: 'Раз в день', exact: true }).and(page.locator('[aria-current]')).waitFor()
    assert.equal(await page.getByLabel('Сводка за день приходит в').inputValue(), '20')
    assert.equal(await page.getByLabel('Не беспокоить до').inputValue(), '8')
    const other = page.getByRole('group', { name: /^Отметки, Екатерина/ })
    await other.getByRole('button', { name: 'Сразу' }).and(page.locator('[aria-current]')).waitFor()
    assert.deepEqual(
      await stage.rows(
        `select kind, way from notice_choice c join account a on a.person_id = c.person_id where a.login = 'petrova' order by kind`,
      ),
      [
        { kind: 'absences', way: 'off' },
        { kind: 'marks', way: 'daily' },
      ],
    )
    await page.getByRole('button', { name: 'Показывать на этом устройстве' }).click()
    await page.getByRole('button', { name: 'Больше не показывать' }).click()
    await page.getByRole('button', { name: 'Показывать на этом устройстве' }).waitFor()

    const teacher = await stage.enter('sokolova')
    await teacher.getByRole('link', { name: 'Доступ класса' }).click()
    await teacher.getByRole('link', { name: 'Кто из родителей вошёл' }).click()
    await teacher.getByText('Вошли в дневник').first().waitFor()
    const kinds = teacher.getByRole('table', { name: 'О чём сообщают родителям' })
    assert.equal(
      await kinds
        .getByRole('row', { name: /^Отметки/ })
        .getByRole('cell')
        .nth(1)
        .innerText(),
      '1',
    )
    await teacher.getByRole('link', { name: 'Напечатать памятку' }).click()
    await teacher.getByText(/раз в день или не нужно/).waitFor()
  },
)

journey(
  'a deputy head reminds a teacher, takes it back, reminds again; the teacher sees the task, and the bell names the lessons [R005]',
  async (stage) => {
    const deputy = await stage.enter('zavuch')
    await deputy.getByRole('link', { name: 'Заполнение журнала' }).click()
    const row = deputy.getByRole('row', { name: /Соколова Елена/ })
    await row.getByRole('button', { name: /^Напомнить/ }).click()
    await row.getByText('Белова Т. Н.').waitFor()
    await row.getByRole('button', { name: /^Отменить/ }).click()
    await deputy.getByText('Напоминание отменено').first().waitFor()
    await row.getByRole('button', { name: /^Напомнить/ }).click()
    await row.getByText('Белова Т. Н.').waitFor()
    await deputy.getByRole('button', { name: /^Напомнить всем отставшим/ }).click()
    await deputy.getByRole('button', { name: 'Сегодня напомнили всем' }).waitFor()

    await stage.happens(
      `insert into notice (school_id, person_id, kind, source_id, at) select school_id, teacher_id, 'reminder', id, at from reminder where not withdrawn`,
    )
    const teacher = await stage.enter('sokolova')
    await teacher.getByText(/^Вас просят заполнить журнал/).waitFor()
    await bell(teacher).click()
    await teacher.getByRole('heading', { name: 'Сегодня' }).waitFor()
    const line = teacher.getByRole('link', { name: /^Заполните журнал.*просит Белова/ })
    await line
      .getByText(/Русский язык|Литература/)
      .first()
      .waitFor()
    await teacher.getByLabel('Какие уведомления показать').selectOption('Ответы на просьбы')
    await line.waitFor({ state: 'hidden' })
  },
)

journey('what a family asks is a task of the administrator, live, until it is decided [R067] [R072]', async (stage) => {
  const admin = await stage.enter('admin')
  const task = admin.getByRole('link', { name: /^Ответить на просьбы изменить данные/ })
  await task.waitFor()
  const before = Number((await task.innerText()).match(/: (\d+)/)?.[1])
  const mother = await stage.enter('petrova')
  await mother.goto('/me')
  await mother.getByRole('button', { name: 'Сообщить об изменении' }).first().click()
  const dialog = mother.getByRole('dialog')
  await dialog.locator('textarea').fill('Сменили фамилию')
  await dialog.getByRole('button', { name: 'Отправить' }).click()
  await admin.getByRole('link', { name: `Ответить на просьбы изменить данные: ${before + 1}` }).waitFor()
  await task.click()
  await admin.getByRole('heading', { level: 1 }).waitFor()
  await admin.getByText('Сменили фамилию').waitFor()
})
