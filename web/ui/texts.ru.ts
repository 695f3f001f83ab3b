export const product = 'Звонок'
export const documentTitle = (title: string) => `${title} — ${product}`
export const retry = 'Повторить'
export const close = 'Закрыть'
export const cancel = 'Отмена'
export const undo = 'Отменить'
export const search = 'Поиск'
export const clear = 'Очистить'
export const loading = 'Загружаем…'
export const required = 'обязательное поле'
export const failed = 'Не получилось загрузить'
export const offline = 'Нет связи'
export const offlineText = 'Сохранённой копии этой страницы на устройстве нет. Она откроется, когда связь появится.'
export const showPassword = 'Показать пароль'
export const hidePassword = 'Скрыть пароль'
export const capsLock = 'Включён Caps Lock'
export const weight = (weight: number) => `вес ${String(weight / 10).replace('.', ',')}`
export const times = (weight: number) => `×${String(weight / 10).replace('.', ',')}`
export const noAnswer = 'Сервер не отвечает. Проверьте связь и повторите.'
/** An error as a sentence: a refusal speaks for itself, no answer is told apart. */
export const sentenceOf = (error: Error): string => (error.name === 'Problem' ? error.message : noAnswer)
const quoted = (names: readonly string[]) => names.map((name) => `«${name}»`).join(', ')
export const missing = {
  /** Names of fields that are empty and of fields that hold what they cannot take. */
  sentence: (empty: readonly string[], wrong: readonly string[]) =>
    [empty.length > 0 && `Заполните: ${quoted(empty)}.`, wrong.length > 0 && `Проверьте: ${quoted(wrong)}.`]
      .filter(Boolean)
      .join(' ') || 'Ещё не всё заполнено или выбрано.',
}
export const skip = 'К содержанию'
export const messages = 'Сообщения'
export const table = {
  all: 'Выбрать все',
  one: (name: string) => `Выбрать: ${name}`,
  pages: 'Страницы списка',
  earlier: 'Предыдущие',
  later: 'Следующие',
  range: (from: number, to: number, total: number) => `${from}–${to} из ${total}`,
  total: (shown: number, all: number) => (shown === all ? `Всего: ${all}` : `Найдено: ${shown} из ${all}`),
  nothing: (search: string) => `Ничего не нашлось: «${search}». Попробуйте часть слова.`,
}
export const steps = { done: 'готово', current: 'сейчас', todo: 'впереди' }
export const part = { waits: 'Нет связи. Откроется, как только она вернётся.' }
