import type { Capability, CapabilityGroup, Category } from './capabilities.ts'

/** What a capability is called where it is given and taken. */
export const capabilityTexts: Record<Capability, string> = {
  'journal.fill': 'Ставить отметки, отмечать отсутствующих, записывать темы и задания',
  'journal.read': 'Читать журнал',
  'journal.control': 'Видеть, какие уроки не заполнены',
  'journal.remind': 'Напоминать учителям о незаполненных уроках',
  'diary.read': 'Открывать дневник ученика',
  'attendance.read': 'Видеть, кто сегодня отсутствует',

  'people.read': 'Смотреть списки и карточки людей',
  'people.contacts': 'Видеть контакты родителей',
  'people.create': 'Заводить карточки новых людей',
  'people.edit': 'Исправлять карточки учеников и родителей',
  'people.positions': 'Вести должности сотрудников',
  'people.many': 'Править карточки списком и объединять двойные',
  'people.requests': 'Разбирать заявки об изменениях',
  'people.checks': 'Видеть, где данные неполны и кто из родителей заходит',
  'people.confirm': 'Сверять данные класса, сообщать о прибытии и выбытии',
  'people.tell': 'Сообщать об изменении данных',
  'urgent.open': 'Открывать экстренный доступ к ученику',
  'urgent.register': 'Видеть, кто и зачем открывал экстренный доступ',
  'urgent.judge': 'Отмечать, был ли экстренный доступ обоснован',
  'people.erase': 'Стирать контакты, которые школа больше не хранит',

  'accounts.issue': 'Выдавать доступ ученикам и родителям',
  'accounts.ofClass': 'Выдавать доступ в классе',
  'accounts.close': 'Закрывать и возобновлять учётные записи',
  'accounts.compromises': 'Следить за раскрытыми паролями и входами из двух мест',
  'support.keep': 'Вести обращения в поддержку',

  'rights.read': 'Видеть, у кого какие роли и права',
  'rights.keep': 'Назначать роли и менять права',

  'school.card': 'Заполнять карточку школы',
  'policies.read': 'Видеть правила школы',
  'policies.keep': 'Менять правила школы',
  'acts.keep': 'Вести документы школы',
  'acts.control': 'Видеть, кто ознакомлен с документами',
  'readiness.board': 'Видеть готовность к году',
  'readiness.usage': 'Видеть сводку: кто пользуется журналом',
  'readiness.paperless': 'Решать об отказе от бумажных журналов',
  'training.read': 'Видеть обучение и инструктажи',
  'training.keep': 'Проводить обучение и инструктажи',

  'year.read': 'Видеть устройство учебного года',
  'year.keep': 'Устраивать учебный год: четверти, каникулы, смены',
  'year.bells': 'Вести звонки и учебные дни',
  'year.exceptions': 'Объявлять выходные и отменять уроки на день',

  'classes.read': 'Смотреть составы классов',
  'classes.keep': 'Создавать классы и назначать классных руководителей',
  'groups.keep': 'Делить классы на группы',
  'groups.propose': 'Предлагать деление своего класса на группы',
  'movement.read': 'Видеть движение учеников',
  'movement.keep': 'Зачислять, переводить и отчислять',
  'classes.promote': 'Переводить классы в следующий год',

  'curriculum.read': 'Видеть учебные планы и нагрузку',
  'curriculum.subjects': 'Вести предметы и кабинеты',
  'curriculum.plans': 'Составлять учебные планы',
  'curriculum.load': 'Распределять нагрузку',

  'consents.read': 'Видеть согласия',
  'consents.record': 'Записывать согласия и отзывы',
  'consents.purposes': 'Решать, на что берут согласия',
  'processing.read': 'Видеть сведения об обработке персональных данных',
  'processing.keep': 'Вести сведения об обработке персональных данных',
  'audit.read': 'Смотреть журнал действий и брать выписки',
  'audit.verify': 'Проверять, что журнал действий не тронут',
  'exchange.prepare': 'Готовить и проверять списки для загрузки',
  'exchange.import': 'Загружать списки в журнал и отменять загрузку',
  'exchange.export': 'Выгружать списки',
}

export const groupTexts: Record<CapabilityGroup, string> = {
  journal: 'Журнал и дневник',
  people: 'Люди',
  accounts: 'Учётные записи',
  rights: 'Роли и права',
  school: 'Школа',
  year: 'Учебный год',
  classes: 'Классы и движение',
  curriculum: 'Учебный план и нагрузка',
  data: 'Данные и согласия',
}

export const categoryTexts: Record<Category, string> = {
  head: 'Директор',
  deputyHead: 'Заместители директора',
  administrator: 'Администраторы журнала',
  homeroomTeacher: 'Классные руководители',
  teacher: 'Учителя',
  family: 'Ученики и родители',
}
