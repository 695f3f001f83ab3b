import assert from 'node:assert/strict'
import { barriersOf, button, dialog, heading, walk } from './barriers.ts'
import { lessonOf, openJournal, press } from './journal.ts'
import { journey, PASSWORD, type Stage } from './stage.ts'

journey('no screen outside the journal stops a person with poor sight, a keyboard or a small phone: staff', async (stage) => {
  const page = await stage.visit()
  await walk(page, [
    ['sign-in', async () => [await page.goto('/'), await page.getByLabel('Логин').waitFor()]],
    ['sign-in with help', () => page.getByText('Не помню пароль или логин').click()],
  ])
  const [teacher] = await Promise.all([stage.enter('ivanova'), stage.enter('ivanova')])
  await walk(teacher, [
    ['my day', () => heading(teacher, 'Мой день')],
    [
      'a free day',
      async () => [
        await teacher.goto('/?date=2026-11-22'),
        await heading(teacher, 'Мой день'),
        await teacher.getByText('Выходной').waitFor(),
      ],
    ],
    [
      'journals',
      async () => [await teacher.goto('/journals'), await teacher.getByRole('link', { name: /11Б/ }).first().waitFor()],
    ],
    ['the queue', async () => [await button(teacher, 'Всё сохранено'), await dialog(teacher)]],
    ['the account menu', () => button(teacher, /учётная запись$/)],
    ['security', async () => [await teacher.goto('/security'), await teacher.getByText('Открытые входы').waitFor()]],
    ['ending a sign-in', async () => [await button(teacher, /^Завершить вход/), await dialog(teacher)]],
    ['password', async () => [await teacher.goto('/security/password'), await teacher.getByLabel('Новый пароль').waitFor()]],
    ['no such page', async () => [await teacher.goto('/nowhere'), await heading(teacher, 'Такой страницы нет')]],
  ])
  const deputy = await stage.enter('zavuch')
  await walk(deputy, [
    ['overview', async () => [await deputy.goto('/overview'), await deputy.getByRole('table').waitFor()]],
    ['classes', async () => [await deputy.goto('/classes'), await deputy.getByRole('main').getByRole('link').nth(3).waitFor()]],
  ])
  const admin = await stage.enter('admin')
  await walk(admin, [
    ['accounts', async () => [await admin.goto('/accounts'), await admin.getByRole('table').waitFor()]],
    ['a new password', async () => [await button(admin, /^Новый пароль/), await dialog(admin)]],
    [
      'nobody found',
      async () => [await admin.goto('/accounts?search=zzz'), await admin.getByText('Никого не нашлось').waitFor()],
    ],
  ])
})

journey('no screen of the school year stops them [R074, R075, R085]', async (stage) => {
  const page = await stage.enter('zavuch')
  const [year] = await stage.rows<{ id: string }>('select id from school_year order by from_date limit 1')
  const step = (name: string) => page.goto(`/school/year/${year!.id}/${name}`)
  await walk(page, [
    [
      'the year',
      async () => [await page.goto('/school/year'), await heading(page, 'Учебный год'), await heading(page, 'Периоды')],
    ],
    ['days off', async () => [await page.getByRole('button', { name: 'Добавить', exact: true }).click(), await dialog(page)]],
    ['periods', async () => [await step('terms'), await heading(page, /периоды/)]],
    ['vacations', async () => [await step('vacations'), await heading(page, /каникулы/)]],
    ['holidays', async () => [await step('days'), await heading(page, /праздники/)]],
    ['bells', async () => [await step('bells'), await heading(page, /звонки/)]],
    ['shifts', async () => [await step('classes'), await heading(page, /классы/)]],
  ])
})

journey('no screen of classes, groups and movement stops them [R077, R089, R093, R096]', async (stage) => {
  const page = await stage.enter('zavuch')
  const [of] = await stage.rows<{ id: string; subject: string }>(
    `select class_id as id, subject_id as subject from study_group where kind = 'subgroup' and name like '7Б%' limit 1`,
  )
  const row = () => page.getByRole('main').getByRole('table').first().waitFor()
  await walk(page, [
    ['classes of the year', async () => [await page.goto('/school/classes'), await row()]],
    ['a new class', async () => [await button(page, 'Новый класс'), await dialog(page)]],
    ['groups', async () => [await page.goto('/school/classes?view=groups'), await row()]],
    ['a new group', async () => [await button(page, 'Новая группа'), await dialog(page)]],
    ['a class', async () => [await page.goto(`/school/classes/${of!.id}`), await row()]],
    ['a menu of a student', () => button(page, /^Действия/)],
    ['a move', async () => [await button(page, 'Отметить выбытие'), await dialog(page)]],
    ['homeroom', async () => [await button(page, 'Сменить'), await dialog(page)]],
    [
      'subgroups',
      async () => [await page.goto(`/school/classes/${of!.id}/subgroups/${of!.subject}`), await heading(page, /подгруппы/)],
    ],
    ['the movement book', async () => [await page.goto('/school/movement'), await row()]],
    ['enrolling', async () => [await button(page, 'Зачислить'), await dialog(page)]],
    ['promotion', async () => [await page.goto('/school/classes/promotion'), await heading(page, 'Перевод в следующий класс')]],
  ])
})

