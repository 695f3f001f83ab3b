import type { RefusalParams } from '#domain/platform/refusal.ts'
import type { PolicyKey } from './policies.ts'
import type { Clause } from './sources.texts.ru.ts'

export const refusals = {
  'school.unnamed': () => 'У школы должно быть название: краткое и полное.',
  'school.inn': () => 'ИНН не сходится: проверьте цифры. У организации в нём десять цифр.',
  'school.ogrn': () => 'ОГРН не сходится: проверьте цифры. В нём тринадцать цифр.',
  'school.timeZone': () => 'Такого часового пояса нет. Выберите его из списка.',
  'school.email': () => 'Это не похоже на адрес электронной почты.',
  'school.policyWrong': () => 'Такого значения у этой настройки нет.',
  'school.changedMeanwhile': ({ by }: RefusalParams) =>
    `Пока вы заполняли, это изменил другой человек${by ? `: ${by}` : ''}. Посмотрите, что получилось, и повторите.`,
  'school.actDates': () => 'Последний день действия не может быть раньше первого.',
  'school.unknownAct': () => 'Этого документа нет или он уже не действует.',
}

export const sentences = {
  'school.card': () => 'открыл(а) карточку школы',
  'school.setCard': () => 'изменил(а) карточку школы',
  'school.finishSetUp': () => 'завершил(а) первую настройку',
  'school.settings': () => 'открыл(а) правила школы',
  'school.setPolicy': ({ key }: { key?: PolicyKey }) =>
    key && policyTexts[key] ? `изменил(а) правило «${policyTexts[key].title}»` : 'изменил(а) правило школы',
  'school.acts': () => 'открыл(а) локальные акты',
  'school.addAct': ({ title }: { title?: string }) =>
    title ? `добавил(а) локальный акт «${title}»` : 'добавил(а) локальный акт',
  'school.endAct': () => 'указал(а) последний день действия локального акта',
  'school.acknowledge': () => 'ознакомился(лась) с локальным актом',
  'school.acknowledgements': () => 'открыл(а) лист ознакомления',
}

export type PolicyText = {
  group: 'journal' | 'families' | 'access' | 'people' | 'classes'
  title: string
  /** What it changes in the work of people. */
  about: string
  /** Where it comes from: the documents and what they say. */
  clauses: readonly Clause[]
  /** One, few, many. */
  unit?: readonly [string, string, string]
  /** What no limit is called. */
  nothing?: string
  choices?: Record<string, string>
}

