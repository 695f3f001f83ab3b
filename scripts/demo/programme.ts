import type { Course } from '#scripts/demo/classes.ts'
import { type Style, subjectOf } from '#scripts/demo/subjects.ts'
import { topicsOf } from '#scripts/demo/topics/library.ts'
import { type WorkCode, workTypes } from '#scripts/demo/workTypes.ts'

/** What one lesson of the year is for; `code` is the kind of its column. */
export type Plan = { topic: string; code: WorkCode; title: string }

const names = new Map<string, string>(workTypes.map(([code, name]) => [code, name]))

// «КР: Натуральные числа» gets its number and quotes; compositions and norms name themselves.
const numbered: readonly WorkCode[] = ['КР', 'КД', 'СР', 'П', 'ТС', 'ПР', 'ЛР', 'Д', 'З', 'АКР']

const growth: Record<Style, readonly string[]> = {
  mathematics: ['', '. Решение упражнений', '. Закрепление'],
  russian: ['', '. Упражнения', '. Закрепление'],
  literature: ['', '. Работа с текстом', '. Обсуждение прочитанного'],
  language: ['', '. Практика устной речи', '. Чтение и аудирование'],
  humanities: ['', '. Работа с источниками', '. Обобщение'],
  science: ['', '. Решение задач', '. Практикум'],
  craft: ['', '. Продолжение работы', '. Завершение работы'],
  sport: ['', '. Совершенствование', '. Эстафеты и игры'],
  talk: ['', '. Обсуждение', '. Итоги'],
}

const afterControl = new Set<WorkCode>(['КР', 'КД'])

/** The year of a course, lesson by lesson: topics in order, control works where they belong, revision when topics run out. */
export function planCourse(course: Course, lessonCount: number): Plan[] {
  const lines = topicsOf(course)
  const style = subjectOf(course.subject).style
  const marked = course.group.grade > 1 && !course.group.ungraded
  const topics = lines.filter((line) => !isWork(line)).length
  const works = lines.length - topics
  const perTopic = Math.max(1, Math.min(3, Math.round((lessonCount - works * 1.5) / Math.max(1, topics))))
  const counts = new Map<string, number>()
  const plans: Plan[] = []

  for (const line of lines) {
    if (!isWork(line)) {
      for (let nth = 0; nth < perTopic; nth++) plans.push(plain(line + growth[style][nth]!))
    } else if (marked) {
      const plan = workOf(line, counts)
      plans.push(plan)
      if (afterControl.has(plan.code) && style !== 'science') plans.push(corrections(plan))
    }
  }
  const told = lines.filter((line) => !isWork(line))
  for (let index = 0; plans.length < lessonCount; index++) plans.push(plain(`Повторение. ${told[index % told.length]!}`))
  return plans.slice(0, lessonCount)
}

function isWork(line: string): boolean {
  return /^[А-Я]{1,3}: /.test(line)
}

function plain(topic: string): Plan {
  return { topic, code: 'РУ', title: '' }
}

function workOf(line: string, counts: Map<string, number>): Plan {
  const [, letters = '', text = ''] = /^([А-Я]{1,3}): (.+)$/.exec(line) ?? []
  const code = letters as WorkCode
  if (!numbered.includes(code)) return { topic: text, code, title: text }
  const number = (counts.get(code) ?? 0) + 1
  counts.set(code, number)
  const title = `${names.get(code)} № ${number} «${text}»`
  return { topic: title, code, title }
}

function corrections({ code }: Plan): Plan {
  const what = code === 'КД' ? 'контрольного диктанта' : 'контрольной работы'
  return { topic: `Анализ ${what}. Работа над ошибками`, code: 'РО', title: '' }
}
