import { type Task, taskLine } from '#domain/homework/rules.ts'
import { count } from '#domain/platform/texts.ts'

/** A task inside a sentence: «выучить правило; с. 12», «не задано», «2 файла». */
export const taskText = (task: Task): string =>
  task.nothing ? 'не задано' : taskLine(task) || count(task.files.length, 'файл', 'файла', 'файлов')

export const refusals = {
  'homework.empty': () => 'Напишите задание или отметьте «не задано».',
  'homework.nothingWithText': () => 'Отмечено «не задано», но задание написано. Оставьте что-то одно.',
  'homework.dueBeforeLesson': () => 'Срок задания должен быть позже урока, на котором оно дано.',
  'homework.dueOutsideYear': () => 'Срок задания выходит за учебный год.',
  'homework.noLessonThen': () => 'В этот день урока нет. Выберите день, когда он есть.',
  'homework.unknownFile': () => 'Приложенный файл не найден. Приложите его ещё раз.',
  'homework.unknown': () => 'Этого задания на уроке уже нет: его убрали.',
  'homework.otherLesson': () => 'Это задание записано на другом уроке.',
  'files.tooLarge': () => 'Файл больше 20 МБ. Приложите файл поменьше.',
  'files.kind': () => 'Такие файлы приложить нельзя. Подойдут документы, таблицы, презентации, картинки и PDF.',
  'files.empty': () => 'Файл пустой.',
}

export const sentences = {
  'homework.set': ({ task }: { task: { nothing: boolean } }) =>
    task.nothing ? 'отметил(а), что на дом не задано' : 'записал(а) домашнее задание',
  'homework.addFile': ({ name }: { name: string }) => `приложил(а) файл «${name}»`,
  'homework.file': () => 'открыл(а) файл задания',
  'homework.remove': () => 'убрал(а) домашнее задание',
}
