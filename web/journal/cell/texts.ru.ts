import { moment } from '#domain/platform/dateTexts.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'

export const panel = {
  label: 'Сведения о клетке',
  none: 'Выберите клетку ученика.',
  empty: 'пусто',
  present: 'был на уроке',
  comment: 'Пояснение к отметке',
  commentHint: 'Его увидят ученик и родители.',
  basis: 'Основание',
  basisHint: 'Протокол зачёта пропущенной темы: номер и дата.',
  dueOn: 'Работу ждут до',
  minutes: 'Опоздание, минут',
  history: 'История клетки',
  historyOffline: 'Нет связи. История появится, когда она вернётся.',
  noHistory: 'Здесь ещё ничего не записывали.',
  nothing: 'пусто',
  attendance: '(посещаемость)',
  basisLine: (basis: string) => `Основание: ${basis}`,
  dueLine: (day: string) => `Ждут до ${day}`,
  tryAgain: 'Отправить ещё раз',
  giveUp: (stands: string) => `Убрать, оставить «${stands}»`,
  conflict: 'Пока вы вводили, здесь уже записали другое. Что оставить?',
  theirs: ({ by, at }: RefusalParams) => [by, at && moment(String(at))].filter(Boolean).join(', '),
  mine: 'ваш вариант',
  keepTheirs: 'Оставить это',
  writeMine: 'Записать моё',
}
