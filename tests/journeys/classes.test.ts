import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import type { Page } from 'playwright-core'
import { journey, type Stage } from './stage.ts'

const classId = async (stage: Stage, name: string) => {
  const [row] = await stage.rows<{ id: string }>(`select id from study_group where kind = 'class' and name = $1`, [name])
  return row!.id
}
const openMenu = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^Действия: ${name}`) }).click()
const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Сообщения' }).getByText(text).waitFor()

journey('a new student is enrolled, moved to the other class, and the slip is taken back [R092] [R093] [R095]', async (stage) => {
  await stage.happens(
    `insert into person (school_id, id, surname, given_name, patronymic, sex) values (1, $1, 'Ящеров', 'Глеб', 'Андреевич', 'm')`,
    [randomUUIDv7()],
  )
  const page = await stage.enter('admin')
  await page.goto(`/school/classes/${await classId(stage, '7А')}`)
  await page.getByRole('button', { name: 'Зачислить' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Кого').fill('ящер')
  await dialog.getByRole('button', { name: /Ящеров Глеб/ }).click()
  await dialog.getByLabel('Приказ №').fill('101-к')
  await dialog.getByLabel('Откуда прибыл').fill('Гимназия № 2')
  await dialog.getByRole('button', { name: 'Зачислить' }).click()
  await said(page, /Зачисление записано: Ящеров/)

  await openMenu(page, 'Ящеров')
  await page.getByRole('button', { name: 'Перевести в другой класс' }).click()
  await dialog.getByLabel('Класс', { exact: true }).selectOption({ label: '7Б' })
  await dialog.getByLabel('В новом классе с').fill('2026-11-23')
  await dialog.getByLabel('Приказ №').fill('102-к')
  await dialog.getByRole('button', { name: 'Перевести' }).click()
  await said(page, /Перевод записан: Ящеров/)

  await page.goto('/school/movement')
  await page.getByLabel('По', { exact: true }).fill('2026-11-30')
  await page.getByRole('searchbox').fill('ящеров')
  const lines = page.getByRole('row').filter({ hasText: 'Ящеров' })
  await lines.filter({ hasText: '102-к' }).waitFor()
  assert.equal(await lines.count(), 2)
  await lines.filter({ hasText: '102-к' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Отменить запись' }).click()
  await dialog.getByRole('button', { name: 'Отменить запись' }).click()
  await lines.filter({ hasText: '102-к' }).getByText('отменено').waitFor()
  const [stay] = await stage.rows<{ name: string; to: string | null }>(
    `select g.name, e.to_date as "to" from enrolment e join study_group g on g.id = e.group_id join person p on p.id = e.student_id
     where p.surname = 'Ящеров' and g.kind = 'class' and not e.cancelled`,
  )
  assert.deepEqual(stay, { name: '7А', to: null })
})

journey('subgroups: proposed from a phone, moved by the keyboard, approved by the deputy [R096] [R097]', async (stage) => {
  const homeroom = await stage.enter('sokolova', { viewport: 'phone' })
  await homeroom.goto('/classes')
  await homeroom.getByRole('link', { name: 'Карточка класса' }).click()
  await homeroom.getByLabel('Предмет').selectOption({ label: 'Алгебра' })
  await homeroom.getByRole('button', { name: 'Разделить на подгруппы' }).click()
  await homeroom.getByText('Состав подгрупп утверждает администратор или завуч').waitFor()
  await homeroom.getByRole('button', { name: 'Разложить' }).click()
  const first = homeroom.getByRole('button', { name: /^Переместить/ }).first()
  const moved = (await first.getAttribute('aria-label'))!.replace('Переместить: ', '')
  await first.click()
  await homeroom.getByRole('button', { name: 'В «алгебра, 2»' }).click()
  await homeroom.getByRole('region', { name: 'алгебра, 2' }).getByText(moved).waitFor()
  await homeroom.getByRole('button', { name: 'Предложить' }).click()
  await homeroom.getByText(/ждёт решения/).waitFor()

  const deputy = await stage.enter('zavuch')
  await deputy.goto('/school/classes?view=proposals')
  await deputy.getByRole('button', { name: 'Утвердить' }).click()
  await deputy.getByRole('dialog').getByRole('button', { name: 'Утвердить' }).click()
  await said(deputy, 'Подгруппы утверждены')
  await deputy.goto(`/school/classes/${await classId(stage, '7Б')}`)
  await deputy.getByRole('listitem').filter({ hasText: 'Алгебра' }).getByRole('link', { name: 'Изменить' }).click()
  const second = deputy.getByRole('region', { name: 'алгебра, 2' })
  await second.getByText(moved).waitFor()
  await deputy.locator('[data-student]').filter({ hasText: moved }).focus()
  await deputy.keyboard.press('ArrowLeft')
  await deputy.getByRole('region', { name: 'алгебра, 1' }).getByText(moved).waitFor()
  await deputy.getByRole('button', { name: 'Сохранить подгруппы' }).click()
  await said(deputy, 'Подгруппы сохранены')
})
