import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { handClock } from '#tests/handClock.ts'
import { columnOf, type Lesson, names, saved } from './journal.ts'
import { type OpenStage, openStage } from './stage.ts'

const ARRIVES = '2027-01-18'
const IN_JANUARY = '2027-01-25'
const MOVES = '2027-02-08'
const LEAVES = '2027-04-19'
const [STUDENT, MOTHER] = [randomUUIDv7(), randomUUIDv7()]
const NAME = 'Абаев Глеб'

type Held = Lesson & { login: string }
type Walk = { stage: OpenStage; open(login: string, address: string, device?: 'desk' | 'phone'): Promise<Page> }

test('who arrives in January, moves in February and leaves in April is where they were, on every screen [R092] [R093] [R095]', async (context) => {
  const clock = handClock(`${ARRIVES}T06:30:00Z`)
  const stage = await openStage(clock, ARRIVES)
  let today = ARRIVES
  const goTo = (date: string) => {
    clock.minutes((Date.parse(date) - Date.parse(today)) / 60_000)
    today = date
  }
  const open: Walk['open'] = async (login, address, device = 'desk') => {
    const page = await stage.enter(login, { viewport: device })
    await page.goto(address)
    return page
  }
  const walk = { stage, open }
  try {
    await newFamily(stage)
    await arrives(walk)
    assert.deepEqual(await counts(walk), { classA: 24, classB: 26, english: 13, school: 546 })

    goTo(IN_JANUARY)
    const january = await lessonOf(stage, '7А', 'Алгебра', IN_JANUARY)
    await gives(walk, january, '5')
    assert.deepEqual(await algebraOf(walk), { marks: ['5'], average: '5,00', from: null })
    await stage.leave()

    goTo(MOVES)
    await moves(walk)
    assert.deepEqual(await counts(walk), { classA: 23, classB: 27, english: 12, school: 546 })
    const february = await lessonOf(stage, '7Б', 'Алгебра', MOVES)
    await showsWhatWasBrought(walk, february)
    await gives(walk, february, '4')
    await isClosed(walk, await lessonOf(stage, '7А', 'Алгебра', MOVES))
    assert.deepEqual(await algebraOf(walk), { marks: ['5', '4'], average: '4,50', from: '1 отметка из 7А' })
    await stage.leave()

    goTo(LEAVES)
    await leaves(walk)
    assert.deepEqual(await counts(walk), { classA: 23, classB: 26, english: 12, school: 545 })
    await isClosed(walk, await lessonOf(stage, '7Б', 'Алгебра', LEAVES))
    await isToldOfLeaving(walk)
    await standsInTheBook(walk)
    assert.deepEqual(stage.troubles, [])
  } catch (error) {
    for (const picture of await stage.takePictures('movement')) context.diagnostic(picture)
    for (const trouble of stage.troubles) context.diagnostic(trouble)
    throw error
  } finally {
    await stage.close()
  }
})

/** The option of a list that reads like this. */
const optionOf = async (dialog: Locator, text: RegExp): Promise<string> =>
  (await dialog.getByRole('option', { name: text }).getAttribute('value', { timeout: 5_000 }))!

