import type { Exception, ExceptionKind, Span } from '#domain/calendar/rules.ts'
import { gradesText } from '#domain/calendar/texts.ru.ts'
import { count } from '#domain/platform/texts.ts'
import { weekdayLong } from './texts.ru.ts'

export const discarding = {
  open: 'Удалить черновик',
  title: (name: string) => `Удалить черновик ${name} учебного года?`,
  action: 'Удалить черновик',
  about: 'Периоды, каникулы и звонки черновика пропадут. Год, который идёт сейчас, не изменится.',
  classes: (classes: number, students: number) =>
    `В черновике ${count(classes, 'класс', 'класса', 'классов')}${students > 0 ? `, в них ${count(students, 'ученик', 'ученика', 'учеников')}. Переведённые вернутся в классы этого года, и выпускники тоже; приказы о переводе в книге движения будут зачёркнуты` : ''}.`,
  done: (name: string, students: number) =>
    `Черновик ${name} удалён${students > 0 ? `, возвращено в классы: ${count(students, 'ученик', 'ученика', 'учеников')}` : ''}`,
}

/** Quarantine and other days that come up during the year. */
export const specialDays = {
  title: 'Карантин и особые дни',
  add: 'Добавить',
  adding: 'Особые дни',
  none: 'Ни карантина, ни особых дней нет.',
  kind: 'Что происходит',
  kinds: {
    quarantine: 'Карантин',
    holiday: 'Выходной, актированный день',
    workday: 'Рабочий день вместо выходного',
    vacation: 'Каникулы',
  } satisfies Record<ExceptionKind, string>,
  names: { quarantine: 'Карантин', holiday: 'Выходной день', workday: 'Рабочая суббота', vacation: 'Каникулы' } satisfies Record<
    ExceptionKind,
    string
  >,
  name: 'Как назвать в дневниках',
  workingSunday: 'Рабочее воскресенье',
  nameMissing: 'Напишите название: его увидят в дневниках',
  whom: 'Кого касается',
  wholeSchool: 'Вся школа',
  byGrades: 'Параллели',
  byClass: 'Один класс',
  class: 'Класс',
  fromGrade: 'с класса',
  toGrade: 'по класс',
  from: 'Первый день',
  to: 'Последний день',
  checking: 'Считаем уроки…',
  affected: (lessons: number, filled: number) =>
    lessons === 0
      ? 'В эти дни уроков нет.'
      : `В эти дни стоит ${count(lessons, 'урок', 'урока', 'уроков')}${filled > 0 ? `, из них уже заполнено ${filled}` : ''}.`,
  locked: (n: number) => `${count(n, 'урок лежит', 'урока лежат', 'уроков лежат')} в закрытом периоде: их не отменить.`,
  groups: 'По классам и группам',
  cancelLessons: 'Отменить уроки этих дней',
  cancelHint: 'Заполненные уроки остаются как проведённые. Отмену можно будет вернуть вместе с днями.',
  added: ({ from, to }: Span, cancelled: number, laid: number) => {
    const done = from === to ? 'День добавлен' : 'Дни добавлены'
    return cancelled > 0
      ? `${done}, отменено: ${count(cancelled, 'урок', 'урока', 'уроков')}`
      : laid > 0
        ? `${done}, в расписание поставлено: ${count(laid, 'урок', 'урока', 'уроков')}`
        : done
  },
  wanted: (wanted: number, standing: number, weekday: number) =>
    wanted > 0
      ? `Будет поставлено уроков: ${wanted}, по расписанию ${weekdayLong(weekday)}${standing > 0 ? `. Уже стоит: ${standing}, они останутся` : ''}.`
      : standing > 0
        ? `Все уроки этого дня уже стоят: ${standing}.`
        : `В расписании ${weekdayLong(weekday)} уроков нет: день станет рабочим, но пустым.`,
  laid: (laid: number, written: number) =>
    written > 0
      ? `День убрать нельзя: в ${count(written, 'уроке', 'уроках', 'уроках')} этого дня уже есть записи.`
      : laid > 0
        ? `Вместе с днём уйдут его уроки: ${laid}. Записей в них нет.`
        : 'Уроков, поставленных этим днём, нет.',
  take: 'Убрать',
  taking: 'Убрать дни из календаря',
  takeAbout: 'Если карантин закончился раньше, уберите только оставшиеся дни.',
  restorable: (n: number) => `Вернуть отменённые уроки: ${n}`,
  noneRestorable: 'Отменённых уроков в эти дни нет.',
  taken: ({ from, to }: Span, restored: number, takenBack: number) => {
    const done = from === to ? 'День убран' : 'Дни убраны'
    return restored > 0
      ? `${done}, возвращено: ${count(restored, 'урок', 'урока', 'уроков')}`
      : takenBack > 0
        ? `${done}, снято с расписания: ${count(takenBack, 'урок', 'урока', 'уроков')}`
        : done
  },
  line: ({ classId, ...exception }: Exception, className: string | undefined) =>
    classId === null ? gradesText(exception) : className && /^\d+$/.test(className) ? `${className} класс` : (className ?? ''),
}
