import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { lessonOf, names, openJournal, press, saved } from './journal.ts'
import { journey } from './stage.ts'

/** Where the keyboard is, and whether that can be seen: the ring is there and nothing sticky lies over it. */
const focus = (page: Page) =>
  page.evaluate(async () => {
    // It follows the cursor in the frame after the key.
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
    const element = document.activeElement as HTMLElement
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return {
      role: element.closest('[role=grid]') ? 'grid' : element.tagName.toLowerCase(),
      row: element.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? null,
      column: element.getAttribute('aria-colindex'),
      visible: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
      clear: top !== null && (element === top || element.contains(top)),
    }
  })

journey(
  'the grid is one stop of the keyboard: arrows walk in it, the focus is always seen, Escape and Tab lead out',
  async (stage) => {
    const lesson = await lessonOf(stage, '7Б', 'Алгебра', { ago: 0 })
    const page = await stage.enter('ivanova')
    const column = await openJournal(page, lesson)
    const start = await column.head.getAttribute('aria-colindex')
    let stops = 0
    while ((await focus(page)).role !== 'grid') {
      await press(page, 'Tab')
      assert.ok(stops++ < 40, 'Tab never comes to the grid')
    }
    assert.deepEqual({ ...(await focus(page)) }, { role: 'grid', row: '2', column: start, visible: true, clear: true })

    const [rows, columns] = [(await names(page)).length, Number(await page.getByRole('grid').getAttribute('aria-colcount'))]
    const walks: [keys: string[], row: number, column: number][] = [
      [['ArrowDown', 'ArrowDown'], 4, Number(start)],
      [['ArrowRight'], 4, Number(start) + 1],
      [['Home'], 4, 2],
      [['End'], 4, columns],
      [['Control+End'], rows + 1, columns],
      [['Control+Home'], 2, 2],
      [['PageDown', 'PageDown'], 22, 2],
      [['Control+ArrowRight', 'Control+ArrowDown'], rows + 1, columns],
      [['Control+ArrowUp', 'Home'], 2, 2],
      [['ArrowUp'], 1, 2],
      [['ArrowDown', 'Tab', 'Tab'], 2, 4],
      [['Shift+Tab'], 2, 3],
      [['Enter', 'Enter', 'Shift+Enter'], 3, 3],
    ]
    for (const [keys, row, at] of walks) {
      await press(page, ...keys)
      assert.deepEqual(
        await focus(page),
        { role: 'grid', row: String(row), column: String(at), visible: true, clear: true },
        keys.join(' '),
      )
    }
    await press(page, 'Escape', 'Tab')
    assert.notEqual((await focus(page)).role, 'grid')
    await press(page, 'Shift+Tab')
    assert.deepEqual(await focus(page), { role: 'grid', row: '3', column: '3', visible: true, clear: true })
    await press(page, 'Escape', 'Shift+Tab')
    assert.notEqual((await focus(page)).role, 'grid')
  },
)

journey('a screen reader is told who, when and what, why a cell is closed, and what was entered', async (stage) => {
  const lesson = await lessonOf(stage, '7Б', 'Алгебра', { ago: 0 })
  const page = await stage.enter('ivanova')
  const column = await openJournal(page, lesson)
  const grid = page.getByRole('grid', { name: 'Журнал: 7Б, Алгебра, 2 четверть' })
  const students = await names(page)
  assert.equal(Number(await grid.getAttribute('aria-rowcount')), students.length + 1)
  assert.equal(await grid.getByRole('columnheader').count(), Number(await grid.getAttribute('aria-colcount')))
  for (const head of await grid.getByRole('columnheader').filter({ hasText: 'ноября' }).all())
    assert.match((await head.ariaSnapshot()).replaceAll('"', ''), /columnheader \d+ ноября, \S+/)
  const [first = ''] = students
  const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: first, exact: true }) })
  assert.equal(await row.getByRole('gridcell').count(), Number(await grid.getAttribute('aria-colcount')) - 1)

  // A lesson that has not been yet.
  const future = column.cell(first).locator('xpath=following::*[@role="gridcell"]').first()
  await future.click()
  assert.equal(await future.getAttribute('aria-readonly'), 'true')
  assert.match((await future.getAttribute('aria-description')) ?? '', /ещё не состоялся/)

  const said = page.getByRole('status').last()
  await column.cell(first).click()
  await press(page, '5')
  await said.getByText(`${first}: `).waitFor({ state: 'attached' })
  assert.match(await said.innerText(), /5$/)
  await press(page, '1')
  await said.getByText('Отметки «1» нет: ставят от 5 до 2.').waitFor({ state: 'attached' })
  await press(page, 'Control+z')
  await said.getByText('Отменено: 1 клетка').waitFor({ state: 'attached' })
  await saved(page)
})

