import type { Kind } from '#domain/exchange/kinds.ts'
import type { Action } from '#domain/exchange/plan.ts'
import { notes, problems, values } from '#domain/exchange/sheet.texts.ru.ts'
import { count, plural } from '#domain/platform/texts.ts'

export { about, title } from './sections.texts.ru.ts'

export const subtitle = 'Списки школы из таблиц — и обратно'

const rows = (n: number) => count(n, 'строку', 'строки', 'строк')
const records = (n: number) => count(n, 'запись', 'записи', 'записей')

export const hub = {
  six: 'Шесть списков завуча',
  sixNote: 'передают администратору до конца первой недели сентября',
  more: 'Другие списки',
  load: 'Загрузить',
  prove: 'Проверить файл',
  actions: (name: string) => `Шаблон и выгрузка: ${name}`,
  template: { xlsx: 'Шаблон Excel', csv: 'Шаблон CSV' },
  export: { xlsx: 'Выгрузить в Excel', csv: 'Выгрузить в CSV' },
  exportJson: 'Выгрузить в JSON',
  exportAll: 'Все списки в JSON',
  allLists: 'Списки школы',
  none: 'пока пусто',
  standing: records,
  taken: (name: string, n: number) => `${name}: выгружено, ${records(n)}.`,
  history: 'Загрузки',
  historyNote: 'последние сто',
  nothing: 'Ещё ничего не загружали',
  nothingText: 'Выберите список, скачайте шаблон, заполните его и загрузите: сначала будет проверка, потом запись.',
  search: 'Найти загрузку',
  columns: { when: 'Когда', kind: 'Список', file: 'Файл', by: 'Кто', counts: 'Записано', undo: 'Отмена' },
  counts: (create: number, change: number) =>
    [create > 0 ? `${create} ${plural(create, 'новая', 'новые', 'новых')}` : '', change > 0 ? `изменено ${change}` : '']
      .filter(Boolean)
      .join(', '),
  undone: (by: string) => `отменена: ${by}`,
  undo: 'Отменить',
}

export const hints: { readonly [K in Kind]: string } = {
  classes: 'Названия, смена, учебная неделя, класс-комплекты',
  homerooms: 'Класс и его классный руководитель',
  holidays: 'Каникулы, праздники, рабочие субботы, карантин',
  curriculum: 'Часы по параллелям: таблицей или списком',
  students: 'Класс, ФИО, дата рождения, СНИЛС',
  load: 'Кто какой предмет ведёт, в каких классах и группах',
  staff: 'ФИО, должности, категория',
  guardians: 'Кто чей родитель и кому сообщать об учёбе',
  subgroups: 'Кто в какой группе по предмету',
  subjects: 'Название, сокращение, предметная область',
  rooms: 'Номер, число мест, назначение',
  bells: 'Начало и конец уроков по дням и сменам',
  terms: 'Четверти, триместры, полугодия: с какого по какой день',
}

export const guide = {
  title: (name: string) => `Загрузка: ${name.toLowerCase()}`,
  back: 'Все списки',
  steps: 'Шаги загрузки',
  file: 'Файл',
  columns: 'Столбцы',
  check: 'Проверка',
  done: 'Готово',
  drop: 'Выберите файл или перетащите его сюда',
  dropHint:
    'Excel (.xlsx), LibreOffice (.ods), CSV или JSON этой программы, до 20 МБ. Ничего не запишется, пока вы не подтвердите.',
  reading: 'Читаем файл…',
  proving: 'Сравниваем с тем, что есть в школе…',
  templateText: 'Нет файла? Возьмите шаблон: в нём все столбцы, подсказки и пример.',
  expected: 'Какие столбцы понимает загрузка',
  required: 'обязательно',
  instead: (label: string) => `если нет столбца «${label}»`,
  another: 'Другой файл',
  forgotten: 'Прочитанное из файла хранится один час, и он прошёл. Выберите файл ещё раз.',
}

export const mapping = {
  title: 'Как поняты столбцы',
  note: 'запоминается для следующих файлов',
  heading: 'Заголовок в файле',
  field: 'Что это',
  fieldOf: (heading: string) => `Что такое «${heading}»`,
  sample: 'Пример',
  ignored: 'не загружать',
  over: (name: string) => `часы: ${name}`,
  save: 'Проверить с этими столбцами',
  missing: (labels: string[]) =>
    labels.length === 1
      ? `В файле не найден столбец «${labels[0]}». Укажите, какой из столбцов — он.`
      : `В файле не найдены столбцы: ${labels.map((one) => `«${one}»`).join(', ')}. Укажите, какие из столбцов — они.`,
}

export const actions: { readonly [A in Action]: string } = {
  create: 'добавится',
  change: 'изменится',
  same: 'без изменений',
  error: 'ошибка',
}

