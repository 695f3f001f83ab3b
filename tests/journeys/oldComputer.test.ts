import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'
import { findBrowser } from '#tests/browser.ts'
import { columnOf, emptied, lessonOf, press, saved } from './journal.ts'
import { journey, PASSWORD } from './stage.ts'

/** What Chrome 109 does not have. */
const young = `
  delete Array.prototype.toSorted; delete Array.prototype.toReversed; delete Array.prototype.toSpliced; delete Array.prototype.with
  delete Map.groupBy; delete Object.groupBy; delete Promise.withResolvers; delete Promise.try; delete Array.fromAsync
  delete URL.canParse; delete URL.parse; delete AbortSignal.any
  for (const name of ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']) delete Set.prototype[name]
  for (const name of ['map', 'filter', 'toArray', 'some', 'every', 'find', 'take', 'drop', 'reduce', 'flatMap']) delete Iterator.prototype[name]`

journey(
  'a village school: an old browser, and an address without https; the journal and the diary work whole [R025] [R190]',
  async (stage) => {
    const lesson = await emptied(stage, await lessonOf(stage, '8Б', 'Алгебра', { ago: 1 }))
    const { executablePath, args } = await findBrowser()
    const browser = await chromium.launch({ executablePath, args: [...args, '--host-resolver-rules=MAP school.test 127.0.0.1'] })
    const troubles: string[] = []
    try {
      const address = stage.address.replace(/127\.0\.0\.1|localhost/, 'school.test')
      const enter = async (login: string, mobile: boolean) => {
        const context = await browser.newContext({
          baseURL: address,
          locale: 'ru-RU',
          timezoneId: 'Europe/Moscow',
          ...(mobile ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : {}),
        })
        await context.addInitScript(young)
        const page = await context.newPage()
        page.on('pageerror', (error) => troubles.push(String(error)))
        await page.goto('/')
        assert.equal(await page.evaluate(() => [isSecureContext, 'locks' in navigator].join()), 'false,false')
        await page.getByLabel('Логин').fill(login)
        await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
        await page.getByRole('button', { name: 'Войти' }).click()
        await page.getByRole('navigation').first().waitFor()
        return page
      }
      const teacher = await enter('ivanova', false)
      await teacher.goto(`/journal/${lesson.courseId}?lesson=${lesson.id}`)
      const column = await columnOf(teacher, /^\d+ ноября/)
      await column.cell(0).waitFor()
      await teacher.goto('/journals')
      await teacher.getByRole('link', { name: /7Б/ }).first().waitFor()
      const [pupil] = await stage.rows<{ courseId: string; id: string; workId: string; groupId: string; date: string }>(
        `select l.id, l.course_id as "courseId", c.group_id as "groupId", w.id as "workId", to_char(l.date, 'YYYY-MM-DD') as date from lesson l
       join course c on c.id = l.course_id join study_group g on g.id = c.group_id join subject s on s.id = c.subject_id
       join work w on w.lesson_id = l.id and w.position = 1 join assignment a on a.course_id = c.id join account t on t.person_id = a.teacher_id
       where g.name = '7Б' and t.login = 'ivanova' and not l.cancelled and l.date <= '2026-11-20' order by l.date desc limit 1`,
      )
      const family = await enter('petrova', true)
      await family.getByLabel('Ребёнок').waitFor()
      await teacher.goto(`/journal/${pupil!.courseId}?lesson=${pupil!.id}`)
      const [, month, day] = pupil!.date.split('-').map(Number)
      assert.equal(month, 11)
      const cell = (await columnOf(teacher, new RegExp(`^${day} ноября`))).cell('Петров Иван')
      await cell.click()
      await press(teacher, 'Delete', '5')
      await saved(teacher)
      await family.goto(`/diary/marks`)
      await family.getByRole('heading').first().waitFor()
      const school = await enter('zavuch', false)
      for (const path of [
        '/school',
        '/school/load',
        '/school/year',
        '/school/curriculum',
        '/school/classes',
        '/school/movement',
      ]) {
        await school.goto(path)
        await school.getByRole('heading', { level: 1 }).waitFor()
        await school.waitForLoadState('networkidle').catch(() => undefined)
        assert.equal(await school.getByText('Страница не открылась').count(), 0, path)
      }
    } finally {
      await browser.close()
    }
  },
)
