import { randomUUIDv7 } from 'node:crypto'
import type { Mark } from '#domain/marks/rules.ts'
import type { Request } from './client.ts'
import type { Fixture } from './fixture.ts'

export type ScenarioName = 'page' | 'mark' | 'week' | 'rollCall'
/** `anew`: the server remembers no answer, as if something had changed before every request. */
export type Load = { fixture: Fixture; clients: number; requests: number; warmUp: number; anew?: boolean }
export type Outcome = {
  requests: number
  seconds: number
  latencies: number[]
  failures: number
  firstFailure: string
  bytes: number
}

/** One client's requests, one after another. */
type Script = () => Request

/** What people do, as a client sends it. Client `k` of `n` works on cells, lessons and students of its own. */
export const scenarios: Record<ScenarioName, (fixture: Fixture, k: number, n: number) => Script> = {
  page: ({ pages }, k) => {
    let turn = k
    return () => {
      const { courseId, termId, cookie } = pages[turn++ % pages.length]!
      return { method: 'GET', path: `/api/journal.page?courseId=${courseId}&termId=${termId}`, cookie }
    }
  },

  mark: ({ cells }, k, n) => {
    const own = cells.filter((_, i) => i % n === k).map((cell) => ({ ...cell, standing: cell.mark }))
    let turn = 0
    return () => {
      const cell = own[turn++ % own.length]!
      const expected = cell.standing
      const mark: Mark = { ...expected, values: [expected.values[0] === 5 ? 4 : 5], dueOn: null }
      cell.standing = mark
      const { lessonId, workId, studentId, cookie } = cell
      return post('marks.set', cookie, { lessonId, workId, studentId, mark, expected })
    }
  },

  // Each family asks again and again, about one week and another: the warm-up has met them all.
  week: ({ students, mondays }, k, n) => {
    const own = students.filter((_, i) => i % n === k)
    let turn = 0
    return () => {
      const { studentId, cookie } = own[turn % own.length]!
      const monday = mondays[(turn++ + k) % mondays.length]
      return { method: 'GET', path: `/api/diary.week?studentId=${studentId}&monday=${monday}`, cookie }
    }
  },

  // Every one of the 25 is written anew each time: the dearest roll call there is.
  rollCall: ({ rolls }, k, n) => {
    const own = rolls.filter((_, i) => i % n === k)
    let turn = 0
    return () => {
      const { lessonId, studentIds, cookie } = own[turn % own.length]!
      const code = Math.floor(turn++ / own.length) % 2 === 0 ? 'sick' : 'absent'
      const absences = studentIds.map((studentId) => ({ studentId, code, minutes: null }))
      return post('attendance.rollCall', cookie, { lessonId, absences })
    }
  },
}

const post = (name: string, cookie: string, input: object): Request => ({
  method: 'POST',
  path: `/api/${name}`,
  cookie,
  operationId: randomUUIDv7(),
  body: JSON.stringify(input),
})
