import { randomInt, randomUUIDv7 } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import type { Act, Ledger } from './ledger.ts'
import { PASSWORD, type Teacher } from './school.ts'

export type Writer = { stop: () => void; done: Promise<void> }
type Habits = {
  /** Makes a new operation id for every attempt: what the contract forbids, to see that the checks notice. */
  careless?: boolean
}

const chance = (percent: number) => randomInt(100) < percent
const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)]!
let tags = 0

/** A teacher's client: writes one thing after another, each sent under one id until it is answered; told to stop, it still drains. */
export function startWriter(address: string, teacher: Teacher, ledger: Ledger, { careless = false }: Habits = {}): Writer {
  const marks = new Map<string, Mark>()
  const topics = new Map<string, string>()
  const accepted = new Map<string, Mark>()
  let stopping = false
  let cookie = ''

  async function post(
    name: string,
    operationId: string,
    input: unknown,
    patience: number,
  ): Promise<{ status: number; body: Record<string, unknown>; cookie: string }> {
    const response = await fetch(`${address}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-zvonok': '1', 'x-operation-id': operationId, cookie },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(patience),
    })
    const set = response.headers.getSetCookie().find((one) => one.startsWith('zvonok='))
    return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookie: set?.split(';')[0] ?? '' }
  }

  async function signIn(): Promise<void> {
    const answer = await post('access.signIn', randomUUIDv7(), { login: teacher.login, password: PASSWORD }, 15_000).catch(
      () => null,
    )
    if (answer?.status === 200) cookie = answer.cookie
    else await pause(200)
  }

  /** Sends until somebody answers. Some answers are lost on the way on purpose, some clients die before they get one. */
  async function deliver(act: Act): Promise<Record<string, unknown> | null> {
    for (;;) {
      if (!cookie) {
        await signIn()
        continue
      }
      if (careless) act.operationId = randomUUIDv7()
      act.sent++
      const patience = chance(careless ? 50 : 5) ? 1 + randomInt(30) : 15_000
      let arrived = true
      const answer = await post(act.name, act.operationId, act.input, patience).catch((error: { cause?: { code?: string } }) => {
        arrived = error.cause?.code !== 'ECONNREFUSED'
        return null
      })
      // The careless client acts as if some answers had never come, however quick the machine.
      if (answer?.status === 200 && careless && act.sent === 1 && chance(50)) continue
      if (answer?.status === 200) return answer.body
      if (answer?.status === 401) cookie = ''
      else if (answer && answer.status < 500) return answer.body
      else if (answer && answer.status !== 503)
        ledger.surprises.push(`${act.name}: ${answer.status} ${JSON.stringify(answer.body)}`)
      if (!answer && arrived && !stopping && chance(10)) return null
      await pause(20 + randomInt(60))
    }
  }

  function nextAct(): Act {
    const tag = `act-${++tags}-${randomUUIDv7().slice(-6)}`
    const { courseId, lessons, students } = teacher.page
    const base = { tag, teacherId: teacher.personId, operationId: randomUUIDv7(), sent: 0, outcome: 'waiting' as const }
    const lesson = pick(lessons)
    const mark = { values: [2 + randomInt(4)], dueOn: null, comment: tag, basis: '' }
    const cell = (studentId: string) => ({
      workId: lesson.workId,
      studentId,
      mark,
      expected: marks.get(`${lesson.workId}/${studentId}`) ?? noMark,
    })
    const kind = randomInt(10)
    if (kind === 0)
      return {
        ...base,
        name: 'journal.setTopic',
        input: { lessonId: lesson.lessonId, topic: tag, expected: topics.get(lesson.lessonId) ?? '' },
        rows: 1,
      }
    if (kind === 1) return { ...base, name: 'marks.setMany', input: { courseId, cells: students.slice(0, 4).map(cell) }, rows: 4 }
    return { ...base, name: 'marks.set', input: { lessonId: lesson.lessonId, ...cell(pick(students)) }, rows: 1 }
  }

  const cellsOf = ({ input }: Act) => ('cells' in input ? input.cells : 'mark' in input ? [input] : [])

  function see(act: Act): void {
    if ('topic' in act.input) topics.set(act.input.lessonId, act.input.topic)
    for (const { workId, studentId, mark } of cellsOf(act)) {
      marks.set(`${workId}/${studentId}`, mark)
      accepted.set(`${workId}/${studentId}`, mark)
    }
  }

  /** Opens the page anew: somebody else wrote there, or oneself without getting an answer. */
  async function lookAgain(): Promise<void> {
    const query = new URLSearchParams({ courseId: teacher.page.courseId })
    const response = await fetch(`${address}/api/journal.page?${query}`, {
      headers: { cookie },
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null)
    if (response?.status !== 200) return
    const page = (await response.json().catch(() => null)) as null | {
      students: { studentId: string }[]
      lessons: { lessonId: string; topic: string; works: { workId: string }[] }[]
      marks: { work: number[]; student: number[]; text: string[] }
      remarks: { work: number; student: number; comment: string }[]
    }
    if (!page) return
    const works = page.lessons.flatMap((lesson) => lesson.works.map((work) => work.workId))
    const comments = new Map(page.remarks.map((one) => [`${one.work}/${one.student}`, one.comment]))
    for (const lesson of page.lessons) topics.set(lesson.lessonId, lesson.topic)
    page.marks.text.forEach((text, i) => {
      const [work, student] = [page.marks.work[i]!, page.marks.student[i]!]
      const comment = comments.get(`${work}/${student}`) ?? ''
      marks.set(`${works[work]}/${page.students[student]!.studentId}`, {
        values: text.split('/').map(Number),
        dueOn: null,
        comment,
        basis: '',
      })
    })
  }

  async function work(): Promise<void> {
    while (!stopping) {
      const act = nextAct()
      ledger.acts.push(act)
      const answer = await deliver(act)
      if (answer === null) {
        act.outcome = 'abandoned'
        for (const { workId, studentId } of cellsOf(act)) accepted.delete(`${workId}/${studentId}`) // it may yet arrive
      } else if (answer.code === undefined) {
        ledger.acknowledged(act)
        see(act)
        continue
      } else {
        act.outcome = 'refused'
        if (answer.code !== 'journal.changedMeanwhile') ledger.surprises.push(`${act.name}: ${JSON.stringify(answer)}`)
      }
      await lookAgain()
    }
    if (!teacher.shared && !careless) for (const [cell, mark] of accepted) ledger.cells.set(cell, mark)
  }

  return { stop: () => (stopping = true), done: work() }
}
