import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import type { Page } from 'playwright-core'
import { lessonOf, press } from './journal.ts'
import { journey, PASSWORD } from './stage.ts'

const search = async (page: Page, text: string) => {
  await page.getByRole('searchbox', { name: 'Фамилия, имя или логин' }).fill(text)
}
const personIn = (page: Page, nameOrLogin: string) => page.getByRole('row').filter({ hasText: nameOrLogin })

/** What stands on the slip, once it is shown. */
async function readSlip(page: Page): Promise<{ login: string; password: string }> {
  const slip = page.getByRole('dialog', { name: 'Одноразовый пароль' })
  await slip.waitFor()
  const [, login = '', password = ''] = await slip.getByRole('definition').allInnerTexts()
  assert.ok(password.length >= 8, 'a one-time password is not to be guessed')
  await slip.getByRole('button', { name: 'Готово' }).click()
  return { login, password }
}

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Логин').fill(login)
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Войти' }).click()
}

journey('the administrator finds «Киселёва» by «киселева», whoever it is', async (stage) => {
  const page = await stage.enter('admin')
  await page.goto('/accounts')
  await search(page, 'киселев')
  await personIn(page, 'Киселёв Денис').waitFor()
  const found = await page.getByRole('table').getByRole('rowheader').allInnerTexts()
  const [expected] = await stage.rows<{ n: number }>(`select count(*)::int as n from person where surname like 'Киселёв%'`)
  assert.equal(found.length, expected!.n)
  for (const name of found) assert.match(name, /^Киселёв/)
})

