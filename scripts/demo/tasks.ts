import type { Random } from '#scripts/demo/random.ts'
import type { Style } from '#scripts/demo/subjects.ts'

/** What is to be done at home, in the fields of the journal. */
export type Task = { content: string; pages: string; exercises: string; minutes: number | null }

/** A task that fits the place of the lesson in the year: paragraphs and numbers grow with it. */
export function taskFor(random: Random, style: Style, grade: number, progress: number, topic: string): Task {
  const task = makers[style](random, grade, progress, topic)
  return { ...task, minutes: random.chance(0.75) ? minutesOf(random, grade) : null }
}

/** Getting ready for a control work. */
export function revisionFor(title: string): Task {
  return { content: `Подготовиться: ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`, pages: '', exercises: '', minutes: 40 }
}

type Fields = Omit<Task, 'minutes'>
type Maker = (random: Random, grade: number, progress: number, topic: string) => Fields

const makers: Record<Style, Maker> = {
  mathematics(random, grade, progress) {
    const number = 12 + Math.floor(progress * (grade <= 4 ? 480 : 940)) + random.int(0, 9)
    const letters = random.pick(['(а, б)', '(а, в)', '(б, г)', '(в–е)', '(1-й столбик)', ''])
    const exercises = `№ ${number}${letters ? ` ${letters}` : ''}, ${number + random.int(2, 6)}`
    if (grade <= 4) return fields(random.pick(['', '', 'Повторить таблицу умножения', '']), page(progress, 110), exercises)
    const content = random.pick(['', '', '', 'Выучить определения и правила', 'Разобрать пример из учебника', 'Выучить формулы'])
    return fields(content, `п. ${1 + Math.floor(progress * 42)}`, exercises)
  },
  russian(random, grade, progress) {
    const exercise = 8 + Math.floor(progress * (grade <= 4 ? 260 : 420)) + random.int(0, 5)
    const content = random.pick([
      '',
      '',
      '',
      'Выучить правило',
      'Повторить словарные слова',
      'Подготовиться к словарному диктанту',
    ])
    const pages = grade <= 4 ? page(progress, 140) : `§ ${1 + Math.floor(progress * 62)}`
    return fields(content, pages, `упр. ${exercise}`)
  },
  literature(random, grade, progress, topic) {
    if (grade <= 4) {
      const content = random.pick([
        'Выразительное чтение',
        'Пересказ',
        'Читать, ответить на вопросы',
        'Выучить стихотворение наизусть',
        'Нарисовать иллюстрацию',
      ])
      return fields(content, page(progress, 170), '')
    }
    const content = random.pick([
      'Прочитать, ответить на вопросы после текста',
      'Подготовить пересказ эпизода',
      'Составить план статьи учебника',
      'Выписать средства выразительности',
      'Выучить отрывок наизусть (по выбору)',
      `Письменно, 5–7 предложений: что нового вы узнали на уроке «${topic.split('. ')[0]!}»`,
    ])
    return fields(content, page(progress, 280), '')
  },
  language(random, _grade, progress) {
    const first = 2 + Math.floor(progress * 110)
    const content = random.pick([
      '',
      'Выучить новые слова',
      'Составить 6 предложений с новыми словами',
      'Подготовить рассказ по плану',
      'Повторить правило',
      '',
    ])
    return fields(content, `с. ${first}`, `упр. ${random.int(1, 4)}, ${random.int(5, 8)}`)
  },
  humanities(random, _grade, progress) {
    const paragraph = 1 + Math.floor(progress * 46)
    const content = random.pick([
      'Прочитать, ответить на вопросы',
      'Пересказ, выучить термины',
      'Заполнить таблицу в тетради',
      'Составить план параграфа',
      'Работа с картой: подписать объекты',
      'Подготовить сообщение (по желанию)',
    ])
    return fields(content, `§ ${paragraph}`, random.chance(0.35) ? `вопросы ${random.int(1, 2)}–${random.int(3, 6)}` : '')
  },
  science(random, _grade, progress) {
    const content = random.pick([
      'Выучить определения',
      'Прочитать, ответить на вопросы',
      'Оформить вывод в тетради',
      'Решить задачи',
      'Повторить формулы',
    ])
    const task = 1 + Math.floor(progress * 30)
    return fields(content, `§ ${1 + Math.floor(progress * 52)}`, random.chance(0.6) ? `№ ${task}–${task + random.int(1, 3)}` : '')
  },
  craft(random) {
    const content = random.pick([
      'Закончить работу',
      'Принести материалы к следующему уроку',
      'Подобрать примеры по теме урока',
      'Повторить правила безопасной работы',
      'Подготовить сообщение о мастере (по выбору)',
    ])
    return fields(content, '', '')
  },
  sport(random) {
    const content = random.pick([
      'Комплекс утренней гимнастики',
      'Прыжки на скакалке, 3 подхода',
      'Упражнения на осанку',
      'Приседания и отжимания, 3 × 12',
      'Повторить правила игры',
    ])
    return fields(content, '', '')
  },
  talk: () => fields('', '', ''),
}

function fields(content: string, pages: string, exercises: string): Fields {
  return { content, pages, exercises }
}

function page(progress: number, last: number): string {
  const first = 4 + Math.floor(progress * last)
  return `с. ${first}–${first + 2}`
}

function minutesOf(random: Random, grade: number): number {
  const usual = grade <= 3 ? 15 : grade <= 5 ? 20 : grade <= 8 ? 25 : 35
  return usual + 5 * random.int(-1, 2)
}
