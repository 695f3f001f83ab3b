export type Sex = 'f' | 'm'

/** «Игорь Ильич», «Лейла Вагиф кызы»: what a patronymic ends in says whose it is. */
const byPatronymic: readonly [RegExp, Sex][] = [
  [/(^|[\s-])(кызы|гызы|кизи)$/, 'f'],
  [/(^|[\s-])(оглы|улы|уулу|заде)$/, 'm'],
  [/(ович|евич|ич)$/, 'm'],
  [/(овна|евна|ична|инична|на)$/, 'f'],
]

/** The sex that is written down, or the one the patronymic tells; null when neither does. */
export function sexOf({ sex, patronymic }: { sex?: Sex | null; patronymic: string }): Sex | null {
  if (sex) return sex
  const told = patronymic.trim().toLowerCase()
  return byPatronymic.find(([ending]) => ending.test(told))?.[1] ?? null
}

/** «поставил(а)», «стёр(ла)», «ознакомился(лась)», and «вошёл (вошла)», where the other form begins like the first. */
const marked = /([а-яё]+)\((а|ла|лась|ась)\)|([а-яё]{2})([а-яё]*) ?\((\3[а-яё]+)\)/gi

/** The sentence as it is said of a man or of a woman; as it is written, with both forms, when nobody knows. */
export function agree(sentence: string, sex: Sex | null): string {
  if (sex === null) return sentence
  return sentence.replace(marked, (_all, stem: string, ending: string, head: string, tail: string, whole: string) => {
    if (sex === 'm') return stem ?? `${head}${tail}`
    return whole ?? feminine(stem, ending)
  })
}

function feminine(stem: string, ending: string): string {
  if (ending === 'лась') return stem.replace(/лся$/, '') + ending
  if (ending === 'ась') return stem.replace(/ся$/, '') + ending
  if (ending === 'ла' && /ш[её]л$/.test(stem)) return stem.slice(0, -2) + ending // вошёл, вышел: вошла, вышла
  return stem.replace(/ё(?=[лсзг]$)/, 'е') + ending // провёл, внёс: провела, внесла; стёр: стёрла
}