async function arrives({ stage, open }: Walk) {
  const page = await open('admin', `/school/classes/${await classId(stage, '7А')}`)
  await page.getByRole('button', { name: 'Зачислить' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Кого').fill('абаев')
  await dialog.getByRole('button', { name: /Абаев Глеб/ }).click()
  await dialog.getByLabel(/английский/).selectOption(await optionOf(dialog, /английский, 1/))
  await dialog.getByLabel('Приказ №').fill('7-к')
  await dialog.getByLabel('Откуда прибыл').fill('Гимназия № 2')
  await dialog.getByRole('button', { name: 'Зачислить' }).click()
  await said(page, /Зачисление записано: Абаев/)
}

async function moves({ stage, open }: Walk) {
  const page = await open('admin', `/school/classes/${await classId(stage, '7А')}`)
  await page.getByRole('button', { name: /^Действия: Абаев/ }).click()
  await page.getByRole('button', { name: 'Перевести в другой класс' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Класс', { exact: true }).selectOption({ label: '7Б' })
  await dialog.getByLabel(/английский/).selectOption(await optionOf(dialog, /английский, 2/))
  await dialog.getByLabel('Приказ №').fill('19-к')
  await dialog.getByRole('button', { name: 'Перевести' }).click()
  await said(page, /Перевод записан: Абаев/)
}

async function leaves({ stage, open }: Walk) {
  const page = await open('admin', `/school/classes/${await classId(stage, '7Б')}`)
  await page.getByRole('button', { name: /^Действия: Абаев/ }).click()
  await page.getByRole('button', { name: 'Отметить выбытие' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Приказ №').fill('41-к')
  await dialog.getByLabel('Куда выбыл').fill('Лицей № 1')
  await dialog.getByRole('button', { name: 'Отметить выбытие' }).click()
  await said(page, /Выбытие отмечено: Абаев/)
}

/** How many the screens count: on the cards of both classes, in the language group of 7А, in the movement book. */
async function counts({ stage, open }: Walk) {
  const page = await open('zavuch', `/school/classes/${await classId(stage, '7А')}`)
  const students = async () =>
    Number.parseInt(
      await page
        .getByText(/^\d+ учени(к|ка|ков)$/)
        .first()
        .innerText(),
      10,
    )
  const classA = await students()
  const parts = await page
    .getByText(/английский, 1\s\S\s\d+/)
    .first()
    .innerText()
  const english = Number(parts.match(/английский, 1\s\S\s(\d+)/)![1])
  await page.goto(`/school/classes/${await classId(stage, '7Б')}`)
  await page.getByRole('heading', { name: '7Б', level: 1 }).waitFor()
  const classB = await students()
  await page.goto('/school/movement')
  const total = page.getByText(/^На конец/).locator('..')
  await total.waitFor()
  const school = Number((await total.innerText()).trim().split(/\s/).at(-1))
  return { classA, classB, english, school }
}

/** The teacher of the lesson types a mark. */
async function gives({ open }: Walk, lesson: Held, value: string) {
  const page = await open(lesson.login, `/journal/${lesson.courseId}?lesson=${lesson.id}`)
  const column = await columnOf(page, new RegExp(`^${dayAndMonth(lesson.date)}(,|$)`))
  await column.cell(NAME).click()
  await page.keyboard.press(value)
  await saved(page)
}

/** The row is there, closed from that day on, and takes no key. */
async function isClosed({ open, stage }: Walk, lesson: Held) {
  const page = await open(lesson.login, `/journal/${lesson.courseId}?lesson=${lesson.id}`)
  const column = await columnOf(page, new RegExp(`^${dayAndMonth(lesson.date)}(,|$)`))
  const cell = column.cell(NAME)
  assert.deepEqual([await cell.getAttribute('data-away'), await cell.getAttribute('aria-readonly')], ['true', 'true'])
  assert.equal(await column.cell(2).getAttribute('data-away'), null, 'the rest of the class is here')
  await cell.click()
  await page.keyboard.press('5')
  await page.getByRole('status').getByText('ученик не числился в этом классе').first().waitFor({ state: 'attached' })
  const written = await stage.rows('select 1 from mark where work_id = $1 and student_id = $2', [lesson.workId, STUDENT])
  assert.deepEqual(written, [])
}

/** The new teacher sees the mark of 7А over the page, and it counts. */
async function showsWhatWasBrought({ open }: Walk, lesson: Held) {
  const page = await open(lesson.login, `/journal/${lesson.courseId}?lesson=${lesson.id}`)
  const brought = page.getByRole('region', { name: 'Прежние отметки периода' })
  assert.match(
    (await brought.innerText()).replaceAll(/\s+/g, ' '),
    /Абаев Глеб, прежние отметки \(7А\): 5.* 25 янв.* учтены в среднем/,
  )
  assert.equal((await names(page))[0], NAME)
  assert.equal((await (await columnOf(page, /^Средний/)).texts())[0], '5,00')
}

/** What the mother reads of algebra in this term, on a phone. */
async function algebraOf({ open }: Walk) {
  const page = await open('abaeva', '/diary/marks', 'phone')
  const subject = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Алгебра' }) })
  await subject.waitFor()
  assert.equal(await subject.count(), 1, 'the subject is one')
  const marks = await subject.getByRole('listitem').allInnerTexts()
  const from = subject.getByText(/отметка из/)
  return {
    marks: marks.map((text) => text.trim().charAt(0)),
    average: (
      await subject
        .getByRole('button', { name: /\d,\d\d$/ })
        .first()
        .innerText()
    )
      .trim()
      .match(/\d,\d\d/)![0],
    from: (await from.count()) > 0 ? (await from.innerText()).replaceAll('\u00a0', ' ') : null,
  }
}

async function isToldOfLeaving({ open }: Walk) {
  for (const login of ['abaev', 'abaeva']) {
    const page = await open(login, '/diary', 'phone')
    await page.getByText('Не учится в школе с 19 апреля 2027').waitFor()
    await page.goto(`/diary/week/2027-04-12`)
    await page.getByText('Алгебра').first().waitFor()
  }
}

async function standsInTheBook({ open }: Walk) {
  const page = await open('director', '/school/movement')
  const lines = page.getByRole('row').filter({ hasText: 'Абаев' })
  await lines.first().waitFor()
  const orders = await lines.allInnerTexts()
  assert.deepEqual(
    orders.map((text) => text.match(/№ (\d+-к)/)![1]),
    ['41-к', '19-к', '7-к'],
  )
}

const said = (page: Page, text: RegExp) => page.getByRole('region', { name: 'Сообщения' }).getByText(text).waitFor()

const classId = async (stage: OpenStage, name: string) =>
  (await stage.rows<{ id: string }>(`select id from study_group where kind = 'class' and name = $1`, [name]))[0]!.id

/** A student whom nobody has enrolled yet, and the mother, with accounts. */
async function newFamily(stage: OpenStage) {
  await stage.happens(
    `insert into person (school_id, id, surname, given_name, patronymic, sex) values (1, $1, 'Абаев', 'Глеб', 'Андреевич', 'm'), (1, $2, 'Абаева', 'Анна', 'Львовна', 'f')`,
    [STUDENT, MOTHER],
  )
  await stage.happens(`insert into guardian_of (school_id, guardian_id, student_id, relation) values (1, $1, $2, 'mother')`, [
    MOTHER,
    STUDENT,
  ])
  await stage.happens(
    `insert into account (school_id, person_id, login, password_hash, must_change_password)
     select 1, n.id, n.login, (select max(password_hash) from account), false from (values ($1::uuid, 'abaev'), ($2::uuid, 'abaeva')) n (id, login)`,
    [STUDENT, MOTHER],
  )
  await stage.happens(
    `insert into acknowledgement (school_id, act_id, person_id) select 1, a.id, p from local_act a, unnest($1::uuid[]) p where a.kind = 'terms'`,
    [[STUDENT, MOTHER]],
  )
}

/** The first lesson of the day, with who holds it. */
async function lessonOf(stage: OpenStage, group: string, subject: string, date: string): Promise<Held> {
  const [lesson] = await stage.rows<Held>(
    `select l.id, w.id as "workId", c.id as "courseId", g.id as "groupId", to_char(l.date, 'YYYY-MM-DD') as date, a.login
     from lesson l join course c on c.id = l.course_id join study_group g on g.id = c.group_id join subject s on s.id = c.subject_id
       join work w on w.lesson_id = l.id and w.position = 1 join account a on a.person_id = l.teacher_id
     where g.name = $1 and s.name = $2 and not l.cancelled and l.date = $3 order by l.number limit 1`,
    [group, subject, date],
  )
  assert.ok(lesson, `${group}, ${subject}: no lesson on ${date}`)
  return lesson
}
