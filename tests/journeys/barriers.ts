import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { press } from './journal.ts'

export const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
/** A page of 1280 px enlarged four times: WCAG 1.4.10. */
const enlarged = { width: 320, height: 640 }

export type Places = {
  onPhone?: boolean
  onDesk?: boolean
  /** Without a head and a menu, as it is printed. */
  onPaper?: boolean
  /** Also enlarged four times, with the spaces of WCAG 1.4.12, with targets of 24 px, with the dialog's keys. */
  thoroughly?: boolean
}

/** What axe has to say against a page, in light and in dark, at a desk and on a phone; and whether a phone has to scroll sideways. */
export async function barriersOf(
  page: Page,
  screen: string,
  { onPhone = true, onDesk = true, onPaper = false, thoroughly = false }: Places = {},
): Promise<string[]> {
  const found: string[] = []
  const look = async (where: string, colours: boolean) => {
    const standing = onPaper ? standards : [...standards, 'best-practice']
    const rules = colours ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: standing }
    for (const violation of await violationsOf(page, rules)) found.push(`${screen}, ${where}: ${violation}`)
  }
  const sideways = async (where: string, size: { width: number }) => {
    const width = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)
    if (width > size.width) found.push(`${screen}, ${where}: ${width} px wide`)
  }
  for (const [where, size, asked] of [
    ['desk', desk, onDesk],
    ['phone', phone, onPhone],
  ] as const) {
    if (!asked) continue
    await page.setViewportSize(size)
    await painted(page)
    // Thoroughly means many screens: at a desk in light, on a phone in the dark, and each time by all rules.
    if (!thoroughly || where === 'desk') await look(where, false)
    await page.emulateMedia({ colorScheme: 'dark' })
    await painted(page)
    if (!thoroughly || where === 'phone') await look(`${where} in the dark`, !thoroughly)
    await page.emulateMedia({ colorScheme: 'light' })
    await sideways(where, size)
    if (thoroughly) for (const small of await page.evaluate(smallTargets)) found.push(`${screen}, ${where}: small: ${small}`)
  }
  if (thoroughly) {
    await page.setViewportSize(enlarged)
    await painted(page)
    await sideways('enlarged', enlarged)
    await page.setViewportSize(desk)
    for (const cut of await page.evaluate(cutBySpaces)) found.push(`${screen}, spaced: ${cut}`)
  }
  await page.setViewportSize(desk)
  return found
}

/** What the rules have against the page, or against the dialog that stands open on it: what lies behind is a screen of its own. */
export async function violationsOf(page: Page, rules: { type: string; values: string[] }): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source)
    await page.evaluate(() => {
      const still = new CSSStyleSheet() // or a colour is looked at on its way from light to dark
      still.replaceSync('*, ::before, ::after { transition: none !important }')
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, still]
    })
  }
  return page.evaluate(async (runOnly) => {
    const inside = document.querySelector('dialog, [role=dialog]') ? 'dialog, [role=dialog]' : document
    const run = (window as unknown as { axe: typeof axe }).axe.run
    const { violations } = await run(inside, { runOnly: runOnly as axe.RunOnly, resultTypes: ['violations'], preload: false })
    return violations.map(({ id, nodes }) => {
      const at = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`)
      return `${id}: ${at.join(' | ')}`
    })
  }, rules)
}

export type Screen = readonly [name: string, open: (page: Page) => Promise<unknown>, where?: Places]

/** Opens screen after screen; a dialog is left by Escape. Nothing may stop anybody. */
export async function walk(page: Page, screens: readonly Screen[], everywhere: Places = {}): Promise<void> {
  const found: string[] = []
  for (const [name, open, where] of screens) {
    await open(page)
    found.push(...(await barriersOf(page, name, { ...everywhere, ...where })))
    while (await page.getByRole('dialog').count()) {
      if (everywhere.thoroughly) found.push(...(await escapesOf(page, name)))
      await press(page, 'Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  }
  assert.deepEqual(found, [])
}

/** Is the focus in the dialog, and does Tab keep it there and come round? Found without a trap: Escape is pressed by the walk. */
async function escapesOf(page: Page, screen: string): Promise<string[]> {
  const where = () =>
    page.evaluate(() => {
      const active = document.activeElement
      return active === document.body || !active ? 'page' : active.closest('dialog, [role=dialog]') ? 'dialog' : 'behind'
    })
  const visited = [await where()]
  for (let i = 0; i < 4; i++) {
    await press(page, 'Tab')
    visited.push(await where())
  }
  return visited[0] !== 'dialog' || visited.includes('behind') ? [`${screen}: focus goes ${visited.join(', ')}`] : []
}

/** After the change of size or colours is on the screen. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** What a finger would miss, WCAG 2.5.8; links inside a sentence are let be. Runs in the page. */
function smallTargets(): string[] {
  const root = document.querySelector('dialog[open]') ?? document
  const small: string[] = []
  for (const target of root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')) {
    // A box is ticked by its label too.
    const area = target.matches('input[type=checkbox], input[type=radio]')
      ? ((target as HTMLInputElement).labels?.[0] ?? target)
      : target
    const { width, height } = area.getBoundingClientRect()
    const inLine = target.tagName === 'A' && getComputedStyle(target).display === 'inline'
    if (width > 1 && height > 1 && !inLine && !target.closest('.unseen') && (width < 23.5 || height < 23.5))
      small.push(`${target.tagName} «${(target.ariaLabel ?? target.textContent ?? '').slice(0, 40)}» ${width}×${height}`)
  }
  return small.slice(0, 3)
}

/** Words that are cut when their reader spaces letters, words and lines out, WCAG 1.4.12. Runs in the page. */
function cutBySpaces(): string[] {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const cut: string[] = []
  const root = document.querySelector('dialog[open]') ?? document.querySelector('main') ?? document.body
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const { overflowX, overflowY } = getComputedStyle(element)
    const hides = ['hidden', 'clip'].includes(overflowX) || ['hidden', 'clip'].includes(overflowY)
    if (!words || !hides || element.clientHeight <= 1 || element.closest('.unseen')) continue
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2)
      cut.push(`«${element.textContent?.slice(0, 40)}»`)
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  return cut.slice(0, 3)
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
export const dialog = (page: Page) => page.getByRole('dialog').waitFor()
