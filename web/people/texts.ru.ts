import { contactNames, gapNames, relationNames } from '#domain/people/texts.ru.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

export { contactNames, gapNames, relationNames }

export const save = 'Сохранить'
export const edit = 'Изменить'
export const saved = 'Сохранено'
export const day = (date: string | null) => (date ? numericDate(date) : '')

export const list = {
  title: 'Люди',
  about: 'Ученики, родители, сотрудники: карточки, поиск, новые люди.',
  tabs: 'Кто',
  kinds: { student: 'Ученики', guardian: 'Родители', staff: 'Сотрудники' } as const,
  search: {
    student: 'Фамилия, имя или класс',
    guardian: 'Фамилия родителя или ребёнка',
    staff: 'Фамилия или должность',
  } as const,
  found: {
    student: (n: number) => count(n, 'ученик', 'ученика', 'учеников'),
    guardian: (n: number) => count(n, 'родитель', 'родителя', 'родителей'),
    staff: (n: number) => count(n, 'сотрудник', 'сотрудника', 'сотрудников'),
  },
  add: { student: 'Новый ученик', guardian: 'Новый родитель', staff: 'Новый сотрудник' } as const,
  columns: {
    name: 'Фамилия, имя, отчество',
    class: 'Класс',
    born: 'Дата рождения',
    guardians: 'Родители',
    children: 'Дети',
    positions: 'Должность',
    category: 'Категория',
    account: 'Вход',
  },
  accounts: { none: 'нет входа', open: 'вход есть', closed: 'вход закрыт' } as const,
  guardians: (all: number, informed: number) =>
    [
      all === 0 ? 'нет родителей' : count(all, 'родитель', 'родителя', 'родителей'),
      all > informed && `дневник открыт ${informed === 0 ? 'никому' : count(informed, 'человеку', 'людям', 'людям')}`,
    ]
      .filter(Boolean)
      .join(', '),
  left: (date: string) => `выбытие ${numericDate(date)}`,
  leftStaff: (date: string) => `до ${numericDate(date)}`,
  noClass: 'без класса',
  class: 'Класс',
  everyClass: 'Все классы',
  show: 'Показать',
  filters: {
    all: 'Все',
    departed: 'Выбывшие',
    noAccount: 'Без учётной записи',
    noGuardian: 'Без родителей',
    uninformed: 'Кому дневник не открыт',
    noBirthDate: 'Без даты рождения',
  } as const,
  current: { student: 'Кто учится', guardian: 'Чьи дети учатся', staff: 'Кто работает' } as const,
  none: 'Здесь пока никого нет',
  noneText: 'Добавьте людей по одному или загрузите список из таблицы.',
  bySheet: 'Загрузить таблицу',
  nobody: 'Никого не нашлось',
  nobodyText: 'Измените поиск или выберите «Все».',
  checks: 'Сверка данных',
  requests: 'Сообщения',
}

export const fields = {
  surname: 'Фамилия',
  givenName: 'Имя',
  patronymic: 'Отчество',
  patronymicHint: 'Если есть',
  sex: 'Пол',
  sexes: { f: 'женский', m: 'мужской' } as const,
  bornOn: 'Дата рождения',
  snils: 'СНИЛС',
  snilsHint: 'Одиннадцать цифр, можно с дефисами',
  snilsWrong: 'Контрольное число не сходится',
  foreignLanguages: 'Иностранный язык',
  foreignLanguagesHint: 'Например: английский',
  position: 'Должность',
  positionHint: 'Например: учитель математики',
  category: 'Категория',
  categoryHint: 'Высшая, первая или пусто',
  from: 'С какого дня',
  to: 'Последний день',
}

export const similar = {
  certain: 'Такой человек в школе уже есть',
  likely: 'Возможно, это человек, который в школе уже есть',
  same: 'Это тот же человек',
  sameOf: (name: string) => `Это тот же человек: ${name}`,
  open: 'Открыть карточку',
  different: 'Это другой человек, создать новую карточку',
  born: (date: string) => `дата рождения ${numericDate(date)}`,
}