journey('a long page opens at the lesson asked for, with the weeks before it in sight', async (stage) => {
  const lesson = await lessonOf(stage, '10А', 'Физика', { ago: 0 })
  const page = await stage.enter('zavuch')
  const column = await openJournal(page, lesson)
  await column.head.waitFor()
  const at = await column.head.evaluate((head) => {
    const frame = head.closest('[role=grid]')!.parentElement!
    const [box, sight] = [head.getBoundingClientRect(), frame.getBoundingClientRect()]
    return { scrolled: frame.scrollLeft, from: (box.left - sight.left) / sight.width }
  })
  assert.ok(at.scrolled > 0, 'the page of the test is too short')
  assert.ok(at.from > 0.4 && at.from < 0.8, `the lesson stands at ${at.from} of the width`)
})

journey(
  'far columns of a long page are drawn when somebody comes to them, by key or by wheel; all of them are on paper',
  async (stage) => {
    const lesson = await lessonOf(stage, '10А', 'Физика', { ago: 0 })
    const page = await stage.enter('zavuch')
    const column = await openJournal(page, lesson)
    const grid = page.getByRole('grid')
    const cells = () => grid.getByRole('row').nth(1).getByRole('gridcell').count()
    const all = Number(await grid.getAttribute('aria-colcount')) - 1
    const rows = Number(await grid.getAttribute('aria-rowcount')) - 1
    assert.ok((await cells()) < all, `the page of the test is too short: ${await cells()} of ${all}`)
    await column.cell(0).click()
    await press(page, 'Home')
    assert.deepEqual(await focus(page), { role: 'grid', row: '2', column: '2', visible: true, clear: true })
    await press(page, 'End', 'ArrowLeft', 'ArrowLeft', 'Shift+Control+ArrowLeft')
    const end = await focus(page)
    assert.deepEqual(end, { role: 'grid', row: '2', column: '2', visible: true, clear: true })
    const last = grid.locator(`[aria-rowindex="6"] [aria-colindex="${all - 1}"]`)
    await page.mouse.wheel(20_000, 0)
    await last.waitFor()
    await last.click()
    await press(page, 'ArrowDown')
    assert.deepEqual((await focus(page)).row, '7')
    await page.mouse.wheel(-20_000, 0)
    await grid.locator('[aria-rowindex="6"] [aria-colindex="2"]').waitFor()
    await press(page, 'ArrowDown')
    assert.deepEqual(await focus(page), { role: 'grid', row: '8', column: String(all - 1), visible: true, clear: true })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    const sheets = page.getByRole('table')
    const days = await sheets.locator('thead tr:nth-child(2) th').count()
    assert.equal(days, all - 2, 'every lesson and work is on paper, whatever was drawn on the screen')
    assert.deepEqual(
      await Promise.all((await sheets.all()).map((one) => one.locator('tbody tr').count())),
      (await sheets.all()).map(() => rows),
      'each sheet has all the names',
    )
    await sheets.last().getByText('Средний').waitFor()
  },
)
