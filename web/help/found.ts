import { searchForm } from '#domain/platform/texts.ts'
import type { Guide } from './guides.texts.ru.ts'

/** The parts of a guide in which every word of the search stands; all of them when nothing is searched. */
export function partsFound(guide: Guide, search: string): Guide['parts'] {
  const words = searchForm(search).split(' ').filter(Boolean)
  return guide.parts.filter(({ title, lines }) => {
    const text = searchForm([title, ...lines].join(' '))
    return words.every((word) => text.includes(word))
  })
}
