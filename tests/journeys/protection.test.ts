import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import type { Page } from 'playwright-core'
import { standards, violationsOf } from './barriers.ts'
import { journey, PASSWORD, type Stage } from './stage.ts'

/** The account has been used in three networks within a quarter of an hour, as the server notices it. */
async function usedInThreePlaces(stage: Stage, login: string): Promise<void> {
  const id = randomUUIDv7()
  await stage.happens(
    `insert into double_use (school_id, id, account_id, kind, noticed_at, last_at)
     select 1, $1, id, 'places', '2026-11-20T09:20:00Z', '2026-11-20T09:25:00Z' from account where login = $2`,
    [id, login],
  )
  await stage.happens(
    `insert into double_use_place (school_id, double_use_id, session_id, device, address, at)
     select 1, $1, s.id, u.device, u.address, u.at::timestamptz
     from account a cross join lateral (select id from session s where s.account_id = a.id order by created_at desc limit 1) s
       cross join (values ('Chrome, Android', '95.24.17.8', '2026-11-20T09:25:00Z'), ('Chrome, Windows', '46.39.4.100', '2026-11-20T09:22:00Z'),
         ('Safari, iPhone', '213.87.1.5', '2026-11-20T09:20:00Z')) u (device, address, at)
     where a.login = $2`,
    [id, login],
  )
}

async function isClean(page: Page): Promise<void> {
  assert.deepEqual(await violationsOf(page, { type: 'tag', values: standards }), [])
}

journey(
  'a mother is asked whether it was she in three places; «Это не я» ends the other sign-ins and leads to a new password, the administrator settles it [R045]',
  async (stage) => {
    const other = await stage.enter('petrova')
    const page = await stage.enter('petrova', { viewport: 'phone' })
    await usedInThreePlaces(stage, 'petrova')
    await page.reload()
    await page.getByText('Вашей учётной записью пользуются в двух местах.').waitFor()
    await page.getByRole('button', { name: 'Посмотреть' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('213.87.1.5').waitFor()
    await dialog.getByText('У каждого родителя может быть своя учётная запись').waitFor()
    await isClean(page)
    await dialog.getByRole('button', { name: 'Это не я' }).click()
    await page.getByText('Кто-то знает ваш пароль: придумайте новый.').waitFor()
    await page.getByRole('link', { name: 'Сообщить о компрометации' }).waitFor()
    await isClean(page)
    await page.getByLabel('Текущий пароль').fill(PASSWORD)
    await page.getByLabel('Новый пароль').fill('пять зелёных кошек')
    await page.getByRole('button', { name: 'Сменить пароль' }).click()
    await page.getByText('Пароль изменён.').first().waitFor()
    assert.equal(await page.getByText('пользуются в двух местах').count(), 0)
    await other.reload()
    await other.getByLabel('Логин').waitFor()

    const desk = await stage.enter('admin')
    await desk.goto('/accounts')
    await desk.getByRole('link', { name: 'В двух местах' }).click()
    const row = desk.getByRole('row', { name: /Петрова/ })
    await row.getByText('Это не я').waitFor()
    await isClean(desk)
    await row.getByRole('button', { name: /^Разобрались/ }).click()
    await desk.getByRole('dialog').getByLabel('Что выяснили').fill('Паролем пользовался отец, ему выдали свой доступ.')
    await isClean(desk)
    await desk.getByRole('dialog').getByRole('button', { name: 'Разобрались' }).click()
    await row.getByText('ему выдали свой доступ').waitFor()
    await desk.getByLabel('Какие случаи').selectOption({ label: 'Разобрались (1)' })
    await row.waitFor()
    await desk.getByLabel('Какие случаи').selectOption({ label: 'Ждут (0)' })
    await desk.getByText('Здесь пусто').waitFor()
  },
)

journey(
  'a report of a known password is a numbered ticket; handed to an outside service, accepted with its number, closed [R047] [R048] [R050]',
  async (stage) => {
    const desk = await stage.enter('admin')
    await desk.goto('/school/support')
    await desk.getByText('Обращений нет').waitFor()
    await isClean(desk)
    await desk.getByRole('button', { name: 'Изменить' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel('Кто поддерживает журнал').selectOption({ label: 'внешняя служба' })
    await dialog.getByLabel('Название службы').fill('Служба «Звонка»')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await dialog.getByText('укажите хотя бы один способ связи').waitFor()
    await dialog.getByLabel('Телефон').fill('8 800 555-35-00')
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await desk.getByText('8 800 555-35-00').waitFor()

    const mother = await stage.enter('petrov')
    await mother.goto('/security')
    await mother.getByRole('button', { name: 'Сообщить о компрометации' }).click()
    await mother.getByRole('dialog').getByLabel('Что случилось').fill('Листок с паролем пропал.')
    await mother.getByRole('button', { name: 'Закрыть доступ и сообщить' }).click()
    await mother.getByText(/Обращение в поддержку создано: № 1/).waitFor()
    await mother.getByRole('dialog').getByText('Служба «Звонка»: 8 800 555-35-00').waitFor()

    const head = await stage.enter('director')
    await head.goto('/school/compromises')
    await head.getByRole('button', { name: 'Директор извещён' }).click()
    await head.getByText(/^извещён /).waitFor()
    await head.getByRole('link', { name: 'Обращение № 1: создано' }).click()
    await head.getByRole('dialog').getByText('Директор узнал').waitFor()

    await desk.reload()
    await desk.getByRole('button', { name: '№ 1', exact: true }).click()
    await dialog.getByText('принять до конца дня').waitFor()
    await isClean(desk)
    await desk.emulateMedia({ media: 'print' })
    const paper = await desk.locator('[aria-hidden="true"]', { hasText: 'Извещение' }).last().innerText()
    assert.match(paper, /Обращение № 1/)
    assert.match(paper, /логином petrov/)
    assert.doesNotMatch(paper, /пароль:/i)
    await desk.emulateMedia({ media: 'screen' })
    await dialog.getByRole('button', { name: 'Передано в поддержку' }).click()
    await dialog.getByRole('button', { name: 'Передано в поддержку' }).click()
    await dialog.getByRole('button', { name: 'Поддержка приняла' }).click()
    await dialog.getByLabel('Номер, который назвала служба').fill('SD-1048')
    await isClean(desk)
    await dialog.getByRole('button', { name: 'Поддержка приняла' }).click()
    await dialog.getByText('номер в службе SD-1048').waitFor()
    await dialog.getByRole('button', { name: 'Закрыть обращение' }).click()
    await dialog.getByLabel('Чем закончилось').fill('Выдан новый пароль.')
    await dialog.getByRole('button', { name: 'Закрыть обращение' }).click()
    await dialog.getByText('Выдан новый пароль.').waitFor()
    await desk.keyboard.press('Escape')
    await desk.getByRole('row', { name: /№ 1/ }).getByText('закрыто').waitFor()
    const [moments] = await stage.rows<{ both: boolean }>(
      'select head_told_at is not null and support_told_at is not null as both from compromise',
    )
    assert.ok(moments!.both)

    await desk.getByRole('button', { name: 'Новое обращение' }).click()
    await dialog.getByLabel('Что случилось').fill('Не печатается журнал выдачи')
    await dialog.getByText(/Браузер: Mozilla/).waitFor()
    await isClean(desk)
    await dialog.getByRole('button', { name: 'Создать обращение' }).click()
    await dialog.getByRole('heading', { name: 'Обращение № 2' }).waitFor()
  },
)