/** The settings page in words. Complete by type. */
export const policyTexts: { readonly [K in PolicyKey]: PolicyText } = {
  'marks.lowest': {
    group: 'journal',
    title: 'Самая низкая отметка',
    about: 'Ставят ли в школе «1». От этого зависит, какие отметки принимает журнал.',
    clauses: [{ source: 'education', at: 'ст. 28, ч. 3, п. 10', says: 'систему оценок школа определяет сама' }],
    choices: { 1: '«1»', 2: '«2»' },
  },
  'marks.editDays': {
    group: 'journal',
    title: 'Сколько дней учитель может менять отметки за урок',
    about: 'После этого клетки урока закрываются. Без ограничения они открыты до закрытия учебного периода.',
    clauses: [
      { source: 'duties', at: 'учитель, п. 2', says: 'отметки за урок — в тот же учебный день' },
      { source: 'maisky', at: 'п. 4.4', says: '3 дня в начальной школе, 7 дней в основной' },
    ],
    unit: ['день', 'дня', 'дней'],
    nothing: 'до закрытия периода',
  },
  'homework.deadlineMinutes': {
    group: 'journal',
    title: 'Когда домашнее задание должно быть в журнале',
    about: 'Минут после последнего урока класса. Опоздание отмечается, но задание принимается всегда.',
    clauses: [
      { source: 'duties', at: 'учитель, п. 4', says: 'не позднее 1,5 часа после занятий класса' },
      { source: 'letter', says: 'не позднее часа' },
    ],
    unit: ['минута', 'минуты', 'минут'],
  },
  'access.idleMinutes': {
    group: 'access',
    title: 'Через сколько минут журнал засыпает',
    about: 'Если сотрудник ничего не делает, журнал спросит пароль снова: у классного компьютера бывают ученики.',
    clauses: [{ source: 'maisky', at: 'п. 3.12', says: 'учеников к работе с журналом не допускают' }],
    unit: ['минута', 'минуты', 'минут'],
  },
  'access.homeroomIssues': {
    group: 'access',
    title: 'Классный руководитель выдаёт доступ своему классу',
    about: 'Пароли и ссылки ученикам своего класса и их родителям. Если выключить, доступ выдаёт только администратор.',
    clauses: [
      { source: 'school92', at: 'п. 3.2', says: 'ученики и родители получают доступ у классного руководителя' },
      { source: 'duties', at: 'классный руководитель, п. 1' },
    ],
  },
  'access.secondFactor': {
    group: 'access',
    title: 'Вход в два шага обязателен',
    about:
      'После пароля — код из приложения или ключ доступа. Кому он нужен, тем журнал напомнит, а после срока попросит настроить при входе.',
    clauses: [
      { source: 'duties', at: 'руководитель, п. 28; классный руководитель, п. 10', says: 'доступ в кабинет хранят в тайне' },
    ],
    choices: { off: 'никому, по желанию', heads: 'директору, заместителям и администраторам', staff: 'всем сотрудникам' },
  },
  'access.secondFactorDays': {
    group: 'access',
    title: 'Сколько дней даётся на настройку входа в два шага',
    about:
      'Считается от решения школы, а для новых сотрудников — от начала работы. Всё это время журнал открыт и напоминает. 0 — сразу.',
    clauses: [{ source: 'duties', at: 'руководитель, п. 28; классный руководитель, п. 10', says: 'срок не назван' }],
    unit: ['день', 'дня', 'дней'],
  },
  'access.breachHeadMinutes': {
    group: 'access',
    title: 'За сколько минут извещают директора, если пароль узнали другие',
    about: 'Считается с минуты, когда это обнаружили. Срок виден в списке «Пароль узнали».',
    clauses: [{ source: 'maisky', at: 'п. 3.15', says: 'не позднее часа, письменно' }],
    unit: ['минута', 'минуты', 'минут'],
  },
  'access.breachSupportDays': {
    group: 'access',
    title: 'За сколько рабочих дней извещают поддержку, если пароль узнали другие',
    about: 'Считается со дня, когда это обнаружили. Срок виден в списке «Пароль узнали».',
    clauses: [
      {
        source: 'duties',
        at: 'заместитель, п. 21; классный руководитель, п. 11; учитель, п. 16',
        says: 'не позднее одного рабочего дня',
      },
    ],
    unit: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  },
  'curriculum.rateHours': {
    group: 'classes',
    title: 'Сколько часов в неделю — ставка учителя',
    about: 'По этому числу нагрузка считается в ставках.',
    clauses: [
      { source: 'rate', says: '18 часов' },
      { source: 'duties', at: 'руководитель, п. 10', says: 'нагрузку распределяют до 5 сентября' },
    ],
    unit: ['час', 'часа', 'часов'],
  },
  'classes.homeroomEditsGroups': {
    group: 'classes',
    title: 'Классный руководитель сам делит класс на подгруппы',
    about: 'Если выключить, он отправляет предложение, а утверждает администратор или завуч.',
    clauses: [
      { source: 'duties', at: 'классный руководитель, п. 6', says: 'списки групп вносит классный руководитель' },
      { source: 'school67', at: 'п. 2.10', says: 'распределяет администратор' },
      { source: 'maisky', at: 'п. 4.1', says: 'администратор вместе с классным руководителем' },
    ],
  },
  'diary.classAverage': {
    group: 'families',
    title: 'Показывать семьям средний балл класса',
    about: 'Рядом со средним баллом ребёнка. Чужие отметки не видны никому и никогда.',
    clauses: [{ source: 'maisky', at: 'п. 3.10', says: 'родителям видны сведения только о своём ребёнке' }],
  },
  'people.phones': {
    group: 'people',
    title: 'Хранить номера телефонов',
    about:
      'Пока выключено, номера не показываются и не записываются. Записанные раньше скроются, и здесь их можно будет удалить навсегда.',
    clauses: [
      { source: 'school67', at: 'п. 5.2', says: 'адреса и телефоны не вносятся' },
      { source: 'personal', at: 'ст. 5, ч. 5', says: 'данных не больше, чем нужно для цели' },
    ],
  },
  'people.emails': {
    group: 'people',
    title: 'Хранить адреса электронной почты',
    about: 'Нужны тем школам, которые собирают почту родителей в октябре. Пока выключено, не показываются и не записываются.',
    clauses: [
      { source: 'school67', at: 'п. 5.2', says: 'почту родителей проверяют в октябре' },
      { source: 'personal', at: 'ст. 5, ч. 5', says: 'данных не больше, чем нужно для цели' },
    ],
  },
  'people.addresses': {
    group: 'people',
    title: 'Хранить домашние адреса',
    about: 'Журналу они не нужны. Пока выключено, не показываются и не записываются.',
    clauses: [
      { source: 'school67', at: 'п. 5.2', says: 'адреса и телефоны не вносятся' },
      { source: 'personal', at: 'ст. 5, ч. 5', says: 'данных не больше, чем нужно для цели' },
    ],
  },
}
