import type { PlainDate } from '#domain/platform/dates.ts'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import type { Scale } from '../keys.ts'
import { cells, cellsTo } from '../texts.ru.ts'

export const paste = {
  title: 'Вставка из таблицы',
  action: (n: number) => (n > 0 ? `Вставить ${cellsTo(n)}` : 'Вставлять нечего'),
  all: (n: number) => `Проверьте, всё ли на своих местах. Будет заполнено: ${cells(n)}.`,
  partly: (n: number, wrong: number) => `Будет заполнено: ${cells(n)}. Не получится вставить: ${wrong}, они отмечены красным.`,
  inTable: 'В вашей таблице',
  line: 'Строка',
  student: 'В журнале',
  head: (date: PlainDate | null) => (date ? dayAndMonth(date) : 'за пределами журнала'),
  notEntry: 'это не отметка',
  problems: {
    unknownName: 'такого ученика нет',
    twoNames: 'подходит несколько учеников: допишите имя',
    beyondList: 'список класса закончился',
    twice: 'этот ученик уже был выше',
  },
}

type HelpGroup = { title: string; rows: [keys: string, meaning: string][] }
export const keysHelp = {
  title: 'Клавиши журнала',
  layout:
    'Раскладка не важна: на английской работают те же клавиши. Только запятая на английской ставит вторую отметку, а болезнь там — клавиша B.',
  groups: (scale: Scale, marks: boolean): HelpGroup[] => [
    ...(marks
      ? [
          {
            title: 'Отметки',
            rows: [
              scale === 'five' ? ['5 4 3 2', 'отметка, и курсор идёт вниз'] : ['з +', 'зачёт, и курсор идёт вниз'],
              ...(scale === 'five' ? [] : [['-', 'незачёт'] as [string, string]]),
              [', /', 'вторая отметка: 4 / 5'],
              ['. *', 'точка: работу ещё ждут'],
              ['⌫', 'стереть последнее'],
              ['Delete', 'очистить клетку или выделенное'],
              ['F2', 'править клетку целиком'],
            ] as [string, string][],
          },
        ]
      : []),
    {
      title: 'Пропуски',
      rows: [
        ['н', 'отсутствовал, причина не указана'],
        ['б', 'болезнь'],
        ['у', 'уважительная причина'],
        ['п', 'без уважительной причины'],
        ['о', 'опоздание'],
        ['с', 'освобождён'],
      ],
    },
    {
      title: 'Движение',
      rows: [
        ['↑ ↓ ← →', 'на клетку, с Ctrl до края'],
        ['Enter', 'вниз, с Shift вверх'],
        ['Tab', 'вправо, с Shift влево'],
        ['Home End', 'начало и конец строки'],
        ['Esc Tab', 'выйти из таблицы'],
      ],
    },
    {
      title: 'Сразу много',
      rows: [
        ['Shift+↓', 'выделить несколько клеток'],
        ['Ctrl+Пробел', 'выделить колонку'],
        ['Ctrl+D', 'заполнить вниз'],
        ['Ctrl+Enter', 'заполнить выделенное'],
        ['Ctrl+C Ctrl+V', 'копировать и вставить, в том числе из Excel'],
        ['Ctrl+Z Ctrl+Y', 'отменить и вернуть'],
      ],
    },
    {
      title: 'Подробности',
      rows: [
        ['Alt+Enter', 'история клетки, пояснение, срок точки'],
        ['Alt+↓', 'урок: тема, задание, работы, перекличка'],
        ['?', 'эта подсказка'],
      ],
    },
  ],
}
