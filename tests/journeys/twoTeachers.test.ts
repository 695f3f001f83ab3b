import assert from 'node:assert/strict'
import { emptied, type Lesson, lessonOf, marksOf, names, openJournal, press, saved } from './journal.ts'
import { journey, TODAY } from './stage.ts'

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
  const [covered] = await stage.rows<Lesson & { cover: string; teacher: string }>(
    `select l.id, w.id as "workId", l.course_id as "courseId", c.group_id as "groupId", to_char(l.date, 'YYYY-MM-DD') as date, a.login as cover, b.login as teacher
     from lesson l join course c on c.id = l.course_id join account a on a.person_id = l.teacher_id join account b on b.person_id = l.instead_of_id
     join work w on w.lesson_id = l.id and w.position = 1
     where not l.cancelled and l.date between '2026-11-02' and $1 order by l.date desc, l.id limit 1`,
    [TODAY],
  )
  const [teacher, cover] = await Promise.all([stage.enter(covered!.teacher), stage.enter(covered!.cover)])
  const hers = await openJournal(teacher, covered!)
  const theirs = await openJournal(cover, covered!)
  const [first = -1, second = -1] = (await hers.texts()).flatMap((text, i) => (text === '' ? [i] : []))
  await theirs.cell(first).click()
  await press(cover, '5')
  await hers.cell(first).getByText('5', { exact: true }).waitFor()
  await hers.cell(second).click()
  await press(teacher, 'б')
  await theirs.cell(second).getByText('б', { exact: true }).waitFor()
  await Promise.all([saved(teacher), saved(cover)])
})
