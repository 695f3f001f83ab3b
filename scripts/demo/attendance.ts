import type { Calendar } from '#scripts/demo/calendar.ts'
import { type Day, dateOf, type Moment, momentOf, weekdayOf } from '#scripts/demo/days.ts'
import type { Lesson } from '#scripts/demo/lessons.ts'
import type { Student } from '#scripts/demo/people.ts'
import type { Random } from '#scripts/demo/random.ts'
import type { AbsenceCode } from '#scripts/demo/rows.ts'

/** Days in a row at home; `papers` is when the homeroom teacher saw the reason, null while nobody asked for one. */
type Spell = { code: AbsenceCode; from: Day; to: Day; papers: Moment | null }

/** What is seen at a roll call, and the reason that came later. */
export type Absence = { code: AbsenceCode; minutes: number | null; later: { code: AbsenceCode; moment: Moment } | null }

export type Attendance = { at(student: Student, lesson: Lesson): Absence | null }

/** Who is ill and when: spells of days for each student, and what happens at single lessons. */
export function makeAttendance(random: Random, calendar: Calendar, students: Student[]): Attendance {
  const spellsOf = new Map(students.map((student) => [student.id, spells(random, calendar, student)]))
  const chance = random.fork('single lessons')

  return {
    at(student, lesson) {
      const { day } = lesson
      const own = spellsOf.get(student.id)!
      const spell = own.find(({ from, to }) => day >= from && day <= to)
      if (spell) return ofSpell(spell)
      if (lesson.course.subject === 'sport' && isRecovering(own, day)) return seen('exempt')
      return ofLesson(chance, student, lesson)
    },
  }
}

function spells(random: Random, calendar: Calendar, { frailty }: Student): Spell[] {
  const result: Spell[] = []
  for (let day = calendar.from; day <= calendar.to; day++) {
    if (weekdayOf(day) > 5) continue
    const month = Number(dateOf(day).slice(5, 7))
    const season = month >= 11 || month <= 2 ? 1.45 : 0.85
    const fate = random.next()
    const ill = 0.0128 * frailty * season
    if (fate < ill) {
      const to = day + random.weighted(illness) - 1
      const papers = random.chance(0.3) ? momentOf(nextWorkday(to), 8 * 60 + random.int(5, 25)) : null
      result.push({ code: 'sick', from: day, to, papers })
      day = to + 2
    } else if (fate < ill + 0.0115) {
      const to = day + random.weighted(excuse) - 1
      result.push({ code: random.chance(0.85) ? 'excused' : 'absent', from: day, to, papers: null })
      day = to + 1
    }
  }
  return result
}

const illness = [
  [1, 18],
  [2, 20],
  [3, 22],
  [4, 14],
  [5, 12],
  [7, 8],
  [10, 6],
] as const

const excuse = [
  [1, 60],
  [2, 25],
  [3, 15],
] as const

function ofSpell({ code, papers }: Spell): Absence {
  if (papers === null) return seen(code)
  return { code: 'absent', minutes: null, later: { code, moment: papers } }
}

// A week after a longer illness a student sits out physical education.
function isRecovering(own: Spell[], day: Day): boolean {
  return own.some(({ code, from, to }) => code === 'sick' && to - from >= 4 && day > to && day <= to + 10)
}

function ofLesson(random: Random, student: Student, lesson: Lesson): Absence | null {
  const fate = random.next() / student.frailty
  if (fate < 0.0025) return seen('unexcused')
  if (fate < 0.0075) return seen('absent')
  const late = lesson.row.number === 1 ? 0.02 : 0.003
  if (fate < 0.0075 + late) return { code: 'late', minutes: 1 + Math.ceil(random.next() ** 2 * 19), later: null }
  return null
}

function seen(code: AbsenceCode): Absence {
  return { code, minutes: null, later: null }
}

function nextWorkday(day: Day): Day {
  return weekdayOf(day) >= 5 ? day + 8 - weekdayOf(day) : day + 1
}
