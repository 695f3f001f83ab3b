import { count } from '#domain/platform/texts.ts'
import { refusalText } from '#domain/texts.ts'

export const navigation = 'Разделы'
export const account = (name: string) => `${name}: учётная запись`
export const more = 'Ещё'
export const child = 'Ребёнок'
export const me = 'Мои данные'
export const urgent = 'Экстренный доступ'
export const security = 'Безопасность'
export const help = 'Справка'
export const changePassword = 'Сменить пароль'
export const lockNow = 'Заблокировать сейчас'
export const lockKeys = 'Ctrl+Alt+L'
export const signOut = 'Выйти'
export const theme = 'Оформление'
export const themes = { system: 'Как на устройстве', light: 'Светлое', dark: 'Тёмное' } as const
export const switchTheme = { light: 'Тёмное оформление', dark: 'Светлое оформление' } as const

const records = (n: number) => count(n, 'запись', 'записи', 'записей')
export const queue = {
  saved: 'Всё сохранено',
  sending: 'Сохраняем…',
  waiting: (n: number) => `${count(n, 'запись ждёт', 'записи ждут', 'записей ждут')} связи на этом устройстве`,
  refused: (n: number) => `Не принято: ${records(n)}`,
  refusedShort: (n: number) => `Не принято: ${n}`,
  waitingShort: (n: number) => `Ждут связи: ${n}`,
  title: 'Записи на этом устройстве',
  empty: 'Всё, что вы ввели, записано в журнал.',
  explain: 'Записи хранятся на этом устройстве и уйдут сами, как только появится связь. Страницу можно закрыть.',
  states: { storing: 'сохраняется', kept: 'ждёт связи', sending: 'отправляется', refused: 'не принято' } as const,
  discard: 'Убрать',
}
export const offlineBanner = {
  writer:
    'Нет связи. Можно читать то, что уже открывали; новые записи сохранятся на этом устройстве и уйдут сами, когда она появится.',
  reader: 'Нет связи. Показано то, что сохранено на этом устройстве.',
  queue: (n: number) => `Нет связи. ${queue.waiting(n)} и уйдут сами, когда она появится.`,
}
export const update = { text: 'Вышло обновление', action: 'Обновить' }
export const leaving = {
  title: 'Выйти, не дождавшись отправки?',
  text: (n: number) =>
    `${queue.waiting(n)}. Если выйти сейчас, они останутся здесь и уйдут, только когда вы снова войдёте на этом же устройстве.`,
  stay: 'Остаться',
  leave: 'Всё равно выйти',
  offline: 'Нет связи, поэтому выйти сейчас нельзя: сервер не узнает об этом. Если отходите от компьютера, заблокируйте журнал.',
}
/** Why nothing is being sent. */
export const pausedText = (code: string): string =>
  code === 'outbox.somebodyElse'
    ? 'Сейчас на этом устройстве работает другой человек. Ваши записи уйдут, когда вы войдёте здесь снова.'
    : refusalText(code)

export const exercise = 'Учебная школа'
