import { searchForm } from '#domain/platform/texts.ts'

/** What is tried first: words of a school among them, and words typed with the other keyboard switched on. */
const ROOTS = new Set(
  `password passw0rd parol qwerty qwertyui admin administrator welcome letmein iloveyou monkey dragon football master sunshine princess superman
  batman login user guest test student teacher school shkola dnevnik zhurnal privet lubov nastya natasha samsung google yandex zaq12wsx 1q2w3e4r
  q1w2e3r4 1qaz2wsx qazwsx qazwsxedc gfhjkm ghbdtn k.,jdm yfnfif rbcekz пароль привет любовь солнышко солнце наташа настя саша маша даша мама папа
  мамапапа семья зайка кисуля учитель учительница ученик ученица родитель директор админ администратор школа шкoла журнал дневник класс звонок россия
  москва спартак зенит лето весна осень зима йцукен йцукенг пфкщдь`.split(/\s+/),
)
const ROWS = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
].flatMap((row) => [row, [...row].reverse().join('')])

/** The word of a password without the digits and signs that people put around it: «Школа2026!» → 'школа'. */
export const wordOf = (password: string): string => searchForm(password).replace(/^[\d\s\p{P}\p{S}]+|[\d\s\p{P}\p{S}]+$/gu, '')

/** Is it one of those that everybody tries first: a well-known word with digits around it, keys in a row, three signs over and over? */
export function isCommon(password: string): boolean {
  const plain = searchForm(password)
  return ROOTS.has(plain) || ROOTS.has(wordOf(password)) || new Set(plain).size <= 3 || isKeysInRow(plain)
}

/** Made of nothing but keys that lie side by side, three at least each time: «qwer1234». */
function isKeysInRow(text: string): boolean {
  for (let i = 0; i < text.length; ) {
    let run = 0
    while (i + run < text.length && ROWS.some((row) => row.includes(text.slice(i, i + run + 1)))) run++
    if (run < 3) return false
    i += run
  }
  return true
}
