import { type Day, type Moment, momentOf, weekdayOf } from '#scripts/demo/days.ts'
import type { History, Json } from '#scripts/demo/history.ts'
import type { Lesson } from '#scripts/demo/lessons.ts'
import type { Random } from '#scripts/demo/random.ts'
import type { Teacher } from '#scripts/demo/staffing.ts'

type Spell = { teacher: Teacher; from: Day; to: Day; reason: string }

const reasons = ['болезнь', 'курсы повышения квалификации', 'сопровождение команды на олимпиаду', 'семейные обстоятельства']

/** Gives the lessons of absent teachers to free colleagues, of the same subject when there is one; a few lessons are cancelled. */
export function substitute(options: {
  random: Random
  history: History
  lessons: Lesson[]
  teachers: Teacher[]
  /** Those whose journals are shown keep their own lessons. */
  keep: Set<string>
  deputyId: string
  opens: Day
  today: Day
  now: Moment
}): void {
  const { random, history, lessons, teachers, keep, deputyId, opens, today, now } = options
  const kept = (lesson: Lesson): boolean => keep.has(lesson.teacher.id)
  const busy = new Set(lessons.map((lesson) => keyOf(lesson.teacher, lesson)))
  const spells = spellsOf(
    random,
    teachers.filter(({ id }) => !keep.has(id)),
    opens,
    today,
  )

  function decide(lesson: Lesson, name: string, input: Json, fields: Json): void {
    const moment = Math.min(momentOf(lesson.day - 1, 15 * 60 + random.int(0, 90)), now)
    const operationId = history.operation({ name, actorId: deputyId, about: lesson.row.id, moment, input })
    lesson.lessonSteps.push({ operationId, fields })
    Object.assign(lesson.row, fields)
  }

  const cancel = (lesson: Lesson, reason: string): void =>
    decide(lesson, 'timetable.cancelLesson', { lessonId: lesson.row.id }, { cancelled: true, note: `Урок снят: ${reason}` })

  for (const spell of spells) {
    for (const lesson of lessons) {
      if (lesson.teacher !== spell.teacher || lesson.day < spell.from || lesson.day > spell.to) continue
      const free = teachers.filter((teacher) => !busy.has(keyOf(teacher, lesson)) && !isAway(spells, teacher, lesson.day))
      const able = free.filter(({ area }) => area === lesson.teacher.area)
      const cover = able.length > 0 ? random.pick(able) : free.length > 0 && random.chance(0.8) ? random.pick(free) : null
      const note = `Замена: ${spell.reason}`
      if (cover === null) {
        cancel(lesson, spell.reason)
      } else {
        busy.add(keyOf(cover, lesson))
        const fields = { teacher_id: cover.id, instead_of_id: lesson.teacher.id, note }
        decide(lesson, 'timetable.substitute', { lessonId: lesson.row.id, teacherId: cover.id }, fields)
      }
    }
  }

  const ordinary = (lesson: Lesson): boolean => !kept(lesson) && lesson.row.instead_of_id === null && !lesson.row.cancelled
  const past = lessons.filter((lesson) => lesson.day > opens + 3 && lesson.day < today && ordinary(lesson))
  const coming = lessons.filter((lesson) => lesson.day > today && lesson.day <= today + 5 && ordinary(lesson))
  for (const lesson of random.shuffle(past).slice(0, 4)) cancel(lesson, 'авария отопления в кабинете')
  for (const lesson of random.shuffle(coming).slice(0, 1)) cancel(lesson, 'медицинский осмотр класса')
}

// Two absences in every month that passed and one that has begun and lasts: the coming days show substitutions too.
function spellsOf(random: Random, teachers: Teacher[], opens: Day, today: Day): Spell[] {
  const months = Math.max(0, Math.floor((today - opens) / 30))
  const away = random.shuffle(teachers.filter(({ load }) => load >= 12))
  const spells = away.slice(0, months * 2).map((teacher) => {
    const from = random.int(opens + 5, today - 5)
    return { teacher, from, to: from + random.int(0, 3), reason: random.pick(reasons) }
  })
  const lasting = away[months * 2]
  const monday = weekdayOf(today) > 5 ? today + 8 - weekdayOf(today) : today
  if (lasting) spells.push({ teacher: lasting, from: monday - 1, to: monday + 2, reason: 'курсы повышения квалификации' })
  return spells
}

function isAway(spells: Spell[], teacher: Teacher, day: Day): boolean {
  return spells.some((spell) => spell.teacher === teacher && day >= spell.from && day <= spell.to)
}

function keyOf(teacher: Teacher, lesson: Lesson): string {
  return `${teacher.id} ${lesson.day} ${lesson.row.number}`
}
