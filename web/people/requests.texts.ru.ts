import { numericDate } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

export const requests = {
  title: 'Сообщения об изменении данных',
  about: 'Что просят изменить семьи и классные руководители: принять или отклонить с ответом.',
  tabs: 'Какие',
  open: 'Ждут решения',
  decided: 'Решённые',
  none: 'Новых сообщений нет',
  noneText: 'Здесь появится то, что сообщат семьи и классные руководители.',
  kinds: { data: 'Изменение данных', arrived: 'Новый ученик', departed: 'Ученик выбыл', access: 'Запрос сведений о данных', erase: 'Прекратить обработку данных' } as const, // biome-ignore format: one glance
  due: (day: string, late: boolean) =>
    late ? `Срок ответа по 152-ФЗ прошёл ${numericDate(day)}` : `Ответить до ${numericDate(day)}: срок по 152-ФЗ`,
  leaveContact: 'Оставить в тексте',
  dueOwn: (day: string) => `Школа ответит до ${numericDate(day)}`,
  states: { open: 'ждёт решения', accepted: 'принято', declined: 'отклонено', withdrawn: 'отозвано' } as const,
  from: (author: string, at: string) => `${author}, ${at}`,
  comment: 'Пояснение',
  accept: 'Принять',
  acceptAs: { data: 'Внести в карточку', arrived: 'Создать карточку', departed: 'Принять к сведению', access: 'Ответить', erase: 'Ответить' } as const, // biome-ignore format: one glance
  decline: 'Отклонить',
  withdraw: 'Отозвать',
  withdrawn: 'Сообщение отозвано',
  answer: 'Ответ автору',
  answerHint: 'Его увидит тот, кто прислал сообщение.',
  acceptedAs: {
    data: 'Готово: данные внесены',
    arrived: 'Готово: данные внесены',
    departed: 'Принято. Выбытие оформите приказом в разделе «Движение».',
    access: 'Ответ отправлен',
    erase: 'Ответ отправлен',
  } as const,
  declined: 'Отклонено, автор увидит ответ',
  decidedBy: (name: string, at: string) => `${name}, ${at}`,
  evenIfSimilar: 'Это другой человек, создать новую карточку',
  mine: 'Мои сообщения',
  search: 'Ученик, класс или автор',
  order: 'Порядок',
  orders: ['Сначала старые', 'Сначала новые'],
  found: (n: number) => count(n, 'сообщение', 'сообщения', 'сообщений'),
  more: (n: number) => `Показать ещё (${n})`,
}
