import assert from 'node:assert/strict'
import { journey, TODAY } from './stage.ts'

journey(
  'an instruction is planned, marked at the door on a phone, read by who was absent, and printed [R015] [R059]',
  async (stage) => {
    const admin = await stage.enter('admin')
    await admin.goto('/school/trainings')
    await admin.getByRole('button', { name: 'Запланировать занятие' }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel('Где').fill('актовый зал')
    await dialog.getByLabel('Начало').fill('15:10')
    const leader = dialog.getByLabel('Кто ведёт')
    const ivanova = await leader.locator('option', { hasText: 'Иванова' }).first().getAttribute('value')
    await leader.selectOption(ivanova!)
    await dialog.getByLabel('Кого пригласить').selectOption({ label: 'Классные руководители' })
    await dialog.getByRole('button', { name: 'Пригласить' }).click()
    await admin.getByRole('list', { name: 'Список участников' }).waitFor()
    const trainingId = new URL(admin.url()).pathname.split('/').at(-1)!

    const sokolova = await stage.enter('sokolova')
    await sokolova.getByText('Занятия для вас').waitFor()
    await sokolova.getByText('15:10, актовый зал').waitFor()
    await sokolova.getByRole('button', { name: /^Уведомления: / }).click()
    await sokolova.getByRole('link', { name: /Защита персональных данных/ }).waitFor()

    const door = await stage.enter('ivanova', { viewport: 'phone' })
    await door.goto('/me/trainings')
    await door.getByRole('link', { name: 'Отметить участников' }).first().click()
    const list = door.getByRole('list', { name: 'Список участников' })
    await list.waitFor()
    const people = await list.getByRole('listitem').count()
    const first = list.getByRole('button', { pressed: false }).first()
    const name = (await first.innerText()).split('\n')[0]!
    await first.click()
    await list.getByRole('button', { name, pressed: true }).waitFor()
    await door.getByRole('button', { name: 'Отметить остальных: не было' }).click()
    await door.getByText(`пришли 1 · не было ${people - 1}`).waitFor()
    const marked = () =>
      stage.rows<{ presence: string }>('select presence from training_person where training_id = $1 and presence is not null', [
        trainingId,
      ])
    for (let i = 0; i < 50 && (await marked()).length < people; i++) await door.waitForTimeout(100)
    assert.equal((await marked()).length, people)

    const absent = (await first.innerText()).includes('Соколова') ? null : sokolova
    if (absent) {
      await absent.goto('/me/trainings')
      await absent.getByRole('button', { name: 'С материалами ознакомлен(а)' }).first().click()
      await absent.getByText('Отмечено: с материалами ознакомлен(а)').first().waitFor()
    }
    for (const address of [
      `/api/print/training/${trainingId}`,
      `/api/print/training-register?from=2026-09-01&to=${TODAY}`,
      `/api/print/training-register.xlsx?from=2026-09-01&to=${TODAY}`,
    ]) {
      const answer = await admin.request.get(address)
      assert.equal(answer.status(), 200, address)
      assert.ok((await answer.body()).length > 1_000)
    }
    assert.equal((await sokolova.request.get(`/api/print/training/${trainingId}`)).status(), 403)

    await admin.goto('/school/trainings/standings')
    await admin.getByRole('table', { name: 'Кто и когда прошёл' }).waitFor()
    await admin.getByLabel('Только те, кому пора').check()
    await admin.getByRole('button', { name: 'Напомнить: Защита персональных данных' }).click()
    await admin
      .getByText(/^Напомнили: /)
      .first()
      .waitFor()
  },
)

journey(
  'a class list goes to paper with numbers in place of names, and who printed it stays in the history [R059]',
  async (stage) => {
    const page = await stage.enter('sokolova')
    await page.goto('/classes')
    const [own] = await stage.rows<{ id: string }>(
      `select h.class_id as id from homeroom h join account a on a.person_id = h.teacher_id where a.login = 'sokolova'`,
    )
    await page.goto(`/school/people/class/${own!.id}`)
    const table = page.getByRole('table', { name: 'Ученики' })
    const surname = (await table.getByRole('row').nth(1).innerText()).split(/\s/)[0]!
    // The browser's own dialog cannot be pressed: what it would take for paper is looked at.
    await page.evaluate(() => {
      window.print = () => void window.dispatchEvent(new Event('beforeprint'))
    })
    await page.getByRole('button', { name: 'Напечатать' }).click()
    await page.getByRole('button', { name: 'Скрыть имена: номера по списку' }).click()
    await table.getByRole('row').nth(1).getByText('№ 1', { exact: true }).waitFor()
    assert.equal(await table.getByText(surname).count(), 0)
    const foot = await page.evaluate(() =>
      [...document.adoptedStyleSheets].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join()).join(),
    )
    assert.match(foot, /Напечатано: Соколова/)
    assert.doesNotMatch(foot, /персональные данные/, 'no names stand on it')
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await table.getByText(surname).first().waitFor()
    const noted = () => stage.rows<{ input: { names: string } }>(`select input from operation where name = 'school.notePrint'`)
    for (let i = 0; i < 50 && (await noted()).length === 0; i++) await page.waitForTimeout(100)
    assert.equal((await noted())[0]!.input.names, 'numbers')
  },
)

journey(
  'a mother who comes for the first time is shown what is where, on her phone, and finds it again in the help [R016]',
  async (stage) => {
    await stage.happens(`update account set welcomed_at = null where login = 'petrova'`)
    const page = await stage.enter('petrova', { viewport: 'phone' })
    const cards = page.getByRole('region', { name: /что где/i })
    await cards.getByRole('heading', { name: 'Неделя' }).waitFor()
    await cards.getByRole('button', { name: 'Дальше' }).click()
    await cards.getByRole('heading', { name: 'Отметки' }).waitFor()
    await cards.getByRole('button', { name: 'Пропустить' }).click()
    await cards.waitFor({ state: 'detached' })
    await page.getByText('Учебная школа').waitFor()
    await page.goto('/help')
    await page.getByRole('button', { name: 'Показать' }).click()
    await cards.getByRole('heading', { name: 'Неделя' }).waitFor()
    const [account] = await stage.rows<{ welcomed: boolean }>(
      `select welcomed_at is not null as welcomed from account where login = 'petrova'`,
    )
    assert.equal(account!.welcomed, true)
  },
)
