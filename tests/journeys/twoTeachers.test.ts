import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { emptied, type Lesson, lessonOf, marksOf, names, openJournal, press, saved } from './journal.ts'
import { journey, type Stage, TODAY } from './stage.ts'

journey('what a teacher enters in one window is at once in the other, and neither overwrites the other', async (stage, tell) => {
  const lesson = await emptied(stage, await lessonOf(stage, '8Б', 'Русский язык'))
  const [desk, home] = await Promise.all([stage.enter('sokolova'), stage.enter('sokolova')])
  const atDesk = await openJournal(desk, lesson)
  const atHome = await openJournal(home, lesson)
  await atDesk.cell(0).click()
  await press(desk, '5')
  const typed = Date.now()
  await atHome.cell(0).getByText('5', { exact: true }).waitFor()
  tell(`the other window shows the mark after ${Date.now() - typed} ms`)

  await atDesk.cell(2).click()
  await atHome.cell(10).click()
  await Promise.all([press(desk, '5', '4', '3', '5'), press(home, '4', '4', '2', '3')])
  await Promise.all([saved(desk), saved(home)])
  const expected = ['5', '', '5', '4', '3', '5', '', '', '', '', '4', '4', '2', '3']
  await atDesk.cell(13).getByText('3', { exact: true }).waitFor()
  await atHome.cell(5).getByText('5', { exact: true }).waitFor()
  assert.deepEqual((await atDesk.texts()).slice(0, 14), expected)
  assert.deepEqual((await atHome.texts()).slice(0, 14), expected)
  const stored = await marksOf(stage, lesson)
  assert.deepEqual(
    (await names(desk)).slice(0, 14).map((name) => stored.get(name) ?? ''),
    expected,
  )
})

journey('two values for one cell: nothing is overwritten, the second teacher sees both and chooses', async (stage) => {
  const lesson = await lessonOf(stage, '8Б', 'Русский язык', { ago: 1 })
  const [desk, train] = await Promise.all([stage.enter('sokolova'), stage.enter('sokolova')])
  const atDesk = await openJournal(desk, lesson)
  const inTrain = await openJournal(train, lesson)
  const [first = -1, second = -1] = (await atDesk.texts()).flatMap((text, i) => (text === '' ? [i] : []))
  const [one = '', other = ''] = (await names(desk)).filter((_, i) => i === first || i === second)

  await train.context().setOffline(true)
  for (const student of [first, second]) {
    await inTrain.cell(student).click()
    await press(train, '4')
    await atDesk.cell(student).click()
    await press(desk, '5')
  }
  await saved(desk)
  await train.context().setOffline(false)
  await train.getByText('2 клетки не приняты').waitFor()
  const before = await marksOf(stage, lesson)
  assert.deepEqual([before.get(one), before.get(other)], ['5', '5'])

  const panel = train.getByRole('complementary', { name: 'Сведения о клетке' })
  await inTrain.cell(first).click()
  await press(train, 'Alt+Enter')
  await panel.getByText('Пока вы вводили, здесь уже записали другое. Что оставить?').waitFor()
  assert.match(await panel.getByRole('button', { name: /Оставить это/ }).innerText(), /^5\s+Соколова Е\. В\./)
  await panel.getByRole('button', { name: /^4.*Записать моё/s }).click()
  await atDesk.cell(first).getByText('4', { exact: true }).waitFor()
  await inTrain.cell(second).click()
  await panel.getByRole('button', { name: /^5.*Оставить это/s }).click()
  await saved(train)
  assert.equal(await inTrain.cell(second).innerText(), '5')
  const after = await marksOf(stage, lesson)
  assert.deepEqual([after.get(one), after.get(other)], ['4', '5'])
})

journey('the teacher at home and the colleague who covers the lesson see each other write', async (stage) => {
  const covered = await coveredLesson(stage)
  const [teacher, cover] = await Promise.all([stage.enter(covered.teacher), stage.enter(covered.cover)])
  const hers = await openJournal(teacher, covered)
  const theirs = await openJournal(cover, covered)
  const [first = -1, second = -1] = (await hers.texts()).flatMap((text, i) => (text === '' ? [i] : []))
  await theirs.cell(first).click()
  await press(cover, '5')
  await hers.cell(first).getByText('5', { exact: true }).waitFor()
  await hers.cell(second).click()
  await press(teacher, 'б')
  await theirs.cell(second).getByText('б', { exact: true }).waitFor()
  await Promise.all([saved(teacher), saved(cover)])
})

