import { fullDate } from '#domain/platform/dateTexts.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'
import { count } from '#domain/platform/texts.ts'
import type { Gap } from './checks.ts'
import type { ContactKind, Kinship } from './rules.ts'

export const relationNames: Record<Kinship, string> = {
  mother: 'мать',
  father: 'отец',
  guardian: 'опекун',
  trustee: 'попечитель',
  adoptive: 'приёмный родитель',
  stepmother: 'мачеха',
  stepfather: 'отчим',
  grandparent: 'бабушка или дедушка',
  sibling: 'брат или сестра',
  institution: 'представитель учреждения',
  other: 'другой представитель',
}

export const contactNames: Record<ContactKind, string> = { phone: 'телефон', email: 'электронная почта', address: 'адрес' }
const erasedContacts: Record<ContactKind, string> = {
  phone: 'номера телефонов',
  email: 'адреса электронной почты',
  address: 'домашние адреса',
}
const contactsMany: Record<ContactKind, string> = { phone: 'Телефоны', email: 'Адреса электронной почты', address: 'Адреса' }

export const gapNames: Record<Gap, string> = {
  birthDate: 'нет даты рождения',
  foreignLanguages: 'не указан иностранный язык',
  guardian: 'нет родителей',
  informedGuardian: 'никому из родителей не открыт дневник',
  guardianName: 'у родителя нет отчества',
  email: 'нет почты родителей',
  similar: 'похож на другую карточку',
}

const andMore = (more: unknown): string => (Number(more) > 0 ? ` и ещё ${more}` : '')

export const refusals = {
  'people.nameMissing': () => 'Напишите фамилию и имя.',
  'people.wrongName': ({ name }: RefusalParams) =>
    `«${name}» не похоже на имя: в нём могут быть буквы, дефис, пробел и апостроф.`,
  'people.wrongBirthDate': () => 'Проверьте дату рождения: такого дня нет или он в будущем.',
  'people.wrongSnils': () => 'В номере СНИЛС ошибка: контрольное число не сходится. Сверьте его с документом.',
  'people.snilsTaken': ({ name }: RefusalParams) =>
    `Этот СНИЛС уже записан в карточке «${name}». Откройте её: скорее всего, это тот же человек.`,
  'people.similarExists': ({ name }: RefusalParams) =>
    `Такой человек уже есть: ${name}. Выберите его или подтвердите, что это другой человек.`,
  'people.guardianUnsaid': () => 'Укажите родителя: выберите человека из школы или заполните новую карточку.',
  'people.ownGuardian': () => 'Человек не может быть собственным родителем.',
  'people.guardianByAdministrator': () =>
    'Этот человек сам работает или учится в школе. Записать его родителем может только администратор журнала.',
  'people.guardianEnded': () =>
    'Права этого родителя закончил другой сотрудник: за этим может стоять решение суда. Вернуть их может администратор журнала.',
  'people.guardianTwice': ({ name }: RefusalParams) => `${name} и так среди родителей этого ученика.`,
  'people.changedMeanwhile': ({ by, at }: RefusalParams) =>
    by
      ? `Пока вы правили, это уже изменено: ${by}, ${fullDate(String(at).slice(0, 10))}. Посмотрите новое и внесите правку ещё раз.`
      : 'Пока вы правили, данные изменились. Посмотрите новое и внесите правку ещё раз.',
  'people.contactsOff': ({ kind }: RefusalParams) =>
    `${contactsMany[kind as ContactKind] ?? 'Такие данные'} школа не хранит. Включить это поле можно в настройках школы.`,
  'people.contactInText': ({ kind }: RefusalParams) =>
    `${kind === 'email' ? 'В тексте адрес электронной почты' : 'В тексте номер телефона'}, а школа таких данных не хранит. Уберите его или оставьте, если без него нельзя.`,
  'people.contactsKept': ({ kind }: RefusalParams) =>
    `${contactsMany[kind as ContactKind] ?? 'Такие данные'} школа хранит. Сначала выключите это правило, потом удаляйте.`,
  'people.wrongEmail': ({ value }: RefusalParams) => `«${value}» не похоже на адрес электронной почты.`,
  'people.wrongPhone': ({ value }: RefusalParams) => `«${value}» не похоже на номер телефона.`,
  'people.requestOvertaken': () =>
    'После этой просьбы карточку изменили, и принятая сейчас она стёрла бы новое. Внесите верное в карточку сами, а просьбу отклоните с пояснением.',
  'people.positionTwice': ({ position }: RefusalParams) => `Должность «${position}» у этого сотрудника уже есть.`,
  'people.positionDates': () => 'Последний день должности раньше первого.',
  'people.ownPosition': () =>
    'Собственную последнюю должность завершить нельзя: вы потеряете доступ. Это сделает другой администратор.',
  'people.merged': () => 'Эта карточка объединена с другой. Правьте ту, что осталась.',
  'people.mergeSelf': () => 'Карточку нельзя объединить саму с собой.',
  'people.mergeOwn': () =>
    'Собственную карточку нельзя сделать лишней: вы потеряете вход. Оставьте её, а лишней выберите вторую.',
  'people.mergeFamily': () => 'Эти люди записаны родителем и ребёнком друг друга. Сначала завершите эту связь.',
  'people.mergeSnils': () => 'В карточках разные СНИЛС. Если это всё-таки один человек, сначала исправьте номер в одной из них.',
  'people.mergeMarks': ({ cells, more }: RefusalParams) =>
    `В одной клетке журнала у двух карточек разные отметки: ${cells}${andMore(more)}. Пусть учитель оставит в каждой клетке верную, потом объедините.`,
  'people.mergeAbsences': ({ cells, more }: RefusalParams) =>
    `На одном уроке у двух карточек разная посещаемость: ${cells}${andMore(more)}. Пусть учитель исправит её, потом объедините.`,
  'people.mergeClasses': ({ classes }: RefusalParams) =>
    `Карточки в одно время числятся в разных классах: ${classes}. Сначала исправьте зачисление одной из них.`,
  'people.changeNothing': () => 'Укажите, что изменить.',
  'people.positionUnnamed': () => 'Напишите название должности.',
  'people.takenBack': () => 'Это уже отменено.',
  'people.changedSince': ({ what, by, at }: RefusalParams) =>
    `Отменить нельзя: после этого данные изменили${what ? ` (${what})` : ''}${by ? `, ${by}` : ''}${at ? `, ${fullDate(String(at).slice(0, 10))}` : ''}. Верните прежнее значение или исправьте карточки вручную.`,
  'people.requestEmpty': () => 'Укажите, что изменить, или опишите это словами.',
  'people.requestDecided': () => 'По этому сообщению уже есть решение.',
  'people.requestOpen': () => 'Об этом уже сообщили, решения пока нет.',
  'people.notInClass': () => 'Этот ученик не числится в классе.',
  'people.campaignClosed': () => 'Октябрьская сверка ещё не началась: отмечать учеников можно с 1 октября.',
}

