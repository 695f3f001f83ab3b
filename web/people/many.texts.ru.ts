import type { Field, Kind, Values } from '#domain/people/many.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

const people = (n: number) => count(n, 'человек', 'человека', 'человек')

export const many = {
  open: (n: number) => (n > 0 ? `Изменить у выбранных (${n})` : 'Изменить у выбранных'),
  title: (n: number) => `Изменить у выбранных: ${people(n)}`,
  positions: 'Какую должность',
  everyPosition: 'Любую',
  leave: 'не менять',
  fields: {
    foreignLanguages: 'Иностранный язык',
    informed: 'Дневник ребёнка',
    livesWith: 'Живёт с ребёнком',
    position: 'Должность',
    category: 'Категория',
    to: 'Последний день',
  } satisfies Record<Field, string>,
  hints: {
    foreignLanguages: 'Например: английский',
    position: 'Пусто — не менять',
    to: 'Пусто — не менять. После этого дня закроются журналы, класс и роли.',
  },
  clear: 'Убрать то, что записано',
  informed: { true: 'открыт', false: 'закрыт' } as const,
  livesWith: { true: 'да', false: 'нет' } as const,
  categories: { высшая: 'высшая', первая: 'первая', '': 'без категории' } as Record<string, string>,
  closes: 'Дневник закроется для этих людей сразу, уведомления тоже.',
  preview: 'Что изменится',
  columns: { name: 'Фамилия, имя, отчество', now: 'Сейчас', next: 'Станет' },
  about: { student: 'Класс', guardian: 'Ребёнок', staff: 'Должность' } satisfies Record<Kind, string>,
  search: 'Фамилия',
  nothing: 'Укажите, что изменить: здесь появится список правок.',
  nobody: 'У всех выбранных уже так: менять нечего.',
  same: (n: number) => (n > 0 ? `Уже так: ${count(n, 'запись', 'записи', 'записей')}.` : ''),
  none: 'У выбранных людей менять нечего: они не учатся и не работают.',
  action: (n: number) => `Изменить у ${count(n, 'человека', 'человек', 'человек')}`,
  done: (n: number) => `Изменено у ${count(n, 'человека', 'человек', 'человек')}`,
}

const empty = 'не указано'
const said: { [F in Field]-?: (value: NonNullable<Values[F]>) => string } = {
  foreignLanguages: (value) => value || empty,
  informed: (value) => many.informed[`${value}`],
  livesWith: (value) => many.livesWith[`${value}`],
  position: (value) => value,
  category: (value) => value || many.categories['']!,
  to: numericDate,
}

/** «Категория: высшая; Последний день: 31.12.2026». */
export const valuesText = (values: Values, fields: readonly Field[]): string =>
  fields
    .map((field) => {
      const value = values[field]
      const text = value === null || value === undefined ? empty : said[field](value as never)
      return fields.length > 1 ? `${many.fields[field]}: ${text}` : text
    })
    .join('; ')

export const runs = {
  title: 'Массовые правки и объединения',
  link: 'Массовые правки',
  about: 'Всё это можно отменить, пока изменённые поля никто не переписал.',
  columns: { what: 'Что сделали', people: 'Карточек', by: 'Кто', at: 'Когда', state: 'Состояние' },
  search: 'Фамилия, поле или значение',
  none: 'Массовых правок и объединений ещё не было',
  noneText: 'Здесь появятся правки нескольких карточек сразу и объединения двойников.',
  merge: (kept: string, double: string) => `«${double}» объединена с «${kept}»`,
  kinds: { student: 'Ученики', guardian: 'Родители', staff: 'Сотрудники' } satisfies Record<Kind, string>,
  change: (kind: Kind, values: string) => `${runs.kinds[kind]}: ${values}`,
  undone: (by: string, at: string) => `отменено: ${by}, ${at}`,
  takeBack: { merge: 'Разделить', change: 'Вернуть прежнее' } as const,
  confirm: { merge: 'Разделить карточки?', change: 'Вернуть прежние значения?' } as const,
  text: {
    merge:
      'Всё, что перешло от двойника, вернётся к нему: класс, отметки, пропуски, родители, вход. Записанное после объединения останется в оставшейся карточке, уведомления тоже.',
    change: 'В каждой карточке будет то, что стояло до правки. Сама правка останется в истории.',
  } as const,
  done: { merge: 'Карточки снова разделены', change: 'Прежние значения возвращены' } as const,
}

export const merging = {
  title: 'Объединить две карточки',
  about: (name: string) =>
    `Останется карточка «${name}». Всё, что записано в двойнике — класс, отметки, пропуски, родители, должности, — перейдёт в неё.`,
  find: 'Найти двойника по фамилии',
  choose: 'Двойник',
  candidates: 'Похожие карточки',
  everybody: 'Другие люди',
  nobody: 'Никого не нашлось',
  warning: (double: string) =>
    `Двойник «${double}» пропадёт из списков. Если вход есть у обеих карточек, вход двойника закроется. Разделить карточки снова можно на странице «Массовые правки и объединения», пока перенесённое никто не изменил.`,
  action: 'Объединить',
  done: 'Карточки объединены',
}
