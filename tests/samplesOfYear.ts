import { randomUUIDv7 } from 'node:crypto'
import { termsText } from '#domain/calendar/rules.ts'
import type { Input, OperationName } from '#domain/operations.ts'
import { addDays } from '#domain/platform/dates.ts'
import { TODAY } from './database.ts'
import type { Sample } from './samples.ts'
import type { World } from './world.ts'

const notSetUp = ['ivanova', 'sokolova', 'petya', 'petrova'] as const
const notYearKeepers = [...notSetUp, 'morozov'] as const
/** A day with lessons that is still to come: nobody’s lesson of today is touched. */
const LATER = addDays(TODAY, 3)
const dayOff = { kind: 'holiday', name: 'День школы', fromGrade: 1, toGrade: 12, classId: null, likeWeekday: null } as const
/** Samples are tried one after the other in one school: no two drafts meet. */
let draftStart = 2040
/** The running quarter ends a day earlier. */
const plannedTerms = async (world: World): Promise<Input<'calendar.setTerms'>> => {
  const { terms } = await world.asks('belova', 'calendar.yearPlan', { yearId: world.year })
  const expected = terms.map(({ lockedAt: _, ...term }) => term)
  return {
    yearId: world.year,
    terms: expected.map((term) => (term.termId === world.terms.current ? { ...term, to: '2026-12-29' } : term)),
    expected,
  }
}

/** One working call of every operation of the school year. */
export const yearSamples: { readonly [N in OperationName & `calendar.${string}`]: Sample<N> } = {
  'calendar.year': { by: 'petya', strangers: [], input: () => ({}) },
  'calendar.years': { by: 'morozov', strangers: notSetUp, input: () => ({}) },
  'calendar.yearPlan': { by: 'morozov', strangers: notSetUp, input: (world) => ({ yearId: world.year }) },
  'calendar.createYear': {
    by: 'kiselev',
    strangers: notYearKeepers,
    input: (world) => ({ yearId: randomUUIDv7(), startYear: 2031, copyOf: world.year, studyDays: 5 }),
  },
  'calendar.setYear': {
    by: 'belova',
    strangers: notYearKeepers,
    input: (world) => {
      const bounds = { from: '2026-09-01', to: '2027-05-26', studyDays: 5 }
      return { yearId: world.year, bounds: { ...bounds, to: '2027-05-28', studyDays: 6 }, expected: bounds }
    },
  },
  'calendar.previewTerms': {
    by: 'morozov',
    strangers: notSetUp,
    input: async (world) => ({ yearId: world.year, terms: termsText((await plannedTerms(world)).terms) }),
  },
  'calendar.setTerms': { by: 'belova', strangers: notYearKeepers, input: plannedTerms },
  'calendar.setVacations': {
    by: 'belova',
    strangers: notYearKeepers,
    input: (world) => ({
      yearId: world.year,
      exceptions: [{ ...dayOff, kind: 'vacation', name: 'Зимние каникулы', from: '2026-12-31', to: '2027-01-10' }],
      expected: [],
    }),
  },
  'calendar.setDays': {
    by: 'belova',
    strangers: notYearKeepers,
    input: async (world) => {
      const { exceptions } = await world.asks('belova', 'calendar.yearPlan', { yearId: world.year })
      return {
        yearId: world.year,
        exceptions: [...exceptions, { ...dayOff, from: '2027-02-23', to: '2027-02-23' }],
        expected: exceptions,
      }
    },
  },
  'calendar.setBells': {
    by: 'belova',
    strangers: notYearKeepers,
    input: async (world) => {
      const { schedules } = await world.asks('belova', 'calendar.yearPlan', { yearId: world.year })
      return {
        yearId: world.year,
        schedules: schedules.map((one) => ({ ...one, lessons: one.lessons.slice(0, 4) })),
        expected: schedules,
      }
    },
  },
  'calendar.setRegime': {
    by: 'belova',
    strangers: notYearKeepers,
    input: (world) => {
      const seen = { classId: world.groups.seventhA, shift: 1, studyDays: null }
      return { yearId: world.year, classes: [{ ...seen, shift: 2 }], expected: [seen] }
    },
  },
  'calendar.openYear': { by: 'kiselev', strangers: notYearKeepers, input: (world) => ({ yearId: world.year }) },
  'calendar.discardYear': {
    by: 'kiselev',
    strangers: notYearKeepers,
    input: async (world) => {
      const yearId = randomUUIDv7()
      await world.does('kiselev', 'calendar.createYear', { yearId, startYear: draftStart++, copyOf: null, studyDays: 5 })
      return { yearId }
    },
  },
  'calendar.previewException': {
    by: 'morozov',
    strangers: notSetUp,
    input: (world) => ({ yearId: world.year, from: TODAY, to: TODAY, fromGrade: 7, toGrade: 7, classId: world.groups.seventhA }),
  },
  'calendar.addException': {
    by: 'belova',
    strangers: notYearKeepers,
    input: (world) => ({ yearId: world.year, exception: { ...dayOff, from: LATER, to: LATER }, cancelLessons: true }),
  },
  'calendar.cancelException': {
    by: 'belova',
    strangers: notYearKeepers,
    input: async (world) => {
      const input = { yearId: world.year, exception: { ...dayOff, from: LATER, to: LATER } }
      await world.does('belova', 'calendar.addException', { ...input, cancelLessons: true })
      return { ...input, restoreLessons: true }
    },
  },
}
