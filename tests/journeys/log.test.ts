import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { pagesOfPdf } from '#tests/pdfText.ts'
import { lessonOf } from './journal.ts'
import { journey } from './stage.ts'

journey('the head finds who changed a mark, prints the extract, and a forgery is found [R053] [R046]', async (stage) => {
  const lesson = await lessonOf(stage, '7Б', 'Русский язык', { ago: 1 })
  const [student] = await stage.rows<{ id: string; name: string }>(
    `select p.id, p.surname || ' ' || p.given_name as name from enrolment e join person p on p.id = e.student_id
     where e.group_id = $1 and e.to_date is null and not exists (select from mark m join work w on w.id = m.work_id where w.id = $2 and m.student_id = p.id)
     order by p.surname, p.given_name limit 1`,
    [lesson.groupId, lesson.workId],
  )
  const teacher = await stage.enter('sokolova')
  const sets = (values: number[], expected: number[]) =>
    teacher.evaluate(
      async ([lessonId, workId, studentId, values, expected]) => {
        const mark = (numbers: unknown) => ({ values: numbers, dueOn: null, comment: '', basis: '' })
        const answer = await fetch('/api/marks.set', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-zvonok': '1', 'x-operation-id': crypto.randomUUID() },
          body: JSON.stringify({ lessonId, workId, studentId, mark: mark(values), expected: mark(expected) }),
        })
        return answer.ok ? '' : answer.text()
      },
      [lesson.id, lesson.workId, student!.id, values, expected] as const,
    )
  assert.equal(await sets([3], []), '')
  assert.equal(await sets([5], [3]), '')

  await teacher.goto('/security')
  await teacher.getByRole('link', { name: 'Показать действия' }).click()
  await teacher
    .getByRole('listitem')
    .filter({ hasText: /Поставила отметку 5.*Chrome.*в этом сеансе/s })
    .first()
    .waitFor()

  const page = await stage.enter('director')
  await page.getByRole('link', { name: 'Школа' }).click()
  await page.getByRole('link', { name: /^Журнал действий/ }).click()
  await page.getByLabel('О ком или о чём').fill(student!.name)
  await page.getByLabel('Вид действий').selectOption('Отметки')
  const found = page.getByRole('button', { name: /Соколова.*поставила отметку 5/ }).first()
  await found.click()
  const entry = page.getByRole('dialog')
  await entry.getByText(/логин sokolova/).waitFor()
  await entry.getByText(/Chrome.*, 127\.0\.0\.1/).waitFor()
  const changes = entry.getByRole('table', { name: new RegExp(`Отметка: .*${student!.name}`) })
  assert.deepEqual(
    await changes
      .getByRole('row', { name: /^отметка/ })
      .getByRole('cell')
      .allInnerTexts(),
    ['3', '5'],
  )
  await page.keyboard.press('Escape')

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Выписка' }).click()
  await page.getByRole('button', { name: 'Для печати (PDF)' }).click()
  const paper = pagesOfPdf(await readFile(await (await downloading).path())).join('\n')
  for (const words of ['Выписка из журнала действий', student!.name, 'поставила отметку 5', 'Соколова Е. В.'])
    assert.ok(paper.includes(words), words)

  await page.getByRole('button', { name: 'Проверить' }).click()
  await page.getByText(/Цепочка цела, проверено/).waitFor({ timeout: 180_000 })
  const [seal] = await stage.rows<{ number: number; root: string }>(
    `select number, upper(left(encode(root, 'hex'), 12)) as root from log_seal order by number desc limit 1`,
  )
  const { number, root } = seal!
  await page.getByText('Сверить отпечаток с бумаги').click()
  await page.getByLabel('Номер печати').fill(String(number))
  await page.getByLabel('Корень').fill(` ${root.toLowerCase().replace(/(.{4})/g, '$1 ')}`)
  await page.getByRole('button', { name: 'Сверить' }).click()
  await page.getByText(`Совпадает: печать № ${number}`).waitFor()
  await page.getByLabel('Корень').fill(root.replace(/^./, root[0] === '0' ? '1' : '0'))
  await page.keyboard.press('Enter')
  await page.getByText(`Не совпадает: у печати № ${number}`).waitFor()
  await stage.rows('set session_replication_role = replica') // past every trigger
  await stage.rows(`update mark set "values" = '{2}' where student_id = $1 and work_id = $2`, [student!.id, lesson.workId])
  await stage.rows('set session_replication_role = origin')
  await page.getByRole('button', { name: 'Проверить' }).click()
  await page.getByText(/нашла расхождения/).waitFor({ timeout: 180_000 })
  await page.getByText('«Отметка»').first().waitFor()
})
