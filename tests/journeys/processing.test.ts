import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { button, dialog, walk } from './barriers.ts'
import { journey } from './stage.ts'

const card = (page: Page, heading: string | RegExp) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading }) })

journey(
  'the register of processing: where data lie, a measure, a purpose of the school’s own, on paper too [R060]',
  async (stage) => {
    const admin = await stage.enter('admin')
    await admin.goto('/school/processing')
    const lacks = admin.getByText('Не указан адрес, где стоит сервер с базой данных')
    await lacks.click()
    await admin.getByLabel('Адрес, где стоит сервер').fill('г. Заречный, ул. Мира, 7')
    await admin.getByLabel('Кто держит сервер').fill('школа')
    await admin.getByLabel('Уровень по постановлению № 1119').selectOption('УЗ-4')
    await admin.getByRole('button', { name: 'Сохранить' }).click()
    await admin.getByText('Сохранено').first().waitFor()

    await admin.getByRole('link', { name: 'Меры защиты' }).click()
    await admin.getByRole('button', { name: 'Отметить: Антивирус' }).click()
    await admin.getByLabel('Документ').fill('приказ № 12 от 01.09.2026')
    await admin.getByRole('button', { name: 'Сохранить' }).click()
    await admin.getByText('20.11.2026, приказ № 12 от 01.09.2026').waitFor()

    await admin.getByRole('link', { name: 'Цели', exact: true }).click()
    await lacks.waitFor({ state: 'detached' })
    const learning = card(admin, /Ведение электронного журнала/)
    await learning.getByText('классный руководитель — свой класс', { exact: false }).waitFor()
    await learning.getByRole('button', { name: /Изменить/ }).click()
    await admin.getByLabel('Передаются ли данные другим').selectOption('не передаются')
    await admin.getByRole('button', { name: 'Сохранить' }).click()
    await learning.getByText('не передаются').waitFor()
    await admin.getByRole('button', { name: 'Добавить цель' }).click()
    await admin.getByLabel('Название цели').fill('Питание в столовой')
    await admin.getByRole('button', { name: 'Сохранить' }).click()
    await card(admin, /Питание в столовой/).waitFor()

    await admin.getByRole('link', { name: 'Уведомление' }).click()
    await admin.getByText('Россия, г. Заречный, ул. Мира, 7').waitFor()
    const pdf = await admin.request.get('/api/print/processing/register')
    assert.deepEqual([pdf.status(), pdf.headers()['content-type']], [200, 'application/pdf'])
  },
)

journey(
  'a mother is asked once to look at the data of her children, and asks what is kept; the school has a term [R060] [R066] [R067]',
  async (stage) => {
    const mother = await stage.enter('petrova', { viewport: 'phone' })
    const check = card(mother, 'Проверьте свои данные')
    await check.getByRole('button', { name: /Всё верно: Петров Иван/ }).click()
    await check.getByText('Петров Иван Сергеевич').waitFor({ state: 'detached' })
    await check.getByText('Петрова Екатерина').first().waitFor()

    await mother.goto('/me/processing')
    await card(mother, 'Петров Иван Сергеевич').getByText('отметки и пояснения к ним', { exact: false }).waitFor()
    await mother.getByRole('button', { name: 'Запросить сведения: Петров Иван Сергеевич' }).click()
    await mother.getByLabel('Что именно').fill('Кто видел отметки? Звоните: 8 912 345-67-89')
    await mother.getByRole('button', { name: 'Отправить' }).click()
    await mother.getByText('номер телефона', { exact: false }).waitFor()
    await mother.getByLabel('Что именно').fill('Кто видел отметки?')
    await mother.getByRole('button', { name: 'Отправить' }).click()
    await mother.getByText('Отправлено').first().waitFor()
    await mother.goto('/me')
    await mother.getByText('Школа ответит до 04.12.2026').waitFor()

    const [teacher, admin] = await Promise.all([stage.enter('sokolova'), stage.enter('admin')])
    await teacher.goto('/school/people/checks')
    await teacher.getByText('семья: Петрова Ольга Игоревна', { exact: false }).waitFor()
    await admin.goto('/school/people/requests')
    await admin.getByText('Ответить до 04.12.2026', { exact: false }).waitFor()
  },
)

journey('no page of the register stops a person with poor sight, a keyboard or a small phone [R060]', async (stage) => {
  const [admin, mother] = await Promise.all([stage.enter('admin'), stage.enter('petrova')])
  const at = (page: Page, path: string, text: string) => async () => [
    await page.goto(path),
    await page.getByText(text, { exact: false }).first().waitFor(),
  ]
  await walk(admin, [
    ['purposes', at(admin, '/school/processing', 'Ведение электронного журнала')],
    ['a purpose', async () => [await button(admin, 'Добавить цель'), await dialog(admin)]],
    ['operator', at(admin, '/school/processing/operator', 'Где хранится')],
    ['measures', at(admin, '/school/processing/measures', 'Делает школа')],
    ['a measure', async () => [await button(admin, /^(Отметить|Изменить): Антивирус/), await dialog(admin)]],
    ['notice', at(admin, '/school/processing/notice', 'Правовое основание')],
  ])
  await walk(mother, [
    ['what is kept', at(mother, '/me/processing', 'Ваши права')],
    ['a request', async () => [await button(mother, /^Запросить сведения: Петрова Екатерина/), await dialog(mother)]],
    ['the card of the check', at(mother, '/me', 'Проверьте свои данные')],
  ])
})
