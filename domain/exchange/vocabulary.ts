import type { TermKind } from '#domain/calendar/rules.ts'
import type { Kinship } from '#domain/people/rules.ts'

/** Words that schools write in their sheets, and what they stand for. Compared in lower case, with «е» for «ё». */

export const yes = ['да', '+', '1', 'истина', 'true', 'есть', 'д']
export const no = ['нет', '-', '–', '—', '0', 'ложь', 'false', 'н']

export const sexes: Record<string, 'f' | 'm'> = {
  ж: 'f',
  жен: 'f',
  женский: 'f',
  девочка: 'f',
  м: 'm',
  муж: 'm',
  мужской: 'm',
  мальчик: 'm',
  f: 'f',
  m: 'm',
}
/** The end of a patronymic tells the sex. */
export const patronymicOf = { f: /(вна|чна|инична|кызы|гызы)$/, m: /(вич|ич|оглы|оглу|улы|уулу)$/ }
/** The second word of patronymics like «Гусейн оглы». */
export const patronymicTail = /^(оглы|оглу|кызы|гызы|улы|уулу)$/i
/** A letter with a stop: «А.». */
export const initial = /^[А-ЯЁA-Z]\.?$/
/** «А.П.», «А. П.» at the end of a name. */
export const initialsTail = /^(\p{L}[\p{L}’'-]+)\s+(\p{Lu})\.\s*(?:(\p{Lu})\.?)?$/u

export const relations: Record<string, Kinship> = {
  мать: 'mother',
  мама: 'mother',
  отец: 'father',
  папа: 'father',
  опекун: 'guardian',
  попечитель: 'trustee',
  усыновитель: 'adoptive',
  'приемный родитель': 'adoptive',
  'приемная мать': 'adoptive',
  'приемный отец': 'adoptive',
  мачеха: 'stepmother',
  отчим: 'stepfather',
  бабушка: 'grandparent',
  дедушка: 'grandparent',
  брат: 'sibling',
  сестра: 'sibling',
  'представитель организации': 'institution',
  организация: 'institution',
  иное: 'other',
  другое: 'other',
  родственник: 'other',
}

export const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]
export const weekdays: Record<string, number> = {
  пн: 1,
  понедельник: 1,
  вт: 2,
  вторник: 2,
  ср: 3,
  среда: 3,
  чт: 4,
  четверг: 4,
  пт: 5,
  пятница: 5,
  сб: 6,
  суббота: 6,
  вс: 7,
  воскресенье: 7,
}
/** «Будни» are five days, «ежедневно» six. */
export const everyWeekday: Record<string, number> = { ежедневно: 6, все: 6, 'все дни': 6, будни: 5 }
export const everyGrade = ['все', 'все классы', 'школа', '']

export const shifts: Record<string, number> = { первая: 1, i: 1, вторая: 2, ii: 2, третья: 3, iii: 3 }

export const dayKinds: Record<string, 'holiday' | 'vacation' | 'workday' | 'quarantine'> = {
  праздник: 'holiday',
  'праздничный день': 'holiday',
  'нерабочий день': 'holiday',
  'выходной день': 'holiday',
  выходной: 'holiday',
  каникулы: 'vacation',
  'рабочий день': 'workday',
  'учебный день': 'workday',
  'рабочая суббота': 'workday',
  карантин: 'quarantine',
}
/** In the name of a row without a kind. */
export const dayKindInName: [RegExp, 'holiday' | 'vacation' | 'workday' | 'quarantine'][] = [
  [/каникул/, 'vacation'],
  [/карантин/, 'quarantine'],
  [/(рабоч|учебн)\S* (день|суббот)/, 'workday'],
]

export const parts: [RegExp, 'federal' | 'school' | 'extracurricular'][] = [
  [/внеурочн/, 'extracurricular'],
  [/(формируем\S* участник|^школьн|компонент образовательн|по выбору)/, 'school'],
  [/(обязательн|инвариантн|федеральн|базов)/, 'federal'],
]

/** A row that sums up, or that shows how to fill in the template: no data. */
export const summary = /^(пример[: ]|итого|всего|сумма|максимальн|макс\.|предельно|количество|утвержда|примечани)/
/** A row that somebody signs. */
export const signature =
  /^(директор|заместитель|зам\.|секретарь|классный руководитель|кл\. ?рук|подпись|исполнитель|составил|м\.\s?п\.)(?![а-яё])/
/** The word «класс» around a class's name: «7А класс», «кл. 7А». */
export const classWord = /(^|[\s.])(классы|класса|класс|кл\.?)(?=$|[\s.])/gi
export const groupWord = /(^|\s)(подгруппа|группа|подгр\.?|гр\.?|№)(?=$|\s|\d)/g
export const yearWord = /\s*(года|год|г\.?)$/
export const columnOfGrade = /^(\d{1,2})\s*(класс|кл\.?)?$/
export const classColumn = /^(\d{1,2})\s*[-–«" ]?\s*([А-ЯЁ])[»"]?(\s*(класс|кл\.?))?$/i
/** «7 «А» класса» somewhere in a title. */
export const classInTitle = /\b(\d{1,2})\s*[-–«"']?\s*([А-ЯЁ])[»"']?\s*класс/gi
/** Class letters, the last of them for classes with a digit: «5К1». */
export const className = /^(\d{1,2})\s*[-–—.«"'\s]?\s*([А-ЯЁ]{0,2}\d?)[»"']?$/
/** The letter of a class in a column of its own: «А», «"а"», «К1», a Latin A. */
export const letterAlone = /^[«"']?[A-ZА-ЯЁ]{1,2}\d?[»"']?$/i
export const letterQuotes = /[«»"']|литера\s*/gi
export const noLetter = /^([-–—]*|нет)$/i
export const romanClass = /^(VI{0,3}|I[VX]|I{1,3}|XI{0,2})(?=[\s\-–«"]|$)/
export const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
/** A list of several classes, groups or days in one cell. */
export const listBreak = /\s*(?:[,;\n/]|\sи\s)\s*/

/** Latin letters that look like Russian ones, and are typed instead of them. */
export const lookAlikes: Record<string, string> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
}
export const russianLetter = /[а-яё]/i
/** What a position is when a list of teachers does not tell. */
export const TEACHER = 'учитель'
/** «7А · английский язык, 1» */
export const groupName = (className: string, subject: string, group: string): string =>
  `${className} · ${subject[0]!.toLowerCase()}${subject.slice(1)}, ${group}`
/** No hours: a dash of any kind, a cross. */
export const noHours = /^[-–—−xх]?$/i
export const shiftWord = /\s*смена$/
/** A class without a letter is named as such: «7 класс», not «7». */
export const classAlone = /класс/
/** «2 урок», «2-й урок», «урок 2» */
export const lessonNumber = /^(?:урок\s*(?:№\s*)?)?(\d{1,2})(?:\s*-?\s*[йи]{1,2})?[.)]?(?:\s*(?:урок|ур))?$/
export const termKinds: [RegExp, TermKind][] = [
  [/четверт/, 'quarter'],
  [/т?риместр/, 'trimester'],
  [/полугод/, 'halfYear'],
  [/модул/, 'module'],
  [/учебн\S* год|^год$|весь год/, 'year'],
]
export const termWord = /учебн\S*|четверт\S*|триместр\S*|полугод\S*|модул\S*|№/g
/** «1», «1-я», «1-ая» */
export const ordinalNumber = /^(\d{1,2})(?:\s*-?\s*(?:я|й|ая|ый|ое|е))?$/
/** Roman numbers, typed with Russian letters too. */
export const romanOf = (word: string): string => word.toUpperCase().replace(/І/g, 'I').replace(/Х/g, 'X')
export const ordinals = ['перв', 'втор', 'трет', 'четверт', 'пят', 'шест']
/** Numbers of rows, which no list is about. */
export const rowNumber = ['№', '№ п/п', 'n', 'п/п', '№п/п', 'номер п/п', '# ']
export const sexOfRelation: Record<string, 'f' | 'm'> = {
  бабушка: 'f',
  дедушка: 'm',
  брат: 'm',
  сестра: 'f',
  'приемная мать': 'f',
  'приемный отец': 'm',
}
/** «5 класс», «10А класс», «10 класс · Технологический» */
export const planName = (grade: number, letter: string, profile: string): string =>
  `${grade}${letter} класс${profile ? ` · ${profile}` : ''}`

/** Before the first cell of the row that shows how to fill in a template. */
export const EXAMPLE = 'Пример: '
const wordOfWeekday = ['', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье']
export const weekdayWord = (weekday: number): string => wordOfWeekday[weekday]!
export const dayKindWord = (kind: string): string => Object.entries(dayKinds).find(([, one]) => one === kind)?.[0] ?? ''
/** The letter of a class that has a curriculum of its own: «10А класс». */
export const planLetter = /^\d+([А-ЯЁ])\s/

/** «Ф.И.О.», «Ф. И. О.» in a heading are «ФИО». */
export const fullNameWord = /ф\.\s*и\.\s*о\.?/
export const FULL_NAME = 'фио'
