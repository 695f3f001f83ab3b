import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import { handClock } from '#tests/handClock.ts'
import { openStage, PASSWORD } from './stage.ts'

const TODAY = '2026-11-20'

test('roles by order and a second step decided in the middle of the year keep their days [R044] [R021] [R026]', async () => {
  const clock = handClock(`${TODAY}T09:30:00Z`)
  const stage = await openStage(clock, TODAY)
  let today = TODAY
  const goTo = (date: string) => {
    clock.minutes((Date.parse(date) - Date.parse(today)) / 60_000)
    today = date
  }
  try {
    const [teacher] = await stage.rows<{ login: string; surname: string }>(
      `select a.login, p.surname || ' ' || p.given_name as surname from account a join person p on p.id = a.person_id join staff s on s.person_id = p.id
       where s.position like 'учитель%' and a.totp_since is null and a.login like '%.%' and not exists (select from homeroom h where h.teacher_id = p.id)
       order by a.login limit 1`,
    )
    const admin = await stage.enter('admin')
    await admin.goto('/school/roles')
    await admin.getByRole('button', { name: 'Назначить роль' }).click()
    const dialog = admin.getByRole('dialog')
    const option = await dialog
      .locator('datalist option')
      .evaluateAll(
        (options, name) => options.map((one) => (one as HTMLOptionElement).value).find((value) => value.startsWith(name)),
        teacher!.surname,
      )
    await dialog.getByLabel('Кому').fill(option!)
    await dialog.getByLabel('Роль', { exact: true }).selectOption({ label: 'Медсестра' })
    await dialog.getByLabel('С какого дня').fill('2026-11-23')
    await dialog.getByLabel('По какой день').fill('2026-11-24')
    await dialog.getByLabel('Номер приказа').fill('91-к')
    await dialog.getByRole('button', { name: 'Назначить' }).click()
    await admin.getByRole('row').filter({ hasText: '91-к' }).getByText('ещё не началась').waitFor()
    await admin.request.post('/api/school.setPolicy', {
      data: { key: 'access.secondFactor', value: 'heads', expected: 'off' },
      headers: { 'x-zvonok': '1', 'x-operation-id': crypto.randomUUID() },
    })

    const opens = async (path: string): Promise<boolean> => {
      const page = await stage.enter(teacher!.login)
      await page.goto(path)
      const open = page.getByRole('heading', { name: 'Кто отсутствует' })
      await open
        .or(page.getByText(/[ЭТ]\S+ страницы нет/).first())
        .first()
        .waitFor()
      return (await open.count()) > 0
    }
    assert.equal(await opens('/absent'), false, 'three days before its first one')
    goTo('2026-11-23')
    assert.equal(await opens('/absent'), true, 'on its first day')
    goTo('2026-11-24')
    assert.equal(await opens('/absent'), true, 'on its last day')
    goTo('2026-11-25')
    assert.equal(await opens('/absent'), false, 'the day after')

    const deputy = await stage.enter('zavuch')
    await deputy.getByText(/Настройте его до .+ включительно/).waitFor()
    await deputy.getByRole('navigation', { name: 'Разделы' }).waitFor()
    // The server's history tells the real moment of a decision; a month later every grace is over.
    clock.minutes(365 * 24 * 60)
    const late = await stage.visit()
    await late.goto('/')
    await late.getByLabel('Логин').fill('zavuch')
    await late.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
    await late.getByRole('button', { name: 'Войти' }).click()
    await late.getByRole('heading', { name: 'Настройте вход в два шага' }).waitFor()
    await late.getByRole('button', { name: 'Подключить', exact: true }).click()
    const connect = late.getByRole('dialog')
    await connect.getByLabel('Ваш пароль').fill(PASSWORD)
    await connect.getByRole('button', { name: 'Продолжить' }).click()
    const told = await connect.getByText('Не получается навести?').innerText()
    const code = new TOTP({ secret: told.replace(/^.*:/, '').replace(/\s/g, '') }).generate({ timestamp: clock.now().getTime() })
    await connect.getByLabel('Код из приложения').fill(code)
    await connect.getByRole('button', { name: 'Подключить' }).click()
    await late.getByRole('button', { name: 'Коды сохранены' }).click()
    await late.getByRole('navigation', { name: 'Разделы' }).waitFor()
    assert.deepEqual(stage.troubles, [])
  } finally {
    await stage.close()
  }
})
