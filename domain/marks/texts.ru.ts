import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'
import { count } from '#domain/platform/texts.ts'

export const refusals = {
  'marks.grade1': () => 'В первом классе отметок не ставят. Присутствие и темы записываются как обычно.',
  'marks.ungraded': () => 'Эта группа учится без отметок. Присутствие и темы записываются как обычно.',
  'marks.deadlinePassed': ({ days, date }: RefusalParams) =>
    `Отметки за ${dayAndMonth(String(date))} можно было менять ${count(Number(days), 'учебный день', 'учебных дня', 'учебных дней')}. Если нужна правка, обратитесь к завучу.`,
  'marks.outsideScale': ({ value }: RefusalParams) => `Отметки «${value}» в этой шкале нет.`,
  'marks.tooMany': () => 'В одной клетке помещается не больше четырёх отметок.',
  'marks.pendingWithValue': () => 'Точка ставится вместо отметки, а не рядом с ней.',
  'marks.dueBeforeLesson': () => 'Срок точки не может быть раньше самого урока.',
  'marks.unknownWork': () => 'Такой работы на этом уроке нет. Возможно, её колонку убрали.',
  'marks.titleNeeded': () => 'У контрольной, практической и лабораторной работы должна быть тема.',
  'marks.tooManyWorks': () => 'На одном уроке может быть не больше шести работ.',
  'marks.workHasMarks': () => 'В этой колонке есть отметки. Сначала сотрите их, потом уберите колонку.',
  'marks.lastWork': () => 'Это единственная колонка урока, убрать её нельзя.',
}

export const sentences = {
  'marks.set': ({ mark }: { mark: { values: number[]; dueOn: string | null } }) =>
    mark.values.length ? `поставил(а) отметку ${mark.values.join('/')}` : mark.dueOn ? 'поставил(а) точку' : 'стёр(ла) отметку',
  'marks.setMany': ({ cells }: { cells: unknown[] }) =>
    `заполнил(а) ${count(cells.length, 'клетку', 'клетки', 'клеток')} отметками`,
  'marks.addWork': ({ title }: { title: string }) => `добавил(а) работу${title ? ` «${title}»` : ''}`,
  'marks.changeWork': () => 'изменил(а) вид или вес работы',
  'marks.removeWork': () => 'убрал(а) пустую колонку работы',
  'marks.history': () => 'посмотрел(а) историю клетки',
}
