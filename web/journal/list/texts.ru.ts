import { count } from '#domain/platform/texts.ts'

export const list = {
  search: 'Найти журнал',
  example: '7 алгебра',
  own: 'Мои журналы',
  unfilled: (n: number) => `Не заполнено: ${count(n, 'урок', 'урока', 'уроков')}`,
  filled: 'Всё заполнено',
  about: (n: number) => count(n, 'журнал', 'журнала', 'журналов'),
  classes: 'Все классы',
  order: 'Порядок',
  orders: { class: 'По классам', unfilled: 'Сначала незаполненные', subject: 'По предмету', teacher: 'По учителю' },
  all: 'Все журналы',
  noLessons: 'Уроков ещё не было',
  none: 'Журналов пока нет',
  noneText: 'Они появятся, когда завуч назначит вам предметы и классы.',
  nothingFound: 'Ничего не нашлось',
  nothingFoundText: 'Попробуйте класс, предмет или фамилию учителя.',
}
