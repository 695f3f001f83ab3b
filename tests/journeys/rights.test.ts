import assert from 'node:assert/strict'
import { barriersOf } from './barriers.ts'
import { journey } from './stage.ts'

journey('the head gives the deputies a right and takes it back; who lost it is told by the page [R042]', async (stage) => {
  const deputy = await stage.enter('zavuch')
  await deputy.goto('/school/people')
  await deputy.getByRole('heading', { name: 'Люди', level: 1 }).waitFor()
  const add = deputy.getByRole('button', { name: 'Новый ученик' })
  assert.equal(await add.count(), 0)

  const head = await stage.enter('director')
  await head.goto('/school/roles?view=rights')
  await head.getByLabel('Найти право').fill('заводить')
  const cell = head.getByRole('button', { name: /^Заводить карточки новых людей, Заместители директора/ })
  assert.match((await cell.textContent())!, /не могут/)
  await cell.focus()
  await head.keyboard.press('ArrowRight')
  await head.keyboard.press('ArrowLeft')
  await head.keyboard.press('Enter')
  const dialog = head.getByRole('dialog')
  await dialog.getByText(/Заместители директора \(\d+ чел.*\) смогут/).waitFor()
  await dialog.getByLabel('Номер приказа').fill('17-р')
  await dialog.getByRole('button', { name: 'Разрешить' }).click()
  await head.getByText('изменено школой').first().waitFor()
  await add.first().waitFor() // without a reload: the page hears of it

  await head.getByRole('button', { name: /^Заводить карточки новых людей, Администраторы журнала/ }).click()
  await dialog.getByText('иначе школой некому управлять').waitFor()
  await head.keyboard.press('Escape')
  assert.deepEqual(await barriersOf(head, 'права'), [])

  await cell.click()
  await dialog.getByRole('button', { name: 'Вернуть как было' }).click()
  await head.getByText('Заместители директора: запрещено «Заводить карточки новых людей»').waitFor({ state: 'attached' })
  await add.first().waitFor({ state: 'detached' })
})
