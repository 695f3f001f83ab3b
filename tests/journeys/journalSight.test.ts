import assert from 'node:assert/strict'
import { lessonOf, openJournal } from './journal.ts'
import { journey } from './stage.ts'

journey('a page wider than the screen shows whole columns from the names to the averages', async (stage) => {
  const lesson = await lessonOf(stage, '7Б', 'Алгебра', { ago: 1 })
  const page = await stage.enter('ivanova')
  await openJournal(page, lesson)
  const cut = await page.evaluate(() => {
    const [names, ...rest] = [...document.querySelector('[role="grid"] [aria-rowindex="1"]')!.children]
    const [left, right] = [names!.getBoundingClientRect().right, rest.at(-1)!.getBoundingClientRect().left]
    return [...document.querySelectorAll('[data-column]')]
      .map((head) => head.getBoundingClientRect())
      .filter((head) => [left, right].some((edge) => head.left < edge - 1 && head.right > edge + 1)).length
  })
  assert.equal(cut, 0)
})

journey('on a phone nine students are in sight above the pad, and the next journal is two presses away', async (stage) => {
  const lesson = await lessonOf(stage, '7Б', 'Алгебра', { ago: 1 })
  const page = await stage.enter('ivanova', { viewport: 'phone' })
  await page.goto(`/journal/${lesson.courseId}`)
  const pad = page.getByRole('group', { name: 'Отметки и пропуски' })
  await pad.getByRole('button', { name: /^осв/ }).waitFor()
  const inSight = async () => {
    const dock = (await pad.locator('..').boundingBox())!
    const students = await page.locator('[aria-current]:is(li > button)').all()
    const boxes = await Promise.all(students.map((student) => student.boundingBox()))
    return boxes.filter((box) => box && box.y + box.height <= dock.y + 1).length
  }
  // To the browser of an earlier journey this one is a new device: the question about it takes its room until it is answered.
  const mine = page.getByRole('button', { name: 'Это я', exact: true })
  for (let i = 0; i < 50 && (await inSight()) < 9; i++) {
    if (await mine.isVisible()) await mine.tap()
    await page.waitForTimeout(200)
  }
  assert.ok((await inSight()) >= 9)
  await page.getByRole('button', { name: '7Б · Алгебра · 2 четверть' }).tap()
  await page.getByLabel('Предмет').selectOption({ label: 'Геометрия' })
  await page.getByRole('button', { name: '7Б · Геометрия · 2 четверть' }).waitFor()
})
