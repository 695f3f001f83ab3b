import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Output } from '#domain/operations.ts'
import { pagesOfPdf } from '#tests/pdfText.ts'
import { journey } from './stage.ts'

type Issued = Output<'access.issueInClass'>['issued']

/** However the lines break. */
const inOneLine = (text: string) => text.replace(/\s+/g, ' ')

/** The sheets of paper that the page would print, in words. */
const sheetsOnPaper = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ media: 'print' })
  const sheets = page.locator('body > div[aria-hidden="true"] > div')
  const texts = (await sheets.allInnerTexts()).map(inOneLine)
  const cut = await sheets
    .locator('> div')
    .evaluateAll((slips) => slips.filter((one) => one.scrollHeight > one.clientHeight).length)
  assert.equal(cut, 0, 'every slip is whole')
  await page.emulateMedia({ media: 'screen' })
  return texts
}

/** Has the PDF made and reads it. */
async function pdfOf(page: Page): Promise<{ name: string; pages: string[] }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Скачать PDF' }).click()])
  const pages = pagesOfPdf(await readFile(await file.path())).map(inOneLine)
  return { name: file.suggestedFilename(), pages }
}

journey(
  'a homeroom teacher has the notices of her class on paper and as PDF: whose, login, password, class, school, director [R038] [R041]',
  async (stage) => {
    const [card] = await stage.rows<{ name: string; headName: string; className: string; teacher: string }>(
      `select s.name, s.head_name as "headName", g.name as "className", concat_ws(' ', p.surname, p.given_name, p.patronymic) as teacher
       from school s, account a join person p on p.id = a.person_id join homeroom h on h.teacher_id = p.id and h.to_date is null
         join study_group g on g.id = h.class_id where a.login = 'sokolova' and s.school_id = 1`,
    )
    const { name, headName, className, teacher } = card!
    const page = await stage.enter('sokolova')
    await page.goto('/class-access')
    const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') })
    for (const i of [1, 2, 3]) await rows.nth(i).getByRole('checkbox').check()
    await page.getByRole('button', { name: /^Выдать доступ: \d/ }).click()
    const answered = page.waitForResponse(/access\.issueInClass$/)
    await page.getByRole('dialog').getByRole('button', { name: 'Выдать' }).click()
    const { issued } = (await (await answered).json()) as { issued: Issued }
    await page.getByRole('button', { name: 'Распечатать листки' }).and(page.locator(':enabled')).waitFor()

    const paper = await sheetsOnPaper(page)
    const pdf = await pdfOf(page)
    await page.getByText('PDF с листками скачан').first().waitFor()
    assert.equal(pdf.name, `уведомления ${className}.pdf`)
    for (const sheets of [paper, pdf.pages]) {
      assert.equal(sheets.length, 1)
      const sheet = sheets[0]!
      assert.ok(sheet.startsWith(`${className} класс Классный руководитель: ${teacher} Лист 1 из 1`), sheet)
      for (const one of issued) {
        const slip = sheet.split(/УВЕДОМЛЕНИЕ/i).find((part) => part.includes(one.name))
        assert.ok(slip, one.name)
        assert.ok(slip.includes(`Логин ${one.login} Пароль на один раз ${one.password} `), slip)
        assert.ok(slip.includes(`ученика(цы) ${className} класса`), slip)
        assert.ok(slip.includes(`${headName} 20.11.2026`), slip)
      }
      assert.equal(sheet.split(name).length - 1, issued.length, 'the school on each')
    }
    await page.getByRole('button', { name: 'Готово' }).click()
    await page.getByRole('button', { name: 'Отметить вручение' }).waitFor()
  },
)

journey('an administrator has the notice of one person as PDF, out of the list of accounts [R035] [R041]', async (stage) => {
  const page = await stage.enter('admin', { viewport: 'phone' })
  await page.goto('/accounts?kind=guardian')
  await page
    .getByRole('button', { name: /^Новый пароль/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button').last().click()
  const dialog = page.getByRole('dialog').filter({ hasText: 'Пароль показан один раз' })
  const password = await dialog.locator('dd').last().innerText()
  const { pages } = await pdfOf(page)
  assert.equal(pages.length, 1)
  const sheet = pages[0]!
  assert.ok(sheet.includes(`Пароль на один раз ${password} `), sheet)
  assert.match(sheet, /^\d+\S* класс .*Для получения сведений об учёбе /)
})
