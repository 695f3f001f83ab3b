import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ruralFiles } from '#scripts/sheets/rural.ts'
import { type Files, townFiles } from '#scripts/sheets/town.ts'
import { newcomer, type Walk } from './newcomer.ts'

type School = { name: string; fullName: string; city: string; head: string }
const lists = ['classes', 'homerooms', 'holidays', 'curriculum', 'students', 'load'] as const
const PASSWORD = 'синий кит поёт'

/** The guide: the link of the terminal, the card, the requisites, the administrator; it ends signed in. */
async function openSchool({ page, link, look, click, type }: Walk, school: School): Promise<void> {
  await page.goto('/school')
  await page.getByRole('heading', { name: 'Код первого запуска' }).waitFor()
  await look('code')
  await page.goto('about:blank') // the same address with another «#» would load nothing
  await page.goto(link)
  await page.getByRole('heading', { name: 'Открытие школы' }).waitFor()
  const field = (name: string) => page.getByLabel(name, { exact: true })
  const next = page.getByRole('button', { name: 'Дальше' })
  await click(next)
  await page.getByText('Впишите название: с ним журнал увидят учителя и родители.').waitFor()
  await look('school')
  await type(field('Краткое название'), school.name)
  await type(field('Полное название по уставу'), school.fullName)
  await type(field('Населённый пункт'), school.city)
  await type(field('ИНН'), '7707083894')
  await type(field('ОГРН'), '1027700132195')
  await click(next)
  await page.getByText('ИНН не сходится').waitFor()
  await type(field('ИНН'), '7707083893')
  await click(next)
  await type(field('Адрес'), `443001, ${school.city}, ул. Школьная, д. 12`)
  await type(field('Фамилия, имя, отчество руководителя'), school.head)
  await look('print')
  await click(next)
  await type(field('Фамилия'), 'Лебедева')
  await type(field('Имя'), 'Ольга')
  await type(field('Отчество'), 'Игоревна')
  assert.equal(await field('Логин').inputValue(), 'lebedeva.oi')
  await type(field('Пароль'), PASSWORD)
  await look('administrator')
  await click(page.getByRole('button', { name: 'Открыть школу' }))
  await page.getByRole('heading', { name: 'Школа открыта' }).waitFor()
  await look('opened')
  await click(page.getByRole('link', { name: 'Открыть учебный год' }))
}

/** The year as its template has it, but for what the school does otherwise; ends where the product leads on. */
async function openYear({ page, look, click }: Walk, otherwise: (step: string) => Promise<void>): Promise<void> {
  await click(page.getByRole('button', { name: 'Подготовить год' }))
  await click(page.getByRole('dialog').getByRole('button', { name: 'Подготовить' }))
  for (const step of ['границы', 'периоды', 'каникулы', 'праздники', 'звонки', 'классы']) {
    await page.getByRole('heading', { name: `2026/27: ${step}` }).waitFor()
    await otherwise(step)
    await click(page.getByRole('button', { name: /^(Дальше|Сохранить и продолжить)$/ }))
  }
  await page.getByRole('heading', { name: '2026/27: открытие' }).waitFor()
  await look('year')
  await click(page.getByRole('button', { name: 'Открыть учебный год' }))
  await page.getByText('Первые шаги: сделано 2 из 8.').waitFor()
  await look('year-opened')
  await click(page.getByRole('link', { name: 'Следующий шаг: классы' }))
}

/** The six lists, one leading to the next. */
async function bringLists({ page, look, click, file }: Walk, files: Files): Promise<void> {
  for (const [i, kind] of lists.entries()) {
    await file(files[kind].name, files[kind].bytes)
    const load = page.getByRole('button', { name: /^Загрузить \d/ })
    const nothing = page.getByText('Загружать нечего: в школе всё уже так, как в файле.')
    await load.or(nothing).waitFor({ timeout: 60_000 })
    await look(`check-${kind}`)
    if (await load.isVisible()) {
      await click(load)
      await click(page.getByRole('dialog').getByRole('button', { name: 'Загрузить' }))
      await page.getByText(/^Добавлено: \d/).waitFor({ timeout: 60_000 })
    }
    if (i + 1 < lists.length) await click(page.getByRole('link', { name: /^Дальше: / }))
  }
  await page.getByText('Первые шаги: сделано').waitFor()
  await look('lists-done')
}

/** The slips of these people, ready to print. */
async function issue({ page, look, click, choose }: Walk, whom: string, people: number): Promise<void> {
  await page.getByText('Первые шаги: сделано 6 из 8.').waitFor()
  await click(page.getByRole('link', { name: 'Следующий шаг: доступ' }))
  await choose(page.getByLabel('Кому', { exact: true }), whom)
  const button = page.getByRole('button', { name: `Выдать доступ: ${people}` })
  await button.waitFor()
  await look('issue')
  await click(button)
  await page.getByRole('button', { name: 'Распечатать листки' }).waitFor({ timeout: 120_000 })
  await look('slips')
}

type Standing = Record<'classes' | 'led' | 'students' | 'groups' | 'load' | 'accounts' | 'open' | 'combined', number>
const standing = ({ rows }: Walk) =>
  rows<Standing>(`select
    (select count(*)::int from study_group where kind = 'class') as classes,
    (select count(distinct class_id)::int from homeroom) as led,
    (select count(distinct student_id)::int from enrolment) as students,
    (select count(*)::int from study_group where kind <> 'class') as groups,
    (select count(*)::int from assignment) as load,
    (select count(*)::int from account where must_change_password) as accounts,
    (select count(*)::int from study_group where kind = 'combined') as combined,
    (select count(*)::int from school_year where opened_at is not null) as open`)

