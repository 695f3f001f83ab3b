import type { Attendance } from '#scripts/demo/attendance.ts'
import { instantOf, type Moment } from '#scripts/demo/days.ts'
import type { Member } from '#scripts/demo/enrolments.ts'
import type { History } from '#scripts/demo/history.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Lesson } from '#scripts/demo/lessons.ts'
import { fillingOf, type Habit, startOf } from '#scripts/demo/moments.ts'
import type { Student } from '#scripts/demo/people.ts'
import type { Plan } from '#scripts/demo/programme.ts'
import type { Random } from '#scripts/demo/random.ts'
import type { Rows } from '#scripts/demo/rows.ts'

/** What everybody who fills the journal needs. */
export type Filling = {
  ids: Ids
  random: Random
  rows: Rows
  history: History
  attendance: Attendance
  membersOf: Map<string, Member[]>
  homeroomTeacherOf: (student: Student, lesson: Lesson) => string
  /** Nothing is written after this moment. */
  now: Moment
  size: 'demo' | 'school'
  /** Teachers who fill their lessons at once. */
  inTime: ReadonlySet<string>
}

/** What a filled lesson shows: who was there, who was not; `filledAt` is null when the topic is still missing. */
export type Held = { present: Student[]; away: Student[]; filledAt: Moment | null }

/** Calls the roll and writes the topic, as early or late as the teacher is used to. */
export function holdLesson(filling: Filling, lesson: Lesson, plan: Plan, habit: Habit): Held {
  const { random, now } = filling
  const wanted = fillingOf(random, habit, lesson)
  const filled = !random.chance(gapChance(filling, lesson, habit)) && wanted <= now
  const calledAt = habit === 'late' ? wanted : startOf(lesson) + random.int(2, 9)
  const called = calledAt <= now && (filled || random.chance(0.35))

  const held = called ? callRoll(filling, lesson, calledAt) : { present: membersAt(filling, lesson), away: [] }
  if (filled) writeTopic(filling, lesson, plan.topic, wanted)
  return { ...held, filledAt: filled ? wanted : null }
}

// The last days are emptier: teachers mean to fill them in yet.
function gapChance({ now, size }: Filling, { day }: Lesson, habit: Habit): number {
  if (size === 'school') return 0.005
  const age = Math.floor(now / 1440) - day
  const usual = habit === 'late' ? 0.08 : 0.022
  return age <= 3 ? usual + (habit === 'late' ? 0.4 : 0.1) : usual
}

function membersAt({ membersOf }: Filling, { course, day }: Lesson): Student[] {
  return membersOf
    .get(course.group.id)!
    .filter(({ from, to }) => day >= from && day <= to)
    .map(({ student }) => student)
}

function callRoll(filling: Filling, lesson: Lesson, moment: Moment): { present: Student[]; away: Student[] } {
  const { ids, rows, history, attendance, now } = filling
  const present: Student[] = []
  const away: Student[] = []
  const absences: string[] = []
  const operationId = history.operation({
    name: 'attendance.rollCall',
    actorId: lesson.row.teacher_id,
    about: lesson.row.id,
    moment,
    input: { lessonId: lesson.row.id, absences },
    output: { rollCalledAt: instantOf(moment) },
  })

  for (const student of membersAt(filling, lesson)) {
    const absence = attendance.at(student, lesson)
    if (absence === null || absence.code === 'late' || absence.code === 'exempt') present.push(student)
    else away.push(student)
    if (absence === null) continue
    const { code, minutes, later } = absence
    const known = later !== null && later.moment <= now
    const id = ids.next()
    rows.absence.push({ id, lesson_id: lesson.row.id, student_id: student.id, code: known ? later.code : code, minutes })
    history.tell('absence', id, operationId, null, known ? { code } : undefined)
    absences.push(student.id)
    if (known) {
      const explained = history.operation({
        name: 'attendance.set',
        actorId: filling.homeroomTeacherOf(student, lesson),
        about: lesson.row.id,
        moment: later.moment,
        input: { lessonId: lesson.row.id, studentId: student.id, code: later.code },
      })
      history.tell('absence', id, explained, { code })
    }
  }
  lesson.row.roll_called_at = instantOf(moment)
  lesson.lessonSteps.push({ operationId, fields: { roll_called_at: lesson.row.roll_called_at } })
  return { present, away }
}

function writeTopic({ history }: Filling, lesson: Lesson, topic: string, moment: Moment): void {
  lesson.row.topic = topic
  const operationId = history.operation({
    name: 'journal.setTopic',
    actorId: lesson.row.teacher_id,
    about: lesson.row.id,
    moment,
    input: { lessonId: lesson.row.id, topic },
  })
  lesson.lessonSteps.push({ operationId, fields: { topic } })
}
