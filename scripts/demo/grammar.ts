export type Sex = 'f' | 'm'

/** The surname a woman of the family has: «Петрова», «Покровская», but «Шевченко». */
export function surnameOf(masculine: string, sex: Sex): string {
  if (sex === 'm') return masculine
  if (/(ск|цк)ий$/.test(masculine)) return `${masculine.slice(0, -2)}ая`
  if (/ой$/.test(masculine)) return `${masculine.slice(0, -2)}ая`
  return /(ов|ев|ёв|ин|ын)$/.test(masculine) ? `${masculine}а` : masculine
}

const irregular: Record<string, [string, string]> = {
  Илья: ['Ильич', 'Ильинична'],
  Никита: ['Никитич', 'Никитична'],
  Лев: ['Львович', 'Львовна'],
  Павел: ['Павлович', 'Павловна'],
  Михаил: ['Михайлович', 'Михайловна'],
  Пётр: ['Петрович', 'Петровна'],
}

/** The patronymic of a child of this father: «Ильинична», «Евгеньевна», «Дмитриевич», «Фёдорович». */
export function patronymicOf(father: string, sex: Sex): string {
  const known = irregular[father]
  if (known) return known[sex === 'm' ? 0 : 1]
  const [stem, ending] = stemOf(father)
  return `${stem}${ending}${sex === 'm' ? 'ич' : 'на'}`
}

const letters: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n' },
  ...{
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ъ: '',
    ы: 'y',
    ь: '',
  },
  ...{ э: 'e', ю: 'yu', я: 'ya' },
}

/** «Соловьёва» → «soloveva», for logins. */
export function transliterate(text: string): string {
  return [...text.toLowerCase()].map((letter) => letters[letter] ?? '').join('')
}

function stemOf(father: string): [string, string] {
  // Two consonants keep the vowel: Дмитрий → Дмитриевич, but Евгений → Евгеньевич.
  if (/[бвгджзклмнпрстфхцчшщ]{2}ий$/.test(father)) return [father.slice(0, -1), 'ев']
  if (father.endsWith('ий')) return [`${father.slice(0, -2)}ь`, 'ев']
  if (/[йь]$/.test(father)) return [father.slice(0, -1), 'ев']
  return [father, 'ов']
}