const town = {
  name: 'МБОУ «СОШ № 12»',
  fullName: 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 12»',
  city: 'г. Самара',
  head: 'Морозов Андрей Викторович',
}

test('a newcomer opens a town school from an empty database and six lists in minutes, led by the product [R070, R071, R099]', async (context) => {
  const { model, ...files } = await townFiles()
  await newcomer(async (walk) => {
    const began = performance.now()
    await openSchool(walk, town)
    await openYear(walk, async () => {})
    await bringLists(walk, files)
    const teachers = (await walk.rows<{ n: number }>('select count(distinct person_id)::int as n from staff'))[0]!.n - 1
    // Of two thousand passwords each costs a processor's time; that everybody gets one is seen in the village.
    await issue(walk, 'Сотрудники', teachers)
    const [made] = await standing(walk)
    assert.equal(made!.accounts, teachers)
    assert.deepEqual(
      [made!.open, made!.classes, made!.led, made!.students],
      [1, model.classes.length, model.classes.length, model.students.length],
    )
    assert.ok(made!.groups > 100 && made!.load >= model.load.length, JSON.stringify(made))
    const { clicks, keys, files: read } = walk.counted()
    const seconds = Math.round((performance.now() - began) / 1_000)
    context.diagnostic(`clicks ${clicks}, keys ${keys}, files ${read}; the program took ${seconds} s`)
    assert.ok(clicks < 90, `${clicks} clicks`)
    await walk.page.goto('/school')
    await walk.page.getByText('6 из 8').waitFor()
    await walk.look('end')
    assert.deepEqual(walk.troubles, [])
  })
})

const village = {
  name: 'МКОУ «Берёзовская ООШ»',
  fullName: 'Муниципальное казённое общеобразовательное учреждение «Берёзовская основная общеобразовательная школа»',
  city: 'с. Берёзовка',
  head: 'Ершова Нина Петровна',
}

test('a newcomer opens a village school: combined classes, a second shift, trimesters [R070, R071, R099]', async (context) => {
  const { model, ...files } = await ruralFiles()
  await newcomer(async (walk) => {
    const { page } = walk
    await openSchool(walk, village)
    await openYear(walk, async (step) => {
      if (step === 'периоды') await walk.choose(page.getByLabel('Периоды', { exact: true }).first(), 'Триместры')
      if (step === 'каникулы') {
        await page.getByText('Каникулы не сходятся с периодами.').waitFor()
        await walk.look('vacations')
        await walk.click(page.getByRole('button', { name: 'Подставить каникулы к этим периодам' }))
      }
    })
    await bringLists(walk, files)
    // Grades 7 to 9 learn in the second shift, which the template of the year has no bells for.
    await walk.click(page.getByRole('link', { name: 'Следующий шаг: учебный год' }))
    await page.getByText(/Сейчас шаг «Учебный год»: готово \d+ %/).waitFor()
    await walk.look('year-left')
    await walk.click(page.getByRole('link', { name: 'Звонки', exact: true }))
    await page.getByText('Нет звонков для классов: 7, 8, 9.').waitFor()
    await walk.look('bells')
    await walk.click(page.getByRole('button', { name: 'Добавить для них звонки по образцу' }))
    await walk.click(page.getByRole('button', { name: 'Сохранить', exact: true }))
    // Saved, it is the year again, and the way on.
    const teachers = (await walk.rows<{ n: number }>('select count(distinct person_id)::int as n from staff'))[0]!.n - 1
    await issue(walk, 'Вся школа', model.students.length + teachers)
    const [made] = await standing(walk)
    assert.deepEqual(
      [made!.open, made!.classes, made!.led, made!.students, made!.combined, made!.accounts],
      [1, 9, 9, model.students.length, 2, model.students.length + teachers],
    )
    const terms = await walk.rows<{ kind: string }>(
      'select distinct kind from term where from_grade = 1 and school_year_id is not null',
    )
    assert.deepEqual(terms, [{ kind: 'trimester' }])
    const shifts = await walk.rows<{ shift: number; grades: string }>(
      `select shift, min(grade) || '–' || max(grade) as grades from study_group where kind = 'class' group by shift order by shift`,
    )
    assert.deepEqual(shifts, [
      { shift: 1, grades: '1–6' },
      { shift: 2, grades: '7–9' },
    ])
    const { clicks, keys, files: read } = walk.counted()
    context.diagnostic(`clicks ${clicks}, keys ${keys}, files ${read}`)
    assert.ok(clicks < 100, `${clicks} clicks`)
    // The slips printed, it is the first steps again; the register is a press away, and leads back.
    await walk.click(page.getByRole('button', { name: 'Распечатать листки' }))
    await walk.click(page.getByRole('button', { name: 'Готово', exact: true }))
    await page.getByText('7 из 8').waitFor()
    await walk.look('end')
    await walk.click(page.getByRole('link', { name: 'Журнал выдачи' }))
    await page.getByText('Первые шаги: сделано 7 из 8.').waitFor()
    await walk.look('register')
    for (const path of ['card', 'classes', 'curriculum', 'people', 'load']) {
      await page.goto(`/school/${path}`)
      await page
        .getByRole('link', { name: 'Следующий шаг: родители' })
        .or(page.getByText(/Сейчас шаг «Родители»/))
        .waitFor()
      await walk.look(`guided-${path}`)
    }
    assert.deepEqual(walk.troubles, [])
  })
})