journey('two teachers edit one homework: who comes second sees both versions, and only their word overwrites', async (stage) => {
  const covered = await coveredLesson(stage)
  const [teacher, cover] = await Promise.all([stage.enter(covered.teacher), stage.enter(covered.cover)])
  const [hers, theirs] = [await topicsOf(teacher, covered), await topicsOf(cover, covered)]
  const standing = async () =>
    (
      await stage.rows<{ content: string }>('select content from homework where lesson_id = $1 and not removed', [covered.id])
    ).map(({ content }) => content)

  await write(hers.homework, 'Решить № 1')
  await saved(teacher)
  await holds(theirs.homework, 'Решить № 1')
  await theirs.homework.press('End')
  await theirs.homework.pressSequentially(', 2')
  await write(hers.homework, 'Повторить § 5')
  await write(hers.topic, 'Проценты')
  await saved(teacher)
  await holds(theirs.topic, 'Проценты') // the news has come, and what is being typed stays in its field
  await theirs.homework.pressSequentially(', 3')
  assert.equal(await theirs.homework.inputValue(), 'Решить № 1, 2, 3')
  await theirs.homework.press('Tab')
  await theirs.choice(/Повторить § 5.*Оставить это/s).waitFor()
  assert.match(await theirs.choice(/Оставить это/).innerText(), new RegExp(`${covered.teacherName}.*\\d\\d:\\d\\d`))
  assert.deepEqual(await standing(), ['Повторить § 5'])
  await theirs.choice(/Решить № 1, 2, 3.*Записать моё/s).click()
  await saved(cover)
  assert.deepEqual(await standing(), ['Решить № 1, 2, 3'])
  await holds(hers.homework, 'Решить № 1, 2, 3')

  await cover.context().setOffline(true)
  await write(theirs.homework, 'Решить № 5')
  await write(theirs.topic, 'Дроби')
  await write(hers.homework, 'Решить № 4')
  await write(hers.topic, 'Проценты от числа')
  await saved(teacher)
  await cover.context().setOffline(false)
  await theirs.choice(/Проценты от числа.*Оставить это/s).waitFor()
  await theirs.choice(/Дроби.*Записать моё/s).click()
  await theirs.choice(/Решить № 4.*Оставить это/s).click()
  await saved(cover)
  await holds(theirs.homework, 'Решить № 4')
  await holds(hers.topic, 'Дроби')
  assert.deepEqual(await standing(), ['Решить № 4'])
})

journey('a first homework that two teachers type at once stands twice, and neither loses a letter', async (stage) => {
  const covered = await coveredLesson(stage)
  const [teacher, cover] = await Promise.all([stage.enter(covered.teacher), stage.enter(covered.cover)])
  const [hers, theirs] = [await topicsOf(teacher, covered), await topicsOf(cover, covered)]
  await write(hers.homework, '') // whatever stood there
  await holds(theirs.homework, '')
  await theirs.homework.pressSequentially('Решить')
  await write(hers.homework, 'Повторить § 5')
  await write(hers.topic, 'Проценты')
  await saved(teacher)
  await holds(theirs.topic, 'Проценты')
  await theirs.homework.pressSequentially(' № 1')
  await theirs.homework.press('Tab')
  await saved(cover)
  await cover.getByText('Ещё одно задание для всех').waitFor()
  const rows = await stage.rows<{ content: string }>(
    'select content from homework where lesson_id = $1 and not removed order by id',
    [covered.id],
  )
  assert.deepEqual(rows.map(({ content }) => content).sort(), ['Повторить § 5', 'Решить № 1'])
})

journey('two notes on one lesson: the second teacher sees the first one’s, and chooses', async (stage) => {
  const covered = await coveredLesson(stage)
  const [teacher, cover] = await Promise.all([stage.enter(covered.teacher), stage.enter(covered.cover)])
  const noteOf = async (page: Page) => {
    await (await openJournal(page, covered)).head.click()
    const note = page.getByLabel('Служебная заметка')
    await note.waitFor()
    return note
  }
  const [hers, theirs] = [await noteOf(teacher), await noteOf(cover)]
  await cover.context().setOffline(true)
  await write(theirs, 'Принести циркули')
  await write(hers, 'Заменить доску')
  await saved(teacher)
  await cover.context().setOffline(false)
  await cover.getByRole('button', { name: /Заменить доску.*Оставить это/s }).waitFor()
  await cover.getByRole('button', { name: /Принести циркули.*Записать моё/s }).click()
  await holds(hers, 'Принести циркули')
  await saved(cover)
})

type Covered = Lesson & { cover: string; teacher: string; teacherName: string }

/** The last lesson that a colleague holds for its teacher, the only one of its day. */
async function coveredLesson(stage: Stage): Promise<Covered> {
  const [covered] = await stage.rows<Covered>(
    `select l.id, w.id as "workId", l.course_id as "courseId", c.group_id as "groupId", to_char(l.date, 'YYYY-MM-DD') as date,
       a.login as cover, b.login as teacher, p.surname as "teacherName"
     from lesson l join course c on c.id = l.course_id join account a on a.person_id = l.teacher_id
     join account b on b.person_id = l.instead_of_id join person p on p.id = b.person_id
     join work w on w.lesson_id = l.id and w.position = 1
     where not l.cancelled and l.date between '2026-11-02' and $1
       and not exists (select from lesson o where o.course_id = l.course_id and o.date = l.date and o.id <> l.id)
     order by l.date desc, l.id limit 1`,
    [TODAY],
  )
  assert.ok(covered, 'nobody is covered')
  return covered
}

/** The row of the lesson on the tab «Темы и задания». */
async function topicsOf(page: Page, { courseId, date }: Lesson) {
  await page.goto(`/journal/${courseId}?tab=topics`)
  const day = dayAndMonth(date)
  return {
    topic: page.getByLabel(`Тема урока ${day}`),
    homework: page.getByLabel(`Что сделать дома, задание от ${day}`).first(),
    choice: (text: RegExp) => page.getByRole('alert').getByRole('button', { name: text }),
  }
}

/** Types into a field and leaves it. */
async function write(field: Locator, text: string): Promise<void> {
  await field.fill(text)
  await field.press('Tab')
}

/** The field comes to hold the text. */
async function holds(field: Locator, text: string): Promise<void> {
  await field.waitFor()
  const element = await field.elementHandle()
  await field.page().waitForFunction(([area, value]) => (area as HTMLTextAreaElement).value === value, [element, text] as const)
}