type Named = { surname?: string; givenName?: string }
const named = ({ surname, givenName }: Named): string => [surname, givenName].filter(Boolean).join(' ') || '…'

export const sentences = {
  'people.list': () => 'открыл(а) список людей школы',
  'people.ofClass': () => 'открыл(а) список людей класса',
  'people.card': () => 'открыл(а) карточку',
  'people.similar': () => 'искал(а) похожих людей',
  'people.create': ({ person }: { person: Named }) => `завёл(а) карточку: ${named(person)}`,
  'people.change': () => 'изменил(а) карточку',
  'people.setContacts': () => 'изменил(а) контакты',
  'people.addGuardian': () => 'добавил(а) родителя',
  'people.changeGuardian': () => 'изменил(а) сведения о родителе',
  'people.endGuardian': ({ lastDay }: { lastDay: string | null }) =>
    lastDay === null ? 'вернул(а) родителя ученику' : 'завершил(а) связь родителя с учеником',
  'people.addPosition': ({ position }: { position: string }) => `назначил(а) на должность «${position}»`,
  'people.changePosition': ({ to }: { to: string | null }) => (to === null ? 'изменил(а) должность' : 'завершил(а) должность'),
  'people.merge': () => 'объединил(а) две карточки одного человека',
  'people.editable': () => 'открыл(а) правку нескольких карточек',
  'people.changeMany': ({ rows }: { rows: unknown[] }) =>
    `изменил(а) сразу ${count(rows.length, 'запись', 'записи', 'записей')} в карточках`,
  'people.runs': () => 'открыл(а) список массовых правок и объединений',
  'people.takeBack': () => 'отменил(а) массовую правку или объединение карточек',
  'people.requests': () => 'открыл(а) сообщения об изменении данных',
  'people.requestChange': () => 'сообщил(а) об изменении данных',
  'people.reportArrival': ({ person }: { person: Named }) => `сообщил(а) о новом ученике: ${named(person)}`,
  'people.reportDeparture': () => 'сообщил(а), что ученик выбыл',
  'people.askAboutData': ({ kind }: { kind?: string }) =>
    kind === 'erase' ? 'попросил(а) прекратить обработку данных' : 'запросил(а) сведения о своих данных',
  'people.familyChecks': () => 'открыл(а) сверку данных своей семьи',
  'people.confirmOwn': () => 'подтвердил(а), что данные ребёнка верны',
  'people.acceptRequest': () => 'внёс(ла) данные по сообщению',
  'people.declineRequest': () => 'отклонил(а) сообщение об изменении данных',
  'people.withdrawRequest': () => 'отозвал(а) своё сообщение',
  'people.checks': () => 'открыл(а) сверку данных',
  'people.classChecks': () => 'открыл(а) сверку данных класса',
  'people.confirmClass': () => 'подтвердил(а), что данные класса проверены',
  'people.confirmStudents': () => 'отметил(а) учеников в октябрьской сверке',
  'people.me': () => 'открыл(а) свои данные',
  'people.contactClasses': () => 'открыл(а) контакты родителей',
  'people.openContacts': () => 'посмотрел(а) контакты родителей класса',
  'people.leftContacts': () => 'посмотрел(а), сколько осталось выключенных контактов',
  'people.eraseContacts': ({ kind }: { kind?: ContactKind }) =>
    kind ? `удалил(а) навсегда: ${erasedContacts[kind]}` : 'удалил(а) контакты навсегда',
}
