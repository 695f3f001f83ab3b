import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { button, dialog, heading, type Screen, walk } from './barriers.ts'
import { press } from './journal.ts'
import { newcomer } from './newcomer.ts'
import { journey, type Stage } from './stage.ts'

const thoroughly = { thoroughly: true }
const row = (page: Page) => page.getByRole('main').getByRole('table').first().getByRole('row').nth(1).waitFor()
const at = (address: string, ready: (page: Page) => Promise<unknown>) => async (page: Page) => [
  await page.goto(address),
  await ready(page),
]
const opens = (name: string | RegExp) => async (page: Page) => [await button(page, name), await dialog(page)]
const idOf = async (stage: Stage, statement: string) => (await stage.rows<{ id: string }>(statement))[0]!.id
const classOf = (stage: Stage) => idOf(stage, `select id from study_group where kind = 'class' and name = '7Б'`)
const petrov = (stage: Stage) => idOf(stage, `select person_id as id from account where login = 'petrov'`)

journey('no screen of people, consents and movement stops an administrator [R048, R051]', async (stage) => {
  const page = await stage.enter('admin')
  const student = await petrov(stage)
  const screens: Screen[] = [
    ['the hub', at('/school', (page) => heading(page, 'Школа'))],
    ['people', at('/school/people', row)],
    ['a new person', opens('Новый ученик')],
    ['guardians', at('/school/people?kind=guardian', row)],
    ['a person', at(`/school/people/${student}`, (page) => heading(page, 'Сведения'))],
    ['the facts of a person', opens('Изменить')],
    ['a guardian', opens('Добавить родителя')],
    ['a tie', async (page) => [await page.getByRole('button', { name: 'Изменить' }).nth(1).click(), await dialog(page)]],
    ['a double', opens('Объединить с двойником')],
    ['what families told', at('/school/people/requests', (page) => heading(page, 'Сообщения об изменении данных'))],
    ['an answer', opens('Отклонить')],
    ['checks', at('/school/people/checks', row)],
    ['checks of a class', at(`/school/people/checks/${await classOf(stage)}`, row)],
    ['contacts', at('/school/people/contacts', (page) => heading(page, 'Контакты родителей'))],
    ['changes to many', at('/school/people/runs', (page) => heading(page, 'Массовые правки и объединения'))],
    ['consents', at('/school/consents', row)],
    ['a consent', opens('Новое согласие')],
    ['consents of a class', at(`/school/consents/class/${await classOf(stage)}`, row)],
    ['the movement book', at('/school/movement', row)],
    ['enrolling', opens('Зачислить')],
  ]
  await walk(page, screens, thoroughly)
})

journey('no screen of access, rules and lists stops them [R014, R015, R021]', async (stage) => {
  const page = await stage.enter('admin')
  await walk(
    page,
    [
      ['the card', at('/school/card', (page) => heading(page, 'Карточка школы'))],
      ['policies', at('/school/policies', (page) => heading(page, 'Правила школы'))],
      ['a policy', opens(/^Изменить/)],
      [
        'acts',
        at('/school/acts', (page) =>
          page
            .getByRole('button', { name: /^Ознакомились/ })
            .first()
            .waitFor(),
        ),
      ],
      ['a new act', opens('Добавить документ')],
      ['who has read it', opens(/^Ознакомились/)],
      ['readiness', at('/school/readiness', (page) => heading(page, 'Карточка школы'))],
      ['without paper', at('/school/readiness/paper', (page) => heading(page, 'Условия'))],
      ['usage', at('/school/readiness/usage', row)],
      ['lists', at('/school/import', (page) => heading(page, 'Шесть списков завуча'))],
      ['a list', at('/school/import/students', (page) => heading(page, /^Загрузка/))],
      ['issuing', at('/accounts/issue', (page) => page.getByText('Выдавать некому').waitFor())],
      ['the register', at('/accounts/register', row)],
      ['who has left', at('/accounts/leavers', row)],
      ['the leaflet', at('/class-access/leaflet', (page) => heading(page, 'Памятка для родителей'))],
      ['the guide of a page', at('/help?of=/school/people', (page) => page.getByText('К этой странице').waitFor())],
    ],
    thoroughly,
  )
})

journey('no screen of plan, load and classes stops a deputy head [R077, R085, R089]', async (stage) => {
  const page = await stage.enter('zavuch')
  const teacher = await idOf(stage, `select person_id as id from account where login = 'ivanova'`)
  await walk(
    page,
    [
      ['absentees', at('/absent', row)],
      [
        'a teacher of the overview',
        at(`/overview/${teacher}`, (page) => page.getByRole('main').getByRole('link').first().waitFor()),
      ],
      ['the plan', at('/school/curriculum', row)],
      ['templates', opens('Скопировать планы')],
      ['a new plan', opens('Новый план')],
      ['subjects', at('/school/curriculum/subjects', row)],
      ['a subject', opens('Алгебра')],
      ['rooms', at('/school/curriculum/rooms', row)],
      ['many rooms', opens('Добавить кабинеты')],
      ['the load', at('/school/load', row)],
      ['the load by teachers', at('/school/load?view=teachers', row)],
    ],
    thoroughly,
  )
})

journey('no screen stops a homeroom teacher, a nurse or a mother [R045]', async (stage) => {
  const homeroom = await stage.enter('sokolova')
  await walk(
    homeroom,
    [
      ['access of the class', at('/class-access', row)],
      ['absentees of the class', at('/absent', (page) => heading(page, 'Кто отсутствует'))],
      ['data of the class', at('/school/people/checks', row)],
      ['a new student', opens('Новый ученик')],
      ['the class', at(`/school/classes/${await classOf(stage)}`, row)],
    ],
    thoroughly,
  )
  const nurse = await stage.enter('medsestra')
  await walk(nurse, [['people for the nurse', at('/school/people', row)]], thoroughly)
  const mother = await stage.enter('petrova', { viewport: 'phone' })
  await walk(
    mother,
    [
      ['my data', at('/me', (page) => heading(page, 'Мои данные'))],
      ['what has changed', opens('Сообщить об изменении')],
      ['my consents', at('/me/consents', (page) => heading(page, 'Согласия'))],
    ],
    { ...thoroughly, onDesk: false },
  )
})

