import assert from 'node:assert/strict'
import { journey } from './stage.ts'

journey(
  'a new student is written beside a mother who is here already, enrolled, and found in her diaries [R034] [R069]',
  async (stage) => {
    const page = await stage.enter('admin')
    await page.goto('/school/people')
    await page.getByRole('button', { name: 'Новый ученик' }).click()
    const dialog = page.getByRole('dialog', { name: 'Новый ученик' })
    await dialog.getByLabel('Фамилия').fill('Петров')
    await dialog.getByLabel('Имя').fill('Тихон')
    await dialog.getByLabel('Отчество').fill('Сергеевич')
    await dialog.getByLabel('Дата рождения').fill('2013-04-02')
    await dialog.getByRole('button', { name: 'Добавить родителя' }).click()
    const mother = dialog.getByRole('region', { name: 'Родитель' })
    await mother.getByLabel('Фамилия').fill('Петрова')
    await mother.getByLabel('Имя').fill('ольга')
    await mother.getByLabel('Отчество').fill('Игоревна')
    await mother.getByRole('button', { name: 'Это тот же человек: Петрова Ольга Игоревна' }).click()
    await dialog.getByRole('button', { name: 'Создать карточку' }).click()
    await page.getByRole('heading', { name: 'Петров Тихон Сергеевич' }).waitFor()
    await page.getByRole('link', { name: 'Петрова Ольга Игоревна' }).waitFor()

    await page.getByRole('button', { name: 'Зачислить в класс' }).click()
    const order = page.getByRole('dialog', { name: 'Зачислить в класс' })
    await order.getByLabel('Класс').selectOption({ label: '7Б' })
    await order.getByLabel('Номер приказа').fill('61-к')
    await order.getByRole('button', { name: 'Зачислить' }).click()
    await page.getByRole('status').getByText('Ученик зачислен').waitFor()

    const family = await stage.enter('petrova')
    await family.goto('/me')
    await family.getByRole('heading', { name: 'Петров Тихон Сергеевич' }).waitFor()
  },
)

journey(
  'a mother tells of a change, the administrator puts it into the card, and she sees that it was done [R067]',
  async (stage) => {
    const family = await stage.enter('petrova')
    await family.goto('/me')
    const son = family.locator('section').filter({ has: family.getByRole('heading', { name: 'Петров Иван Сергеевич' }) })
    await son.getByRole('button', { name: 'Сообщить об изменении' }).click()
    const dialog = family.getByRole('dialog')
    await dialog.getByLabel('СНИЛС').fill('112-233-445 96')
    await dialog.getByText('Контрольное число не сходится').waitFor()
    await dialog.getByLabel('СНИЛС').fill('112-233-445 95')
    await dialog.getByRole('button', { name: 'Отправить' }).click()
    await family.getByRole('status').getByText('Сообщение отправлено').waitFor()

    const page = await stage.enter('admin')
    await page.goto('/school/people/requests')
    const told = page.locator('section').filter({ hasText: '112-233-445 95' })
    await told.getByRole('button', { name: 'Внести в карточку' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Внести в карточку' }).click()
    await page.getByRole('status').getByText('Готово: данные внесены').waitFor()
    const [card] = await stage.rows<{ snils: string }>(
      `select snils from person where surname = 'Петров' and given_name = 'Иван' and patronymic = 'Сергеевич'`,
    )
    assert.equal(card?.snils, '11223344595')

    await family.goto('/me')
    await family.locator('section').filter({ hasText: '112-233-445 95' }).filter({ hasText: 'принято' }).waitFor()
  },
)
