import assert from 'node:assert/strict'
import { journey } from './stage.ts'

journey(
  'a homeroom teacher prints a leaflet for the parents’ meeting: one sheet, with the address and the first steps [R016] [R043]',
  async (stage) => {
    const page = await stage.enter('sokolova')
    await page.goto('/class-access')
    await page.getByRole('link', { name: 'Памятка для родителей' }).click()
    const leaflet = page.getByRole('article')
    await leaflet.getByRole('heading', { name: 'Электронный дневник вашего ребёнка' }).waitFor()
    await leaflet.getByText(new URL(stage.address).host).waitFor()
    await leaflet.getByText(/Классный руководитель: Соколова/).waitFor()
    await leaflet.locator('img').waitFor()
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
    assert.equal(paper.match(/\/Type\s*\/Page\b/g)?.length, 1, 'it is one sheet')
  },
)