journey(
  'a form is filled in by the keyboard alone: what is missing is named, the focus goes there and comes back [R048]',
  async (stage) => {
    const page = await stage.enter('admin')
    await page.goto('/school/people')
    const opener = page.getByRole('button', { name: 'Новый ученик' })
    await opener.focus()
    await press(page, 'Enter')
    const form = page.getByRole('dialog')
    await form.getByLabel('Фамилия').waitFor()
    await form.getByRole('button', { name: 'Создать карточку' }).focus()
    await press(page, 'Enter')
    await form.getByText('Заполните: «Фамилия», «Имя», «Пол».').waitFor()
    assert.equal(await focused(page), 'Фамилия')
    await page.keyboard.type('Ящеров')
    await press(page, 'Tab')
    await page.keyboard.type('Глеб')
    await form.getByLabel('СНИЛС').fill('112-233-445 00')
    await form.getByRole('button', { name: 'Создать карточку' }).focus()
    await press(page, 'Enter')
    await form.getByText('Заполните: «Пол». Проверьте: «СНИЛС».').waitFor()
    assert.equal(await form.getByLabel('Имя').inputValue(), 'Глеб', 'what was typed stays')
    await press(page, 'Escape')
    await form.waitFor({ state: 'detached' })
    assert.ok(await opener.evaluate((element) => element === document.activeElement))

    await page.goto('/school/card')
    await page.getByLabel('ИНН').fill('7707083894')
    await press(page, 'Enter')
    await page.getByText('ИНН не сходится').waitFor()
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent === 'ИНН')
    const top = await page.getByLabel('ИНН').evaluate((field) => field.getBoundingClientRect().top)
    assert.ok(top > 56, `the header covers the field: ${top}`)
  },
)

const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent)

journey('what another saved meanwhile takes nothing typed away from the card of the school [R034]', async (stage) => {
  const [mine, other] = [await stage.enter('admin'), await stage.enter('admin')]
  for (const page of [mine, other]) await at('/school/card', (page) => page.getByLabel('Сайт').waitFor())(page)
  await mine.getByLabel('Сайт').fill('school12.example.ru')
  await other.getByLabel('Телефон').fill('8 (495) 000-12-13')
  await button(other, 'Сохранить')
  await other.getByText('Карточка школы сохранена').first().waitFor()
  await button(mine, 'Сохранить')
  await mine.getByRole('alert').waitFor()
  await mine.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === '8 (495) 000-12-13'))
  assert.equal(await mine.getByLabel('Сайт').inputValue(), 'school12.example.ru')
  await button(mine, 'Сохранить')
  await mine.getByText('Карточка школы сохранена').first().waitFor()
  const [card] = await stage.rows<{ phone: string; site: string }>('select phone, site from school where school_id = 1')
  assert.deepEqual(card, { phone: '8 (495) 000-12-13', site: 'school12.example.ru' })
})

journey('the promotion of classes, from the table to the question, stops nobody [R071]', async (stage) => {
  const page = await stage.enter('admin')
  await page.goto('/school/year')
  await button(page, 'Подготовить год')
  await page.getByRole('dialog').getByRole('button', { name: 'Подготовить' }).click()
  await heading(page, /: границы$/)
  await walk(
    page,
    [
      ['promotion', at('/school/classes/promotion', row)],
      ['who goes another way', opens('Кто не со всеми')],
      ['the question', opens(/^Перевести \d+ класс/)],
    ],
    thoroughly,
  )
})

journey('the first start of a school stops nobody', async () => {
  await newcomer(async ({ page, link, type, click }) => {
    const field = (name: string) => page.getByLabel(name, { exact: true })
    const next = page.getByRole('button', { name: 'Дальше' })
    await walk(
      page,
      [
        ['the code', at('/school', (page) => heading(page, 'Код первого запуска'))],
        [
          'the school, with what is wrong',
          async () => [
            await page.goto('about:blank'),
            await page.goto(link),
            await heading(page, 'Открытие школы'),
            await click(next),
            await page.getByText('Впишите название: с ним').waitFor(),
          ],
        ],
        [
          'requisites',
          async () => [
            await type(field('Краткое название'), 'МБОУ «СОШ № 1»'),
            await type(field('Полное название по уставу'), 'Школа № 1'),
            await click(next),
            await field('Адрес').waitFor(),
          ],
        ],
        ['the administrator', async () => [await click(next), await field('Фамилия').waitFor()]],
        [
          'opened',
          async () => [
            await type(field('Фамилия'), 'Лебедева'),
            await type(field('Имя'), 'Ольга'),
            await type(field('Пароль'), 'синий кит поёт'),
            await click(page.getByRole('button', { name: 'Открыть школу' })),
            await heading(page, 'Школа открыта'),
          ],
        ],
        ['first steps', at('/school', (page) => heading(page, 'Первые шаги'))],
        ['no people yet', at('/school/people', (page) => page.getByText('Здесь пока никого нет').waitFor())],
        ['no year yet', at('/school/year', (page) => page.getByText('Учебного года ещё нет').waitFor())],
        ['no classes yet', at('/school/classes', (page) => page.getByText('Учебного года пока нет').waitFor())],
      ],
      thoroughly,
    )
  })
})