journey('no screen of the journal stops them either: tabs, dialogs, panel, phone, lock', async (stage) => {
  const lesson = await lessonOf(stage, '7Б', 'Вероятность и статистика', { ago: 1 })
  const page = await stage.enter('ivanova')
  const column = await openJournal(page, lesson)
  const toTab = async (tab: string) => {
    await page.goto(`/journal/${lesson.courseId}?lesson=${lesson.id}&tab=${tab}`)
    await page.getByRole('table').or(page.getByRole('grid')).first().waitFor()
  }
  await walk(page, [
    ['marks', async () => undefined],
    [
      'the panel of a cell',
      async () => [await column.cell(0).click(), await press(page, 'Alt+Enter'), await heading(page, 'История клетки')],
      { onPhone: false },
    ],
    ['the keys', async () => [await column.cell(0).click(), await press(page, '?'), await dialog(page)]],
    ['roll call', async () => [await button(page, 'Перекличка'), await dialog(page)]],
    ['a new column', async () => [await page.getByRole('button', { name: 'Работа', exact: true }).click(), await dialog(page)]],
    ['the lesson', async () => [await column.head.click(), await dialog(page)]],
    [
      'a paste',
      async () => {
        await column.cell(0).click()
        await page.evaluate(() => navigator.clipboard.writeText('Ученик\tОтметка\nНезнакомцев Иван\t5\nКто-то\tпять'))
        await press(page, 'Control+v')
        await dialog(page)
      },
    ],
    ['topics and homework', () => toTab('topics')],
    ['totals', () => toTab('totals')],
    [
      'on paper',
      async () => {
        await toTab('marks')
        await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
        await page.emulateMedia({ media: 'print' })
        await page.getByRole('table').last().getByText('Средний').waitFor()
      },
      { onPhone: false, onPaper: true },
    ],
  ])
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await press(page, 'Control+Alt+l')
  await dialog(page)
  const found = await barriersOf(page, 'locked')
  const small = await stage.enter('ivanova', { viewport: 'phone' })
  await small.goto(`/journal/${lesson.courseId}?lesson=${lesson.id}`)
  await small.getByRole('button', { name: 'Подробно' }).click()
  await dialog(small)
  found.push(...(await barriersOf(small, 'a cell on a phone', { onDesk: false })))
  assert.deepEqual(found, [])
})

journey('no screen of the diary stops a family, and the paper week is whole', async (stage) => {
  const page = await stage.enter('petrova')
  await page.getByRole('group', { name: 'Ребёнок' }).getByRole('button', { name: 'Иван · 7Б' }).click()
  await walk(page, [
    [
      'week',
      () =>
        page
          .getByRole('region', { name: /^Пятница/ })
          .getByRole('listitem')
          .first()
          .waitFor(),
    ],
    ['notices', async () => [await button(page, /^Уведомления/), await heading(page, 'Уведомления')]],
    ['marks of a term', async () => [await page.goto('/diary/marks'), await heading(page, 'Геометрия')]],
    [
      'a mark',
      async () => [
        await page
          .getByRole('main')
          .getByRole('button', { name: /ноября/ })
          .first()
          .click(),
        await dialog(page),
      ],
    ],
    ['timetable', async () => [await page.goto('/diary/timetable'), await page.getByText('Геометрия').first().waitFor()]],
    [
      'vacation',
      async () => [await page.goto('/diary/week/2026-10-26'), await page.getByText('На этой неделе уроков нет.').waitFor()],
    ],
    [
      'not open',
      async () => [
        await page.goto('/diary/00000000-0000-7000-8000-000000000000/marks'),
        await page.getByText('Этой страницы нет').first().waitFor(),
      ],
    ],
    [
      'on paper',
      async () => {
        await page.goto('/diary/week/2026-11-16')
        await page.getByRole('region', { name: /^Пятница/ }).waitFor()
        await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
        await page.emulateMedia({ media: 'print' })
        await page.getByText('Подпись родителей').waitFor()
      },
      { onPhone: false, onPaper: true },
    ],
  ])
  await firstPassword(stage)
})

async function firstPassword(stage: Stage): Promise<void> {
  await stage.happens(`update account set must_change_password = true where login = 'alieva.ar'`)
  const page = await stage.visit()
  await page.goto('/')
  await page.getByLabel('Логин').fill('alieva.ar')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти' }).click()
  await heading(page, 'Придумайте свой пароль')
  assert.deepEqual(await barriersOf(page, 'first password'), [])
}
