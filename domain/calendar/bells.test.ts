import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type BellSchedule,
  bellsOf,
  dayTemplates,
  ringing,
  sameBells,
  schedulesOf,
  whyBellsAreWrong,
} from '#domain/calendar/bells.ts'
import { schedulesProposed, yearCopied, yearProposed } from '#domain/calendar/template.ts'

const year = { from: '2026-09-01', to: '2027-05-26' }
const schedule = (part: Partial<BellSchedule>): BellSchedule => ({
  fromGrade: 1,
  toGrade: 12,
  shift: 1,
  from: null,
  to: null,
  weekdays: [1, 2, 3, 4, 5],
  lessons: dayTemplates.town,
  ...part,
})
const first = schedule({ toGrade: 1, from: '2026-09-01', to: '2026-12-30', lessons: dayTemplates.firstGradeAutumn })
const second = schedule({ shift: 2, lessons: dayTemplates.secondShift })
const short = schedule({ from: '2026-11-03', to: '2026-11-03', lessons: dayTemplates.shortened })

test('the narrowest bell of the group’s own shift rings [R085]', () => {
  const bellOf = ringing(bellsOf([schedule({}), first, second, short]))
  for (const [title, lesson, ends] of [
    ['all year', { date: '2026-11-10', number: 1, grade: 7, shift: 1 }, 550],
    ['grade 1 has steps', { date: '2026-11-10', number: 1, grade: 1, shift: 1 }, 545],
    ['after the new year it learns as all do', { date: '2027-01-12', number: 1, grade: 1, shift: 1 }, 550],
    ['a lesson the steps do not name rings as for all', { date: '2026-11-10', number: 5, grade: 1, shift: 1 }, 790],
    ['a day of shortened lessons is for everybody', { date: '2026-11-03', number: 1, grade: 1, shift: 1 }, 540],
    ['the second shift has its own', { date: '2026-11-10', number: 1, grade: 7, shift: 2 }, 880],
    ['nobody has a third', { date: '2026-11-10', number: 1, grade: 7, shift: 3 }, undefined],
    ['nor a Saturday', { date: '2026-11-14', number: 1, grade: 7, shift: 1 }, undefined],
  ] as const)
    assert.equal(bellOf(lesson)?.endsAt, ends, title)
})

const late = { number: 2, startsAt: 545, endsAt: 590 }
const cases: [string, BellSchedule[], string | null][] = [
  ['the pattern', schedulesProposed(2026, 6), null],
  ['steps inside the year', [schedule({}), first, second], null],
  ['a part that leaves the year', [{ ...first, to: '2027-06-01' }], 'calendar.bellPart'],
  ['a part with one end', [{ ...first, to: null }], 'calendar.bellPart'],
  ['no weekday', [schedule({ weekdays: [] })], 'calendar.bellsEmpty'],
  [
    'a lesson that begins before the other ends',
    [schedule({ lessons: [{ number: 1, startsAt: 510, endsAt: 550 }, late] })],
    'calendar.bellTimes',
  ],
  ['a lesson without a minute', [schedule({ lessons: [{ ...late, endsAt: 545 }] })], 'calendar.bellTimes'],
  [
    'the same lesson twice in a day',
    [schedule({ lessons: [late, { ...late, startsAt: 600, endsAt: 640 }] })],
    'calendar.bellTimes',
  ],
  [
    'two schedules for the same days',
    [schedule({}), schedule({ weekdays: [3], lessons: dayTemplates.rural })],
    'calendar.bellsTwice',
  ],
  [
    'grades that cross without one being narrower',
    [schedule({ toGrade: 4 }), schedule({ fromGrade: 4, toGrade: 7, lessons: dayTemplates.rural })],
    'calendar.bellsTwice',
  ],
  ['neighbouring grades', [schedule({ toGrade: 4 }), schedule({ fromGrade: 5, toGrade: 8, lessons: dayTemplates.rural })], null],
]
for (const [title, schedules, code] of cases) {
  test(`bells: ${title}: ${code ?? 'ring'} [R085]`, () => assert.equal(whyBellsAreWrong(schedules, year)?.code ?? null, code))
}

test('schedules taken apart into rings come together as the same', () => {
  const random = fc.record({
    fromGrade: fc.integer({ min: 1, max: 4 }),
    toGrade: fc.integer({ min: 5, max: 11 }),
    shift: fc.integer({ min: 1, max: 2 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 }),
    lessons: fc.constantFrom(dayTemplates.town, dayTemplates.rural, dayTemplates.shortened),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(random, { maxLength: 4, selector: ({ fromGrade, toGrade, shift }) => [fromGrade, toGrade, shift].join() }),
      (parts) => {
        const schedules = parts.map((part) => schedule(part))
        assert.ok(sameBells(schedulesOf(bellsOf(schedules)), schedules))
        assert.equal(schedulesOf(bellsOf(schedules)).length, schedules.length)
      },
    ),
  )
})

test('a copied year keeps kinds of periods and bells, and has the dates of its own year [R070]', () => {
  const terms = yearProposed(2026, 5).terms.map((term, i) => ({ ...term, termId: String(i) }))
  const copied = yearCopied({ ...year, studyDays: 5, terms, schedules: [first, second] }, 2027)
  assert.deepEqual([copied.name, copied.from, copied.to], ['2027/28', '2027-09-01', '2028-05-26'])
  assert.deepEqual(copied.terms, yearProposed(2027, 5).terms)
  assert.deepEqual(copied.schedules, [{ ...first, from: '2027-09-01', to: '2027-12-29' }, second])
  const odd = yearCopied({ ...year, studyDays: 5, terms: terms.slice(0, 3), schedules: [] }, 2027).terms
  assert.deepEqual([odd[0]!.from, odd[1]!.from, odd[2]!.to], ['2027-09-01', '2027-11-01', '2028-03-24'])
})

test('every proposed year stands by its own rules', async () => {
  const { whyExceptionsAreWrong, whyTermsAreWrong, gapsOf } = await import('#domain/calendar/rules.ts')
  const { termsProposed, vacationsOf, holidaysProposed } = await import('#domain/calendar/template.ts')
  for (let start = 2024; start <= 2040; start++) {
    for (const kind of ['quarter', 'trimester', 'halfYear', 'module', 'year'] as const) {
      const bounds = yearProposed(start, 5)
      const grades = { fromGrade: 1, toGrade: 11 }
      const terms = termsProposed(kind, grades, start).map((term, i) => ({ ...term, termId: String(i) }))
      const exceptions = [...vacationsOf([{ kind, ...grades }], start), ...holidaysProposed(start, 5)]
      assert.equal(whyTermsAreWrong(terms, bounds), null, `${kind} ${start}`)
      assert.equal(whyExceptionsAreWrong(exceptions, bounds), null, `${kind} ${start}`)
      assert.deepEqual(gapsOf(terms, bounds, { grade: 5, studyDays: 5, exceptions }), [], `${kind} ${start}`)
      assert.equal(whyBellsAreWrong(bounds.schedules, bounds), null, `${start}`)
    }
  }
})
