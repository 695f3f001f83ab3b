import type { Right } from '#domain/access/actor.ts'
import { count } from '#domain/platform/texts.ts'

export { rolesAbout as about, rolesTitle as title } from './sections.texts.ru.ts'

export const lead = 'Права открываются ролью на время приказа. Учителю их даёт нагрузка, классному руководителю — класс.'
export const tabs = {
  label: 'Разделы ролей',
  granted: 'Назначения',
  rights: 'Кому что можно',
  matrix: 'По людям',
  own: 'Роли школы',
}

export const rightNames: Record<Right, string> = {
  'people.read': 'видит карточки людей',
  'contacts.read': 'видит контакты родителей',
  'classes.read': 'видит составы классов',
  'attendance.read': 'видит, кто отсутствует',
  'movement.read': 'видит движение учеников',
  'consents.read': 'видит согласия',
  'journal.control': 'видит, какие уроки не заполнены',
  'requests.decide': 'разбирает заявки об изменениях',
  'people.create': 'заводит карточки новых людей',
  'people.edit': 'исправляет карточки учеников и родителей',
  'movement.keep': 'зачисляет, переводит и отчисляет',
  'accounts.issue': 'выдаёт доступ ученикам и родителям',
}
/** Templates to begin with: what such people need, and nothing more. */
export const templates: { name: string; rights: Right[] }[] = [
  { name: 'Медсестра', rights: ['attendance.read', 'contacts.read', 'people.read', 'classes.read'] },
  {
    name: 'Секретарь',
    rights: ['people.read', 'contacts.read', 'classes.read', 'movement.read', 'requests.decide', 'people.create', 'people.edit'],
  },
  {
    name: 'Секретарь учебной части',
    rights: ['people.read', 'classes.read', 'movement.read', 'people.create', 'movement.keep', 'accounts.issue'],
  },
  { name: 'Социальный педагог', rights: ['attendance.read', 'people.read', 'contacts.read', 'classes.read', 'consents.read'] },
  { name: 'Психолог', rights: ['people.read', 'classes.read', 'attendance.read'] },
  { name: 'Куратор', rights: ['people.read', 'contacts.read', 'classes.read', 'attendance.read', 'journal.control'] },
  { name: 'Пищеблок', rights: ['attendance.read'] },
]
export const granted = {
  list: 'Назначенные роли',
  search: 'Фамилия, роль или приказ',
  columns: { name: 'Человек', role: 'Роль', from: 'С', to: 'По', order: 'Приказ', actions: 'Действие' },
  order: (number: string, date: string) => [number && `№ ${number}`, date && `от ${date}`].filter(Boolean).join(' '),
  noOrder: 'не указан',
  end: 'Завершить',
  endOf: (name: string, role: string) => `Завершить роль «${role}»: ${name}`,
  past: 'закончилась',
  future: 'ещё не началась',
  showPast: 'Показать завершённые',
  grant: 'Назначить роль',
  print: 'Приложение к приказу',
  empty: 'Ролей пока нет',
  emptyText: 'Назначьте директора, заместителей и администраторов журнала.',
}
export const grant = {
  title: 'Назначить роль',
  person: 'Кому',
  personHint: 'Начните вводить фамилию',
  personWrong: 'Выберите человека из списка.',
  role: 'Роль',
  from: 'С какого дня',
  to: 'По какой день',
  toHint: 'Пусто — до отмены приказа.',
  number: 'Номер приказа',
  date: 'Дата приказа',
  submit: 'Назначить',
  done: (name: string) => `Роль назначена: ${name}`,
  noAccount: 'У этого человека нет учётной записи: роль откроется, когда вы её создадите.',
}
export const ending = {
  title: (role: string) => `Завершить роль «${role}»`,
  text: (name: string) => `${name} потеряет права этой роли на следующий день. Записи, сделанные раньше, останутся.`,
  to: 'Последний день',
  now: 'Снять права сразу',
  submit: 'Завершить',
  done: (name: string) => `Последний день роли указан: ${name}`,
}
export const own = {
  lead: 'Роли для тех, кто не ведёт журнал, но должен что-то видеть. Отметок такие роли не открывают никогда.',
  list: 'Роли школы',
  columns: { name: 'Роль', rights: 'Что открывает', people: 'Кому назначена', actions: 'Действие' },
  add: 'Новая роль',
  change: 'Изменить',
  changeOf: (name: string) => `Изменить роль «${name}»`,
  archived: 'в архиве',
  nobody: 'никому',
  holders: (n: number) => count(n, 'человек', 'человека', 'человек'),
  noRights: 'ничего',
  empty: 'Своих ролей пока нет',
  emptyText: 'Например: медсестра, секретарь, социальный педагог, пищеблок.',
  newTitle: 'Новая роль',
  changeTitle: 'Роль школы',
  template: 'Начать с образца',
  noTemplate: 'Без образца',
  name: 'Название',
  rights: 'Что открывает',
  archive: 'Убрать в архив',
  archiveHint: 'Назначать её будет нельзя. Роль, которую кто-то носит, сначала завершают.',
  submit: 'Сохранить',
  done: 'Роль сохранена',
}
export const matrix = {
  lead: 'Как у каждого складываются права: роли по приказу, нагрузка, классное руководство.',
  list: 'Кто что может',
  search: 'Фамилия или должность',
  columns: {
    name: 'Человек',
    journals: 'Журналы',
    people: 'Люди и учётные записи',
    year: 'Год, план, нагрузка',
    class: 'Класс',
    more: 'Дополнительно',
    account: 'Вход',
  },
  journals: { all: 'все, чтение', own: (n: number) => `свои: ${count(n, 'курс', 'курса', 'курсов')}`, none: '—' },
  people: { all: 'ведёт', read: 'чтение', none: '—' },
  year: { all: 'ведёт', read: 'чтение', none: '—' },
  hasAccount: 'есть',
  noAccount: 'нет',
  empty: 'Сотрудников пока нет',
}
