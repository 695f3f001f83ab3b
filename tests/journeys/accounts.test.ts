import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { TOTP } from 'otpauth'
import type { Page, Response } from 'playwright-core'
import type { Output } from '#domain/operations.ts'
import { journey, PASSWORD, type Stage } from './stage.ts'

const OWN = 'три слова подряд'

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Логин').fill(login)
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Войти' }).click()
}

/** A mother whom nobody has written down before, of a student of the class. */
async function newMother(stage: Stage, className: string): Promise<{ personId: string; studentId: string }> {
  const personId = randomUUIDv7()
  const [student] = await stage.rows<{ id: string }>(
    `select e.student_id as id from enrolment e join study_group g on g.id = e.group_id where g.name = $1 and e.to_date is null order by 1 limit 1`,
    [className],
  )
  await stage.happens(
    `insert into person (school_id, id, surname, given_name, patronymic, sex) values (1, $1, 'Журавлёва', 'Инна', 'Олеговна', 'f')`,
    [personId],
  )
  await stage.happens(
    `insert into guardian_of (school_id, guardian_id, student_id, relation, from_date) values (1, $1, $2, 'mother', '2026-11-01')`,
    [personId, student!.id],
  )
  return { personId, studentId: student!.id }
}

/** How many sheets the page takes on paper. */
const sheetsOf = async (page: Page): Promise<number> =>
  (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').split(/\/Type\s*\/Page\b(?!s)/).length - 1

journey(
  'a whole class gets its slips, eight to a sheet; a mother activates by her link on a phone, accepts the terms and reads the diary [R016] [R034] [R045]',
  async (stage) => {
    const { personId } = await newMother(stage, '5А')
    const page = await stage.enter('admin')
    const tokens = new Map<string, string>()
    let issued = 0
    const heard: Promise<void>[] = []
    const hear = async (answer: Response) => {
      if (!/access\.(createAccounts|reissue)$/.test(answer.url()) || !answer.ok()) return
      const { issued: slips } = (await answer.json()) as Output<'access.createAccounts'>
      issued += slips.length
      for (const slip of slips) if (slip.token) tokens.set(slip.personId, slip.token)
    }
    page.on('response', (answer) => heard.push(hear(answer)))
    await page.goto('/accounts/issue')
    await page.getByLabel('Кому').selectOption({ label: '5А' })
    await page.getByLabel('Что на листке').selectOption({ label: 'Ссылка и QR-код: пароль человек придумает сам' })
    await page.getByLabel('Только тем, у кого ещё нет учётной записи').uncheck()
    await page.getByRole('button', { name: /^Выдать доступ: \d+/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Выдать' }).click()
    await page.getByRole('heading', { name: /^Готово: / }).waitFor()
    await page.getByRole('button', { name: 'Распечатать листки' }).waitFor()
    await page.waitForFunction(() => document.querySelectorAll('img[src^="data:"], img[src^="blob:"]').length > 0)
    await Promise.all(heard)
    assert.ok(issued > 30, `${issued} slips of a class`)
    assert.equal(await sheetsOf(page), Math.ceil(issued / 8))

    const phone = await stage.visit({ viewport: 'phone' })
    await phone.goto(`/activate#${tokens.get(personId)}`)
    await phone.getByLabel('Ваш новый пароль').fill(OWN)
    await phone.getByRole('button', { name: 'Сохранить пароль' }).click()
    await phone.getByRole('button', { name: 'Войти в журнал' }).click()
    await phone.getByRole('heading', { name: 'Условия пользования электронным журналом' }).waitFor()
    await phone.getByRole('button', { name: 'Принимаю условия' }).click()
    await phone.getByRole('navigation').first().waitFor()
    assert.match(new URL(phone.url()).pathname, /^\/diary/)
    assert.equal(await phone.getByText('Это были вы?').count(), 0, 'the very first sign-in is nobody’s news')
    const again = await stage.visit({ viewport: 'phone' })
    await again.goto(`/activate#${tokens.get(personId)}`)
    await again.getByLabel('Ваш новый пароль').fill('совсем другой пароль')
    await again.getByRole('button', { name: 'Сохранить пароль' }).click()
    await again.getByText('Ссылка больше не действует').waitFor()
  },
)

journey('a homeroom teacher gives a new password in her own class, and in no other [R034] [R037]', async (stage) => {
  const page = await stage.enter('sokolova')
  await page.goto('/class-access')
  const row = page.getByRole('row').filter({ hasText: 'ученик' }).first()
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Выдать доступ: 1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Выдать' }).click()
  const slip = page.getByRole('table', { name: 'Выданный доступ' }).locator('code')
  await slip.first().waitFor()
  const [login, password] = await slip.allInnerTexts()
  await page.getByRole('button', { name: 'Готово' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Да, распечатаны' }).click()
  const [foreign] = await stage.rows<{ classId: string; studentId: string }>(
    `select g.id as "classId", e.student_id as "studentId" from study_group g join enrolment e on e.group_id = g.id
     where g.name = '2Б' and e.to_date is null limit 1`,
  )
  const refused = await page.request.post('/api/access.issueInClass', {
    data: { classId: foreign!.classId, personIds: [foreign!.studentId], by: 'password' },
    headers: { 'x-zvonok': '1', 'x-operation-id': randomUUIDv7() },
  })
  assert.equal(refused.status(), 403)
  const phone = await stage.visit({ viewport: 'phone' })
  await phone.goto('/')
  await signIn(phone, login!, password!)
  await phone.getByLabel('Новый пароль').fill(OWN)
  await phone.getByRole('button', { name: 'Сохранить и продолжить' }).click()
  await phone.getByRole('navigation').first().waitFor()
})

journey('a nurse sees who is missing and the lists her role opens, and nothing else [R026]', async (stage) => {
  const page = await stage.enter('medsestra', { viewport: 'phone' })
  await page.getByRole('heading', { name: 'Кто отсутствует' }).waitFor()
  await page.getByText(/^Отсутству\S+ \d+ из \d+/).waitFor()
  await page.getByRole('link', { name: 'По классам' }).click()
  await page.getByRole('table', { name: 'По классам' }).waitFor()
  await page.goto('/school')
  await page.getByRole('link', { name: /^Люди/ }).waitFor()
  assert.equal(await page.getByRole('link', { name: /^(Контакты родителей|Роли и права|Учебный план)/ }).count(), 0)
  for (const address of ['/journals', '/accounts', '/school/roles', '/school/contacts', '/overview']) {
    await page.goto(address)
    await page
      .getByText(/[ЭТ]\S+ страницы нет/)
      .first()
      .waitFor()
  }
})

journey('an app of codes is asked for at the door; a recovery code opens it once [R044]', async (stage) => {
  const [login] = await strangers(stage)
  const page = await stage.enter(login!)
  await page.goto('/security')
  await page.getByRole('button', { name: 'Подключить', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Ваш пароль').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Продолжить' }).click()
  const told = await dialog.getByText('Не получается навести?').innerText()
  const secret = told.replace(/^.*:/, '').replace(/\s/g, '')
  const code = async () => new TOTP({ secret }).generate({ timestamp: await page.evaluate(() => Date.now()) })
  await dialog.getByLabel('Код из приложения').fill(await code())
  await dialog.getByRole('button', { name: 'Подключить' }).click()
  await page.getByRole('dialog', { name: 'Сохраните коды восстановления' }).waitFor()
  const [recovery] = await page.getByRole('dialog').getByRole('listitem').allInnerTexts()
  await page.getByRole('button', { name: 'Коды сохранены' }).click()
  const enter = async (how: string) => {
    const other = await stage.visit()
    await other.goto('/')
    await signIn(other, login!, PASSWORD)
    await other.getByLabel('Код из приложения').waitFor()
    await other.getByRole('button', { name: 'Ввести код восстановления' }).click()
    await other.getByLabel('Код восстановления').fill(how)
    await other.getByRole('button', { name: 'Войти' }).click()
    return other
  }
  await (await enter(recovery!)).getByRole('navigation', { name: 'Разделы' }).waitFor()
  await (await enter(recovery!)).getByText('Код не подходит').waitFor()
})

journey('a stranger’s sign-in is told at once; «это не я» ends it and asks for a new password [R044]', async (stage) => {
  const page = await stage.enter('petrova', { viewport: 'phone' })
  const stranger = await stage.enter('petrova')
  await page.getByText('Вход с нового устройства').waitFor()
  await page.getByRole('button', { name: /^Уведомления/ }).click()
  await page.getByRole('list').filter({ hasText: 'Вход с нового устройства' }).getByRole('button', { name: 'Это не я' }).click()
  await page.getByText('Чужой вход завершён').waitFor()
  await stranger.getByRole('dialog', { name: 'Войдите снова' }).waitFor()
  await page.goto('/diary')
  await page.getByRole('button', { name: /^Уведомления/ }).click()
  await page.getByText('вход завершён').waitFor()
  assert.equal(await page.getByText('Это были вы?').count(), 0)
})

journey('«Сообщить о компрометации» ends every sign-in at once and shuts the account [R048]', async (stage) => {
  const [login] = await strangers(stage)
  const [page, other] = [await stage.enter(login!), await stage.enter(login!, { viewport: 'phone' })]
  await page.goto('/security')
  await page.getByRole('button', { name: 'Сообщить о компрометации' }).click()
  await page.getByRole('button', { name: 'Закрыть доступ и сообщить' }).click()
  await page.getByRole('dialog', { name: 'Доступ закрыт' }).waitFor()
  await other.getByRole('dialog', { name: 'Войдите снова' }).waitFor()
  const passerBy = await stage.visit()
  await passerBy.goto('/')
  await signIn(passerBy, login!, PASSWORD)
  await passerBy.getByText('Учётная запись закрыта. Обратитесь к администратору школы.').waitFor()
})

/** A teacher without a class and without a second step. */
const strangers = async (stage: Stage): Promise<string[]> =>
  (
    await stage.rows<{ login: string }>(
      `select a.login from account a join staff s on s.person_id = a.person_id where s.position like 'учитель%' and a.totp_since is null
         and a.login like '%.%' and a.blocked_at is null and not exists (select from homeroom h where h.teacher_id = a.person_id) order by a.login limit 1`,
    )
  ).map(({ login }) => login)
