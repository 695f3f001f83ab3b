import { searchForm } from '#domain/platform/texts.ts'
import type { Guide, GuideKey, Part } from './guides.texts.ru.ts'

/** The parts of a guide in which every word of the search stands; all of them when nothing is searched. */
export function partsFound(guide: Guide, search: string): Guide['parts'] {
  const words = searchForm(search).split(' ').filter(Boolean)
  return guide.parts.filter(({ title, lines }) => {
    const text = searchForm([title, ...lines].join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** The parts of a guide that speak of a page, the nearest address first; none when nobody thought of it. */
export function partsOfPage(guide: Guide, page: string): Part[] {
  const nearest = nearnessOf(guide, page)
  return nearest === 0 ? [] : guide.parts.filter((part) => nearness(part, page) === nearest)
}

/** Whose guide speaks of the page most nearly, one's own before others'; one's first when none does. */
export function guideOfPage(own: readonly GuideKey[], guides: readonly Guide[], page: string): GuideKey {
  const inOrder = [...own.map((key) => guides.find((one) => one.key === key)!), ...guides]
  const nearest = Math.max(...inOrder.map((guide) => nearnessOf(guide, page)))
  return inOrder.find((guide) => nearnessOf(guide, page) === nearest)!.key
}

const nearnessOf = (guide: Guide, page: string) => Math.max(...guide.parts.map((part) => nearness(part, page)))
/** How much of the address a part names. */
const nearness = ({ pages = [] }: Part, page: string) =>
  Math.max(0, ...pages.filter((one) => page === one || page.startsWith(`${one}/`)).map(({ length }) => length))