journey(
  'a newcomer gets an account: the one-time password opens the door once and must be replaced [R034] [R037]',
  async (stage) => {
    const personId = randomUUIDv7()
    await stage.happens(
      `insert into person (school_id, id, surname, given_name, patronymic, sex) values (1, $1, 'Ёжикова', 'Алёна', 'Юрьевна', 'f')`,
      [personId],
    )
    await stage.happens(
      `insert into staff (school_id, id, person_id, position, from_date) values (1, $1, $2, 'учитель физики', '2026-11-01')`,
      [randomUUIDv7(), personId],
    )
    const page = await stage.enter('admin')
    await page.goto('/accounts')
    await search(page, 'ежикова')
    const row = personIn(page, 'Ёжикова')
    await row.getByText('нет учётной записи').waitFor()
    await row.getByRole('button', { name: /^Создать/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Создать' }).click()
    const { login, password } = await readSlip(page)
    await row.getByText(login).waitFor()
    assert.equal(await page.getByText(password).count(), 0)

    const newcomer = await stage.visit()
    await newcomer.goto('/')
    await signIn(newcomer, login, password)
    await newcomer.getByRole('heading', { name: 'Придумайте свой пароль' }).waitFor()
    await newcomer.goto('/journals')
    await newcomer.getByRole('heading', { name: 'Придумайте свой пароль' }).waitFor()
    if (await newcomer.getByLabel('Одноразовый пароль').count()) await newcomer.getByLabel('Одноразовый пароль').fill(password)
    await newcomer.getByLabel('Новый пароль').fill('ёжик в тумане')
    await newcomer.getByRole('button', { name: 'Сохранить и продолжить' }).click()
    await newcomer.getByRole('button', { name: 'Принимаю условия' }).click()
    await newcomer.getByRole('navigation', { name: 'Разделы' }).waitFor()
    const again = await stage.visit()
    await again.goto('/')
    await signIn(again, login, password)
    await again.getByText('Неверный логин или пароль').waitFor()
  },
)

journey(
  'a new password for a parent ends the old sign-ins; the one-time one leads to a password of her own [R037]',
  async (stage) => {
    const [parent] = await stage.rows<{ login: string }>(
      `select a.login from account a join guardian_of o on o.guardian_id = a.person_id join enrolment e on e.student_id = o.student_id join study_group g on g.id = e.group_id where g.name = '2Б' order by a.login limit 1`,
    )
    const [at, page] = await Promise.all([stage.enter(parent!.login, { viewport: 'phone' }), stage.enter('admin')])
    await page.goto('/accounts')
    await search(page, parent!.login)
    await personIn(page, parent!.login)
      .getByRole('button', { name: /^Новый пароль/ })
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Выдать пароль' }).click()
    const { password } = await readSlip(page)
    await at.getByRole('dialog', { name: 'Войдите снова' }).waitFor()
    await at.getByLabel('Пароль', { exact: true }).fill(password)
    await at.getByRole('button', { name: 'Войти' }).click()
    await at.getByRole('heading', { name: 'Придумайте свой пароль' }).waitFor()
    await at.getByLabel('Новый пароль').fill('три слова подряд')
    await at.getByRole('button', { name: 'Сохранить и продолжить' }).click()
    await at.getByRole('navigation', { name: 'Разделы' }).waitFor()
  },
)

journey('closing access ends the open session at once and lets nobody in until it is opened again', async (stage) => {
  const [teacher, page] = await Promise.all([stage.enter('titova.ei'), stage.enter('admin')])
  await page.goto('/accounts')
  await search(page, 'titova.ei')
  const row = personIn(page, 'titova.ei')
  const choose = async (action: string) => {
    await row.getByRole('button', { name: /^Другие действия/ }).click()
    await row.getByRole('button', { name: action }).click()
  }
  await choose('Закрыть доступ')
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть доступ' }).click()
  await teacher.getByRole('dialog', { name: 'Войдите снова' }).waitFor()
  await row.getByText('доступ закрыт').waitFor()
  await teacher.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await teacher.getByRole('button', { name: 'Войти' }).click()
  await teacher.getByRole('dialog').getByText('Учётная запись закрыта. Обратитесь к администратору школы.').waitFor()
  await choose('Открыть доступ')
  await page.getByRole('dialog').getByRole('button', { name: 'Открыть доступ' }).click()
  await row.getByText('доступ закрыт').waitFor({ state: 'detached' })
  await teacher.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await teacher.getByRole('button', { name: 'Войти' }).click()
  await teacher.getByRole('dialog', { name: 'Войдите снова' }).waitFor({ state: 'detached' })
})

journey('the administrator keeps the accounts and opens no journal, no diary, no mark', async (stage) => {
  const lesson = await lessonOf(stage, '7Б', 'Геометрия', { ago: 4 })
  const [student] = await stage.rows<{ id: string }>(
    'select student_id as id from enrolment where group_id = $1 and to_date is null limit 1',
    [lesson.groupId],
  )
  const page = await stage.enter('admin')
  for (const address of ['/journals', `/journal/${lesson.courseId}`, `/diary/${student!.id}/week/2026-11-16`]) {
    await page.goto(address)
    await page
      .getByText(/[ЭТ]\S+ страницы нет/)
      .first()
      .waitFor()
  }
  const statuses = await Promise.all(
    [
      `journal.page?courseId=${lesson.courseId}`,
      `journal.topics?courseId=${lesson.courseId}`,
      `diary.marks?studentId=${student!.id}`,
    ].map(async (query) => (await page.request.get(`/api/${query}`)).status()),
  )
  assert.deepEqual(statuses, [403, 403, 403])
})

journey('a computer left alone asks a member of staff for the password and keeps the place [R006]', async (stage) => {
  const lesson = await lessonOf(stage, '7Б', 'Геометрия', { ago: 3 })
  const page = await stage.enter('ivanova')
  await page.goto(`/journal/${lesson.courseId}`)
  await page.getByRole('grid').waitFor()
  await page.clock.fastForward('16:00')
  const cover = page.getByRole('dialog', { name: 'Журнал заблокирован' })
  await cover.waitFor()
  assert.equal(await page.getByRole('grid').count(), 0, 'a locked journal can still be read')
  await page.reload()
  await cover.waitFor()
  await cover.getByLabel('Пароль', { exact: true }).fill('не тот')
  await cover.getByRole('button', { name: 'Разблокировать' }).click()
  await cover.getByText('Неверный пароль').waitFor()
  await cover.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await press(page, 'Enter')
  await page.getByRole('grid').waitFor()
  await press(page, 'Control+Alt+l')
  await cover.waitFor()
  const family = await stage.enter('petrova', { viewport: 'phone' })
  await family.clock.fastForward('16:00')
  await family.getByRole('region').first().waitFor()
  assert.equal(await family.getByRole('dialog').count(), 0, 'a phone of a parent is not locked')
})