export const adding = {
  guardian: 'Родитель',
  addGuardian: 'Добавить родителя',
  removeGuardian: 'Убрать',
  created: (name: string) => `Карточка создана: ${name}`,
  create: 'Создать карточку',
  noGuardianYet: 'Родителей можно добавить и позже, в карточке.',
}

export const card = {
  facts: 'Сведения',
  none: 'не указано',
  noneYet: 'не указана',
  contacts: 'Контакты',
  noContacts: 'Контакты не записаны',
  contactsHint: 'Каждое значение с новой строки',
  stays: 'Классы',
  noStays: 'Зачислений в классы ещё не было',
  since: (from: string) => `с ${numericDate(from)}`,
  period: (from: string, to: string) => `${numericDate(from)} — ${numericDate(to)}`,
  until: (to: string) => `до ${numericDate(to)}`,
  guardians: 'Родители и представители',
  noGuardians: 'Родители не записаны',
  noGuardiansText: 'Без них дневник ребёнка никто не увидит.',
  children: 'Дети',
  livesWith: 'живёт с ребёнком',
  livesApart: 'живёт отдельно',
  informed: 'дневник открыт',
  notInformed: 'дневник закрыт',
  livesWithField: 'Живёт вместе с ребёнком',
  informedField: 'Может получать сведения об учёбе',
  informedHint: 'Если выключить, дневник и уведомления об этом ребёнке сразу закроются для этого человека.',
  relation: 'Кем приходится',
  positions: 'Должности',
  noPositions: 'Должностей нет',
  addPosition: 'Новая должность',
  endHint: 'После последнего дня закроются журналы, класс и роли.',
  roles: 'Роли и вход',
  noRoles: 'Отдельных ролей нет',
  login: (login: string) => `Логин: ${login}`,
  blocked: 'вход закрыт',
  noAccount: 'Учётной записи нет',
  toAccounts: 'Учётные записи',
  toRoles: 'Роли',
  movements: 'Движение',
  order: (number: string, date: string) => [number && `приказ № ${number}`, date && `от ${date}`].filter(Boolean).join(' '),
  cancelled: 'отменено',
  history: 'История карточки',
  noHistory: 'Изменений ещё не было',
  merged: 'Эта карточка объединена с другой.',
  toKept: 'Открыть оставшуюся',
  merge: 'Объединить с двойником',
  more: 'Ещё',
  endGuardian: 'Завершить',
  resumeGuardian: 'Вернуть',
  endGuardianTitle: 'Завершить связь с ребёнком?',
  endGuardianText: (name: string) => `${name} перестанет видеть дневник на следующий день. Запись останется в истории.`,
  ended: (name: string) => `Связь завершена: ${name}`,
  resumed: (name: string) => `Связь возвращена: ${name}`,
  lastDay: 'Последний день',
  mistake: 'Запись сделана по ошибке',
  departure: 'Сообщить о выбытии',
  report: 'Сообщить об изменении',
}

export const enrolling = {
  title: 'Зачислить в класс',
  action: 'Зачислить',
  done: 'Ученик зачислен',
  orderNumber: 'Номер приказа',
  orderDate: 'Дата приказа',
  reason: 'Основание',
  otherSchool: 'Прежняя школа',
}

export { requests } from './requests.texts.ru.ts'

