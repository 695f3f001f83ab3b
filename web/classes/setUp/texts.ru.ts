import type { PlainDate } from '#domain/platform/dates.ts'
import { fullDate, numericDate } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

export { setUpAbout as about, setUpTitle as title } from '../sections.texts.ru.ts'

export const year = 'Учебный год'
export const views = { label: 'Что показать', classes: 'Классы', groups: 'Группы и потоки', proposals: 'Предложения' }
export const countedOn = (on: PlainDate) => `Ученики на ${numericDate(on)}`
export const addClass = 'Новый класс'
export const addGroup = 'Новая группа'
export const promote = 'Перевести в следующий класс'
export const search = 'Класс или классный руководитель'
export const searchGroup = 'Группа или класс'
export const noYear = 'Учебного года пока нет'
export const noYearText = 'Сначала заведите учебный год: классы принадлежат ему.'
export const toYear = 'Учебный год'
export const none = 'Классов пока нет'
export const noneText = 'Заведите классы по одному, переведите прошлогодние или загрузите список из таблицы.'
export const noGroups = 'Групп пока нет'
export const noGroupsText =
  'Здесь живут классы-комплекты, потоки, группы по выбору, внеурочные группы и индивидуальные планы. Подгруппы класса — в его карточке.'
export const noProposals = 'Предложений нет'
export const noProposalsText = 'Когда классный руководитель предложит, как разделить класс, предложение появится здесь.'
export const showArchived = (n: number) => `Показать архив (${n})`
export const hideArchived = 'Скрыть архив'
export const archivedMark = 'в архиве'
export const columns = {
  name: 'Класс',
  homeroom: 'Классный руководитель',
  students: 'Учеников',
  subgroups: 'Подгрупп',
  shift: 'Смена',
  curriculum: 'Учебный план',
  group: 'Группа',
  kind: 'Вид',
  classes: 'Классы',
  courses: 'Предметы и учителя',
}
export const ofCapacity = (n: number, capacity: number | null) => (capacity === null ? String(n) : `${n} из ${capacity}`)
export const noHomeroom = 'не назначен'
export const shiftName = (n: number) => `${n} смена`

export const card = {
  change: 'Изменить класс',
  archive: 'Убрать в архив',
  archiveTitle: (name: string) => `Убрать ${name} в архив?`,
  archiveText: 'Класс исчезнет из списков. Его журнал и история останутся, вернуть можно в любой момент.',
  restore: 'Вернуть из архива',
  archived: 'Класс в архиве.',
  archivedToast: 'Убрано в архив',
  restored: 'Возвращено из архива',
  setHomeroom: 'Сменить',
  appoint: 'Назначить',
  homeroom: 'Классное руководство',
  since: (from: PlainDate) => `с ${numericDate(from)}`,
  period: (from: PlainDate, to: PlainDate) => `${numericDate(from)} – ${numericDate(to)}`,
  students: 'Ученики',
  studentsNote: (n: number, capacity: number | null) =>
    capacity === null ? count(n, 'ученик', 'ученика', 'учеников') : `${n} из ${count(capacity, 'места', 'мест', 'мест')}`,
  nobody: 'В классе никого нет',
  nobodyText: 'Зачислите учеников по одному или загрузите списки из таблицы.',
  searchStudent: 'Фамилия ученика',
  name: 'Ученик',
  subgroups: 'Подгруппы',
  left: (n: number) => `Выбывшие и переведённые (${n})`,
  ownPlan: 'индивидуальный план',
  groups: 'Группы, потоки, планы',
  courses: 'Кто что преподаёт',
  coursesEmpty: 'Предметы появятся, когда распределят нагрузку.',
  noTeacher: 'учитель не назначен',
  split: 'Разделить на подгруппы',
  splitSubject: 'Предмет',
  splitNone: 'Класс ни на каком предмете не делится.',
  edit: 'Изменить',
  propose: 'Предложить',
  leftOut: (n: number) => `${count(n, 'ученик', 'ученика', 'учеников')} ни в одной подгруппе`,
  openPerson: 'Карточка',
  actions: (name: string) => `Действия: ${name}`,
}

