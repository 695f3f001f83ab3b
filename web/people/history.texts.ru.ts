import { rateText } from '#domain/people/employment.ts'
import { snilsText } from '#domain/people/snils.ts'
import { contactNames, relationNames } from '#domain/people/texts.ru.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'

const tables: Record<string, string> = {
  person: 'Карточка',
  guardian_of: 'Родство',
  staff: 'Должность',
  enrolment: 'Зачисление',
  account: 'Вход',
  role_grant: 'Роль',
  contact: 'Контакт',
}
const columns: Record<string, string> = {
  surname: 'фамилия',
  given_name: 'имя',
  patronymic: 'отчество',
  sex: 'пол',
  born_on: 'дата рождения',
  snils: 'СНИЛС',
  foreign_languages: 'иностранный язык',
  merged_into: 'объединена с другой карточкой',
  relation: 'кем приходится',
  lives_with: 'живёт вместе',
  informed: 'дневник открыт',
  from_date: 'с',
  to_date: 'по',
  position: 'должность',
  category: 'категория',
  category_on: 'категория с',
  category_order: 'приказ о категории',
  rate: 'ставка',
  cancelled: 'отменено',
  login: 'логин',
  blocked_at: 'вход закрыт',
  role: 'роль',
  value: 'значение',
  removed: 'убрано',
  bornOn: 'дата рождения',
  givenName: 'имя',
  foreignLanguages: 'иностранный язык',
  lastDay: 'последний день',
  ...contactNames,
}
const words: Record<string, string> = { true: 'да', false: 'нет', f: 'женский', m: 'мужской', ...relationNames }
export const history = {
  table: (table: string, about: string) => [tables[table] ?? table, about].filter(Boolean).join(': '),
  change: (before: string, after: string) => (before === '—' ? after : `${before} → ${after}`),
  field: (field: string) => columns[field] ?? field,
  value: (field: string, value: string) => {
    if (value === '' || field === 'merged_into') return value === '' ? '—' : 'да'
    if (field === 'blocked_at') return 'да'
    if (field === 'rate') return rateText(Number(value))
    if (field === 'snils') return snilsText(value)
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? numericDate(value) : (words[value] ?? value)
  },
}

export const movementKinds: Record<string, string> = {
  enrol: 'зачисление',
  transfer: 'перевод',
  depart: 'выбытие',
  return: 'возвращение',
  promote: 'перевод в следующий класс',
  promoteConditionally: 'условный перевод',
  retain: 'повторное обучение',
  graduate: 'выпуск',
}

/** Where to read how a student learns. */
export const learning = { ownJournals: 'Журналы плана:', diary: 'Дневник', timetable: 'Расписание' }
