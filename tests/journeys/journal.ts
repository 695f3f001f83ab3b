import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { type Stage, TODAY } from './stage.ts'

export type Lesson = { id: string; workId: string; courseId: string; groupId: string; date: string }

/** A lesson of the demo school by its group and subject: today's, the one of the day named, or `ago` lessons before today. */
export async function lessonOf(
  stage: Stage,
  group: string,
  subject: string,
  when: { date?: string; ago?: number } = {},
): Promise<Lesson> {
  const [lesson] = await stage.rows<Lesson>(
    `select l.id, w.id as "workId", c.id as "courseId", g.id as "groupId", to_char(l.date, 'YYYY-MM-DD') as date
     from lesson l
     join course c on c.id = l.course_id
     join study_group g on g.id = c.group_id
     join subject s on s.id = c.subject_id
     join work w on w.lesson_id = l.id and w.position = 1
     where g.name = $1 and s.name = $2 and not l.cancelled and l.date <= $3 and ($4 or l.date = $3)
     order by l.date desc, l.number offset $5 limit 1`,
    [group, subject, when.date ?? TODAY, when.ago !== undefined, when.ago ?? 0],
  )
  assert.ok(lesson, `${group}, ${subject}: no such lesson`)
  return lesson
}

/** The lesson as it was before anybody wrote into it. */
export async function emptied(stage: Stage, lesson: Lesson): Promise<Lesson> {
  await stage.happens('delete from mark m using work w where w.id = m.work_id and w.lesson_id = $1', [lesson.id])
  await stage.happens('delete from absence where lesson_id = $1', [lesson.id])
  await stage.happens('update homework set removed = true where lesson_id = $1', [lesson.id])
  await stage.happens(`update lesson set topic = '', roll_called_at = null where id = $1`, [lesson.id])
  return lesson
}

/** Opens the page of the journal at the lesson and answers the lesson's column. */
export async function openJournal(page: Page, { courseId, id, date }: Lesson): Promise<Column> {
  await page.goto(`/journal/${courseId}?lesson=${id}`)
  return columnOf(page, new RegExp(`^${dayAndMonth(date)}(,|$)`))
}

export type Column = {
  head: Locator
  /** The cell of a student, by the name that stands at the head of the row or its place in the list. */
  cell(student: string | number): Locator
  /** What stands in the cells, from the first student to the last. */
  texts(): Promise<string[]>
}

/** A column of the open grid by the name of its head. */
export async function columnOf(page: Page, name: RegExp): Promise<Column> {
  const head = page.getByRole('grid').getByRole('columnheader', { name }).first()
  const place = await head.getAttribute('aria-colindex')
  const cell = (row: Locator) => row.locator(`[aria-colindex="${place}"]`)
  const rows = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
  return {
    head,
    cell: (student) =>
      cell(
        typeof student === 'number'
          ? rows.nth(student)
          : rows.filter({ has: page.getByRole('rowheader', { name: student, exact: true }) }),
      ),
    texts: () => cell(rows).allInnerTexts(),
  }
}

/** The averages at the end of the rows. */
export const averages = async (page: Page): Promise<string[]> => (await columnOf(page, /^Средний/)).texts()

export const names = (page: Page): Promise<string[]> =>
  page
    .getByRole('grid')
    .getByRole('rowheader')
    .evaluateAll((heads) => heads.map((head) => head.lastChild?.textContent ?? ''))

/** Everything typed has reached the journal. */
export async function saved(page: Page): Promise<void> {
  // The indicator turns in the frame after the key.
  await page.evaluate(() => new Promise(requestAnimationFrame))
  await page.getByRole('button', { name: 'Всё сохранено' }).waitFor()
}

/** The line under the grid and the live region say it. */
export const told = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole('status').getByText(text).waitFor({ state: 'attached' })

/** What the database has for a work, by student: «5», «4/5». */
export async function marksOf(stage: Stage, { workId }: Pick<Lesson, 'workId'>): Promise<Map<string, string>> {
  const rows = await stage.rows<{ name: string; text: string }>(
    `select p.surname || ' ' || p.given_name as name, array_to_string(m.values, '/') as text
     from mark m join person p on p.id = m.student_id where m.work_id = $1 and (m.values <> '{}' or m.due_on is not null)`,
    [workId],
  )
  return new Map(rows.map(({ name, text }) => [name, text]))
}

/** Counts what the person's hands do: presses of keys and clicks that the browser has seen. */
export async function watchHands(page: Page): Promise<() => Promise<{ keys: number; clicks: number }>> {
  await page.evaluate(() => {
    const hands = { keys: 0, clicks: 0 }
    Object.assign(window, { hands })
    window.addEventListener('keydown', (event) => event.isTrusted && hands.keys++, true)
    window.addEventListener('pointerdown', (event) => event.isTrusted && hands.clicks++, true)
  })
  return () => page.evaluate(() => (window as unknown as { hands: { keys: number; clicks: number } }).hands)
}

/** The keys of the Russian layout that the journal reads, by the place where they lie. */
const places: Record<string, string> = { н: 'KeyY', б: 'Comma', у: 'KeyE', п: 'KeyG', о: 'KeyJ', с: 'KeyC', з: 'KeyP' }

/** Types as a teacher does, one key after another; a Russian letter as the Russian layout gives it. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (places[key]) await pressRussian(page, key, places[key])
    else await page.keyboard.press(key)
  }
}

async function pressRussian(page: Page, key: string, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code })
  await session.detach()
}
