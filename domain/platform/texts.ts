const rules = new Intl.PluralRules('ru')

/** «1 отметка», «3 отметки», «25 отметок» */
export function count(n: number, one: string, few: string, many: string): string {
  return `${n} ${plural(n, one, few, many)}`
}

/** The form alone: «отметка», «отметки», «отметок». */
export function plural(n: number, one: string, few: string, many: string): string {
  const form = rules.select(n)
  return form === 'one' ? one : form === 'few' ? few : many
}

/** «ё» is typed and searched as «е», capitals as small letters, and spaces do not matter. */
export const searchForm = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()

/** Sorts Russian names as people do: «ё» beside «е». */
export const byName = new Intl.Collator('ru').compare