export const check = {
  title: 'Что изменится',
  filters: 'Какие строки показать',
  filter: {
    all: (n: number) => `Все ${n}`,
    create: (n: number) => `Добавятся ${n}`,
    change: (n: number) => `Изменятся ${n}`,
    same: (n: number) => `Без изменений ${n}`,
    error: (n: number) => `С ошибками ${n}`,
    noted: (n: number) => `С замечаниями ${n}`,
  },
  search: 'Найти в списке',
  columns: { row: 'Строка', title: 'Запись', action: 'Что будет', details: 'Подробности' },
  row: (sheet: string, row: number) => `${sheet}, ${row}`,
  none: 'Строк нет',
  noneText: 'В файле нет строк этого списка.',
  report: 'Скачать отчёт',
  problems: 'Строки с ошибками в Excel',
  problemsText: 'Исправьте их в этом файле и загрузите его снова: остальные строки повторять не нужно.',
  print: 'Печать',
  paper: (name: string, file: string) => `Проверка перед загрузкой: ${name.toLowerCase()}. Файл «${file}»`,
  paperCounts: (create: number, change: number, same: number, error: number) =>
    `Добавятся: ${create}. Изменятся: ${change}. Без изменений: ${same}. С ошибками: ${error}.`,
  reportName: 'Проверка',
  onDate: 'С какого дня, где он не указан',
  summaries: (cells: string[]) =>
    `Пропущены строки итогов и подписей: ${cells.slice(0, 12).join(', ')}${cells.length > 12 ? '…' : ''}.`,
  hidden: (names: string[]) => `Прочитаны и скрытые листы: ${names.join(', ')}.`,
  unread: (names: string[]) => `Не прочитаны листы, где такого списка нет: ${names.join(', ')}.`,
  sheets: (names: string[]) => `Прочитаны листы: ${names.join(', ')}.`,
  run: (n: number) => `Загрузить ${rows(n)}`,
  nothing: 'Загружать нечего: в школе всё уже так, как в файле.',
  onlyErrors: 'Загружать нечего: во всех строках ошибки. Исправьте файл и выберите его снова.',
  administrator: 'Проверка готова. Загрузить список может администратор: передайте ему этот файл.',
  confirm: (name: string) => `Загрузить «${name}»?`,
  confirmText: (create: number, change: number, error: number) =>
    [
      `Добавится: ${create}. Изменится: ${change}.`,
      error > 0 ? `Строк с ошибками: ${error} — они останутся незагруженными.` : '',
      'Загрузку можно будет отменить, пока её записи не изменят.',
    ]
      .filter(Boolean)
      .join(' '),
  confirmRun: 'Загрузить',
  changed: 'Пока вы смотрели, в школе что-то изменили. Ничего не загружено. Вот как файл выглядит теперь — проверьте ещё раз.',
}

export const done = {
  title: 'Загружено',
  text: (create: number, change: number, error: number) =>
    [`Добавлено: ${create}. Изменено: ${change}.`, error > 0 ? `С ошибками, не загружено: ${error}.` : '']
      .filter(Boolean)
      .join(' '),
  undo: 'Отменить загрузку',
  next: (name: string) => `Дальше: ${name.toLowerCase()}`,
}

export const undo = {
  title: 'Отменить загрузку?',
  text: (name: string, when: string) =>
    `Список «${name}», ${when}. Добавленное исчезнет, изменённое станет прежним. В истории останется и то и другое.`,
  run: 'Отменить загрузку',
  done: 'Загрузка отменена.',
}

export const causes = {
  title: 'Что исправить',
  note: (n: number) => count(n, 'причина', 'причины', 'причин'),
  rows: (n: number) => count(n, 'строка', 'строки', 'строк'),
  values: (values: readonly string[], few: number) =>
    values.length > few ? `${values.slice(0, few).join(', ')} и ещё ${values.length - few}` : values.join(', '),
  show: 'Показать строки',
  all: 'Показать все',
  cure: (name: string) => `Загрузить: ${name.toLowerCase()}`,
  heading: (code: string, label: string) =>
    code === 'missing' ? `Не заполнен столбец «${label}»` : (causeNames[code] ?? `Столбец «${label}» не прочитан`),
}

/** A cause that many rows may share, without the value of any of them. */
const causeNames: Readonly<Record<string, string>> = {
  unknownClass: 'Таких классов в этом году нет',
  letterMissing: 'У класса не указана буква',
  notClass: 'Вместо класса написано другое',
  unknownTeacher: 'Таких сотрудников нет',
  unknownInitials: 'Сотрудников с такими инициалами нет',
  initialsOnly: 'Нужны полные имена, не инициалы',
  unknownStudent: 'Таких учеников нет',
  severalSame: 'Людей с таким именем несколько',
  otherClass: 'Ученики учатся в другом классе: перевод оформляют в книге движения',
  departed: 'Ученики выбыли: возвращение оформляют в книге движения',
  otherGroup: 'Ученики уже в другой группе',
  sexUnknown: 'Пол не понять без отчества',
  nameMissing: 'Нет фамилии или имени',
  tooManyNames: 'В имени слишком много слов',
  oddName: 'В имени лишние знаки',
  latinLetters: 'Русские буквы смешаны с латинскими',
  notDay: 'Даты не прочитаны',
  bornWrong: 'День рождения невозможен',
  notSnils: 'СНИЛС не прочитан',
  snilsSum: 'В СНИЛС не сходится контрольное число',
  snilsOfOther: 'СНИЛС записан у другого человека',
  otherSnils: 'У человека записан другой СНИЛС',
  shortened: 'Excel сократил число: расширьте столбец и сохраните файл заново',
  twice: 'Строки повторяются',
  notHours: 'Часы не прочитаны',
  outsideYear: 'Дни вне учебного года',
  afterYear: 'День позже конца учебного года',
  dayTaken: 'Эти дни уже заняты',
  dates: 'Последний день раньше первого',
}

/** A problem or a remark in words. */
export const saidText = ({ code, value }: { code: string; value: string }): string =>
  (problems[code] ?? notes[code])?.(value) ?? code
export const valueText = (value: string): string => (value === '' ? '—' : (values[value] ?? value))