export const form = {
  create: 'Завести класс',
  save: 'Сохранить',
  grade: 'Параллель',
  letter: 'Буква или название',
  letterHint: '«А», «Б»; можно и слово: «технологический»',
  shift: 'Смена',
  week: 'Учебная неделя',
  asYear: 'как в школе',
  days: (n: number) => (n === 5 ? '5 дней' : '6 дней'),
  capacity: 'Мест',
  capacityHint: 'Если не ограничено, оставьте пустым.',
  ungraded: 'Безотметочное обучение',
  ungradedHint: 'В 1 классе отметок нет по закону — отмечать не нужно.',
  curriculum: 'Учебный план',
  noCurriculum: 'не выбран',
  teacher: 'Классный руководитель',
  nobody: 'не назначен',
  created: (name: string) => `Класс ${name} заведён`,
  saved: 'Сохранено',
}
export const homeroom = {
  title: (name: string) => `Классный руководитель ${name}`,
  from: 'С какого дня',
  hint: 'До этого дня классом руководит прежний учитель: история сохраняется.',
  now: (name: string) => `Сейчас: ${name}`,
  save: 'Назначить',
  saved: (from: PlainDate) => `Классный руководитель назначен с ${fullDate(from)}`,
}
export const group = {
  chooseTwo: 'Отметьте не меньше двух классов.',
  chooseOne: 'Выберите одного ученика.',
  kind: 'Вид группы',
  kindHints: {
    combined: 'Несколько классов учатся вместе на всех уроках (класс-комплект сельской школы).',
    stream: 'Несколько классов целиком на одном уроке у одного учителя. Кто придёт в класс, окажется и в потоке.',
    elective: 'Профильная группа, факультатив, проект: ученики одного или нескольких классов и параллелей.',
    extracurricular: 'Кружок, секция, внеурочное занятие.',
    individual: 'Один ученик: своя группа, своё расписание и свой журнал.',
  },
  name: 'Название',
  classes: 'Из каких классов',
  students: 'Ученики',
  studentsOf: (n: number) => `Ученики: выбрано ${n}`,
  chooseClasses: 'Сначала выберите классы.',
  student: 'Ученик',
  capacity: 'Мест',
  ungraded: 'Без отметок',
  from: 'С какого дня',
  fromHint: 'Списки прошедших уроков не меняются.',
  create: 'Завести группу',
  save: 'Сохранить',
  created: (n: number) => `Группа заведена: ${count(n, 'ученик', 'ученика', 'учеников')}`,
  saved: 'Сохранено',
  archiveText: 'Группа исчезнет из списков, её журнал останется. В ней не должно быть учеников.',
  whole: 'Состав — все ученики выбранных классов.',
}
export const proposals = {
  from: (author: string, name: string, subject: string) => `${author}: ${name}, ${subject}`,
  effective: (from: PlainDate) => `предлагает с ${numericDate(from)}`,
  states: { open: 'ждёт решения', accepted: 'утверждено', declined: 'отклонено', withdrawn: 'отозвано' },
  accept: 'Утвердить',
  decline: 'Отклонить',
  withdraw: 'Отозвать',
  open: 'Открыть класс',
  acceptTitle: 'Утвердить подгруппы?',
  acceptText: 'Подгруппы сложатся с выбранного дня, прошедшие уроки не изменятся.',
  declineTitle: 'Отклонить предложение',
  reason: 'Почему',
  accepted: 'Подгруппы утверждены',
  declined: 'Предложение отклонено',
  withdrawn: 'Предложение отозвано',
  title: 'Предложения о подгруппах',
  people: (n: number) => count(n, 'ученик', 'ученика', 'учеников'),
}
export const enrol = 'Зачислить'
export const moves = { transfer: 'Перевести в другой класс', depart: 'Отметить выбытие', return: 'Вернулся' }
