import type { RefusalParams } from '#domain/platform/refusal.ts'
import type { Kind } from './kinds.ts'

/** What a list is called: on its card, in the history. */
export const kindNames: { readonly [K in Kind]: string } = {
  classes: 'Классы',
  homerooms: 'Классные руководители',
  holidays: 'Каникулы и праздники',
  curriculum: 'Учебный план',
  students: 'Ученики по классам',
  load: 'Учителя по классам',
  staff: 'Сотрудники',
  guardians: 'Родители',
  subgroups: 'Подгруппы',
  subjects: 'Предметы',
  rooms: 'Кабинеты',
  bells: 'Звонки',
  terms: 'Учебные периоды',
}
const named = (kind: unknown): string => (Object.hasOwn(kindNames, String(kind)) ? kindNames[kind as Kind] : '…')

export const refusals = {
  'exchange.empty': () => 'В файле нет ни одной заполненной строки.',
  'exchange.notSheet': () => 'Это не таблица. Подойдут файлы Excel (.xlsx), LibreOffice (.ods) и CSV.',
  'exchange.oldExcel': () =>
    'Это файл Excel другого вида (.xls или .xlsb). Откройте его, выберите «Файл» → «Сохранить как» → «Книга Excel (.xlsx)» и загрузите новый файл.',
  'exchange.encrypted': () => 'Файл закрыт паролем. Снимите пароль и загрузите файл снова.',
  'exchange.macros': () => 'В файле есть макросы или вложенные объекты. Сохраните его как «Книга Excel (.xlsx)», без макросов.',
  'exchange.bomb': () => 'Файл распаковывается в непомерно большой. Такие файлы не открываются ради безопасности.',
  'exchange.hostile': () => 'Файл устроен так, как не устроены обычные таблицы. Ради безопасности он не открыт.',
  'exchange.broken': () => 'Файл повреждён и не читается. Откройте его в Excel, сохраните заново и загрузите снова.',
  'exchange.tooManyRows': () => 'В файле больше 10 000 строк. Разделите его на части.',
  'exchange.tooManyColumns': () => 'В файле больше 200 столбцов. Оставьте только нужные.',
  'exchange.tooHeavy': () => 'Файл не удалось прочитать за 20 секунд. Оставьте в нём только сам список, без оформления.',
  'exchange.noUpload': () => 'Файл уже забыт: прочитанное хранится один час. Выберите файл ещё раз.',
  'exchange.noYear': () => 'Сначала заведите учебный год: списки загружаются в него.',
  'exchange.unknownField': ({ field }: RefusalParams) => `Столбца «${field}» в таком списке нет.`,
  'exchange.changedMeanwhile': () => 'Пока вы смотрели, в школе что-то изменили. Ничего не загружено: проверьте новый результат.',
  'exchange.nothingToDo': () => 'Загружать нечего: в школе всё уже так, как в файле.',
  'exchange.undone': () => 'Эта загрузка уже отменена.',
  'exchange.changedSince': ({ what, by }: RefusalParams) =>
    `Отменить загрузку нельзя: после неё изменили то, что она записала (${what}${by ? `, ${by}` : ''}). Исправьте записи по одной.`,
  'exchange.inUse': ({ what, table }: RefusalParams) =>
    `Отменить загрузку нельзя: на её записях уже держится другое — ${hangers[String(table)] ?? 'новые записи'}${what ? ` (${what})` : ''}.`,
}

/** What may hang on a row that an import made, by its table. */
const hangers: Record<string, string> = {
  account: 'учётные записи',
  absence: 'пропуски в журнале',
  acknowledgement: 'ознакомления с документами',
  assignment: 'нагрузка учителей',
  change_request: 'заявки на изменение данных',
  consent: 'согласия',
  contact: 'контакты',
  course: 'предметы классов',
  curriculum: 'учебные планы',
  curriculum_line: 'часы учебных планов',
  data_check: 'проверки данных',
  enrolment: 'ученики в классах и группах',
  group_class: 'составы групп',
  group_proposal: 'предложения по подгруппам',
  guardian_of: 'сведения о родителях',
  homeroom: 'классные руководители',
  homework: 'домашние задания',
  lesson: 'уроки',
  mark: 'отметки',
  movement: 'записи книги движения',
  notice: 'уведомления',
  person: 'люди',
  role_grant: 'назначенные роли',
  school_class: 'классы',
  slot: 'расписание',
  staff: 'должности',
  study_group: 'классы и группы',
  term: 'учебные периоды',
  term_grade: 'отметки за период',
}

export const sentences = {
  'exchange.upload': ({ name }: { name: string }) => `проверил(а) файл «${name}» для загрузки`,
  'exchange.problems': () => 'взял(а) строки с ошибками из загружаемого списка',
  'exchange.preview': () => 'посмотрел(а), что изменит загрузка списка',
  'exchange.setColumns': ({ kind }: { kind: Kind }) => `указал(а) столбцы списка «${named(kind)}»`,
  'exchange.import': ({ kind }: { kind: Kind }) => `загрузил(а) список «${named(kind)}»`,
  'exchange.undo': () => 'отменил(а) загрузку списка',
  'exchange.imports': () => 'посмотрел(а) загрузки списков',
  'exchange.template': ({ kind }: { kind: Kind }) => `взял(а) шаблон списка «${named(kind)}»`,
  'exchange.export': ({ kind }: { kind: Kind }) => `выгрузил(а) список «${named(kind)}»`,
  'exchange.exportJson': ({ kinds }: { kinds?: unknown }) =>
    Array.isArray(kinds) && kinds.length > 0
      ? `выгрузил(а) в JSON: ${kinds.map((kind) => `«${named(kind)}»`).join(', ')}`
      : 'выгрузил(а) списки школы в JSON',
}