export const checks = {
  title: 'Сверка данных',
  menu: 'Данные класса',
  about: 'Качество данных по классам, ежемесячное «данные проверены» и октябрьская сверка.',
  subtitle: (month: string, year: string) => `${month} ${year}`,
  columns: {
    class: 'Класс',
    teacher: 'Классный руководитель',
    quality: 'Заполнено',
    gaps: 'Чего не хватает',
    monthly: 'В этом месяце',
    october: 'Октябрьская сверка',
  },
  notYet: 'не проверены',
  checkedOn: (date: string) => `проверены ${date}`,
  every: 'Все классы',
  ticked: (ticked: number, all: number) => `${ticked} из ${all}`,
  none: 'Классов пока нет',
  noneText: 'Классы появятся, когда откроют учебный год.',
  all: (done: number, all: number) => `Данные проверены: ${done} из ${count(all, 'класса', 'классов', 'классов')}`,
  confirm: 'Данные проверены',
  confirmTitle: (month: string) => `Данные класса проверены (${month})?`,
  confirmText:
    'Вы подтверждаете, что списки учеников и сведения о родителях верны. Что изменилось, можно сообщить администратору.',
  remarks: 'Замечания',
  confirmed: 'Записано: данные класса проверены',
  checklist: 'Ученики',
  tickMany: (n: number) => (n > 0 ? `Отметить проверенными (${n})` : 'Отметить проверенными'),
  familySaid: (by: string, at: string) => `семья: ${by}, ${at}`,
  families: (said: number, all: number) => `«Всё верно» сказали семьи: ${said} из ${all}. Родителям об этом напоминает дневник.`,
  notTicked: 'не сверено',
  linesShown: {
    all: 'Все ученики',
    notTicked: 'Ещё не отмечены',
    gaps: 'Чего-то не хватает',
    family: 'Семья не подтвердила',
  } as const,
  allDone: { notTicked: 'Все ученики класса отмечены', gaps: 'У всех всё заполнено', family: 'Все семьи подтвердили данные' } as const, // biome-ignore format: one glance
  classesShown: {
    all: 'Все классы',
    monthly: 'Не проверены в этом месяце',
    october: 'Сверка не закончена',
    gaps: 'Чего-то не хватает',
  } as const,
  nothingLeft: 'Таких классов нет',
  nothingLeftText: 'Здесь всё сделано. Чтобы увидеть остальные классы, выберите «Все классы».',
  searchClasses: 'Класс или классный руководитель',
  octoberAll: (ticked: number, all: number) => `Отмечено: ${ticked} из ${count(all, 'ученика', 'учеников', 'учеников')}`,
  tickedToast: (n: number) => `Отмечено: ${count(n, 'ученик', 'ученика', 'учеников')}`,
  campaign: 'Октябрьская сверка',
  campaignText:
    'У каждого ученика проверьте дату рождения, иностранный язык и полные имена родителей. Отметьте тех, у кого всё верно.',
  campaignTextEmail:
    'У каждого ученика проверьте дату рождения, иностранный язык, полные имена и почту родителей. Отметьте тех, у кого всё верно.',
  campaignClosed: 'Откроется 1 октября.',
  months: 'Когда проверяли',
  noMonths: 'Данные этого класса ещё не подтверждали.',
  student: 'Ученик',
  state: 'Сверка',
  fine: 'всё заполнено',
  tickedBy: (by: string, at: string) => `${by}, ${at}`,
  arrival: 'Новый ученик',
  departure: 'Ученик выбыл',
  arrivalText: 'Сообщите администратору о новом ученике: он создаст карточку и зачислит его приказом.',
  departureText: 'Сообщите администратору, что ученик выбыл или выбывает. Выбытие оформят приказом.',
  reported: 'Сообщение отправлено администратору',
  send: 'Отправить',
  people: 'Список класса',
  consents: 'Согласия класса',
  search: 'Фамилия ученика',
}

export const classPeople = {
  title: (name: string) => `Люди класса ${name}`,
  students: 'Ученики',
  guardians: 'Родители',
}

export const me = {
  title: 'Мои данные',
  tabs: 'Что обо мне хранят',
  data: 'Данные',
  consents: 'Согласия',
  processing: 'Кто и зачем видит',
  trainings: 'Обучение',
  notices: 'Уведомления',
  actions: 'Мои действия',
  lead: 'Что школа хранит о вас и ваших детях. Если что-то неверно или изменилось, сообщите: администратор проверит и внесёт.',
  you: 'это вы',
  /** As the name of a line. */
  relation: (relation: keyof typeof relationNames) =>
    relationNames[relation].charAt(0).toUpperCase() + relationNames[relation].slice(1),
  report: 'Сообщить об изменении',
  reportTitle: (name: string) => `Что изменилось: ${name}`,
  reportText: 'Исправьте то, что изменилось. Новое появится в журнале, когда администратор сверит его с документами.',
  comment: 'Пояснение',
  commentHint: 'Например: сменили фамилию, документ принесём в понедельник',
  sent: 'Сообщение отправлено. Ответ появится здесь.',
  send: 'Отправить',
  notKept: 'Телефоны, почту и домашний адрес школа в журнале не хранит.',
  others: 'Кто ещё записан родителем',
}
