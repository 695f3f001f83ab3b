import { randomUUIDv7 } from 'node:crypto'
import type { Input } from '#domain/operations.ts'
import type { Sample } from './samples.ts'
import type { World } from './world.ts'

const notPlanners = ['ivanova', 'sokolova', 'petya', 'petrova'] as const
const notPlannersNorHead = [...notPlanners, 'morozov'] as const

const subject = { name: 'Астрономия', shortName: 'Астр.', area: 'Естественно-научные предметы', federal: false }
const room = { name: '305', kind: 'химия', capacity: 30 }
const frame = { profileId: null, studyDays: 5, weeks: 34 } as const
const none = { halfHours: 0, subgroups: 1 }

/** One world may be asked for the same sample twice: names are taken once. */
const asked = new WeakMap<World, number>()
const another = (world: World, name: string): string => {
  const times = asked.get(world) ?? 0
  asked.set(world, times + 1)
  return times === 0 ? name : `${name} (${times + 1})`
}

/** A subject that no class is taught yet. */
export const newSubject = async (world: World): Promise<string> => {
  const subjectId = randomUUIDv7()
  await world.does('belova', 'curriculum.addSubjects', {
    subjects: [{ subjectId, ...subject, name: another(world, subject.name) }],
  })
  return subjectId
}
/** An empty curriculum of grade 7. */
export const newPlan = async (world: World, part: Partial<Input<'curriculum.createPlan'>> = {}): Promise<string> => {
  const curriculumId = randomUUIDv7()
  const plan = {
    curriculumId,
    schoolYearId: world.year,
    grade: 7,
    individual: false,
    name: another(world, '7 класс'),
    ...frame,
    ...part,
  }
  await world.does('belova', 'curriculum.createPlan', plan)
  return plan.curriculumId
}
/** How algebra in 7А is taught: by Иванова since September. */
export const algebraOf = async (world: World) => {
  const { courses } = await world.asks('belova', 'curriculum.load', { schoolYearId: world.year })
  const { assignmentId, ...expected } = courses.find(({ courseId }) => courseId === world.courses.algebraA)!.assignments.at(-1)!
  return { assignmentId, expected }
}

/** Calls of the operations of the curriculum and the load. */
export const curriculumSamples = {
  'curriculum.subjects': { by: 'morozov', strangers: notPlanners, input: () => ({}) },
  'curriculum.addSubjects': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: () => ({ subjects: [{ subjectId: randomUUIDv7(), ...subject }] }),
  },
  'curriculum.changeSubject': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: async (world) => ({
      subjectId: await newSubject(world),
      value: { ...subject, shortName: 'Астроном.', archived: true },
      expected: { ...subject, archived: false },
    }),
  },
  'curriculum.rooms': { by: 'morozov', strangers: notPlanners, input: () => ({}) },
  'curriculum.addRooms': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: () => ({ rooms: [{ roomId: randomUUIDv7(), ...room }] }),
  },
  'curriculum.changeRoom': {
    by: 'kiselev',
    strangers: notPlannersNorHead,
    input: async (world) => {
      const roomId = randomUUIDv7()
      await world.does('belova', 'curriculum.addRooms', { rooms: [{ roomId, ...room }] })
      return { roomId, value: { ...room, capacity: 28, archived: false }, expected: { ...room, archived: false } }
    },
  },
  'curriculum.plans': { by: 'morozov', strangers: notPlanners, input: (world) => ({ schoolYearId: world.year }) },
  'curriculum.createPlan': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: (world) => ({
      curriculumId: randomUUIDv7(),
      schoolYearId: world.year,
      grade: 7,
      individual: false,
      name: '7 класс',
      ...frame,
    }),
  },
  'curriculum.changePlan': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: async (world) => {
      const expected = { name: another(world, 'План 7 классов'), ...frame, archived: false }
      return {
        curriculumId: await newPlan(world, { name: expected.name }),
        value: { ...expected, studyDays: 6 as const },
        expected,
      }
    },
  },
  'curriculum.addProfile': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: () => ({ profileId: randomUUIDv7(), name: 'Медицинский' }),
  },
  'curriculum.copyPlans': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: async (world) => ({ schoolYearId: await nextYear(world), curriculumIds: [await newPlan(world)] }),
  },
  'curriculum.layOutPlans': {
    by: 'kiselev',
    strangers: notPlannersNorHead,
    input: (world) => ({ schoolYearId: world.year, templates: ['7', '10 science'] }),
  },
  'curriculum.setHours': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: async (world) => ({
      cells: [
        {
          curriculumId: await newPlan(world),
          subjectId: world.subjects.algebra,
          part: 'federal',
          value: { halfHours: 6, subgroups: 1 },
          expected: none,
        },
      ],
    }),
  },
  'curriculum.attach': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: async (world) => ({
      groups: [{ groupId: world.groups.seventhA, curriculumId: await newPlan(world), expected: null }],
    }),
  },
  'curriculum.load': { by: 'morozov', strangers: notPlanners, input: (world) => ({ schoolYearId: world.year }) },
  'curriculum.openCourses': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: async (world) => ({
      courses: [{ classId: world.groups.seventhA, subjectId: await newSubject(world), extracurricular: false, groups: 2 }],
    }),
  },
  'curriculum.assign': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: async (world) => ({
      from: '2026-11-23',
      assignments: [
        {
          groupId: world.groups.seventhA,
          subjectId: await newSubject(world),
          teacherId: world.who.kuznetsov,
          halfHours: 2,
          expected: [],
        },
      ],
    }),
  },
  'curriculum.reassign': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: async (world) => ({
      ...(await algebraOf(world)),
      teacherId: world.who.kuznetsov,
      halfHours: 6,
      from: '2026-11-23',
    }),
  },
  'curriculum.endAssignment': {
    by: 'belova',
    strangers: notPlannersNorHead,
    input: async (world) => ({ ...(await algebraOf(world)), to: '2026-12-30' }),
  },
} as const satisfies { [N in Extract<keyof Samples, `curriculum.${string}`>]: Samples[N] }

type Samples = { [N in import('#domain/operations.ts').OperationName]: Sample<N> }

/** The school year after the present one. */
export const nextYear = async (world: World): Promise<string> => {
  const id = randomUUIDv7()
  await world.amends(
    `insert into school_year (school_id, id, name, from_date, to_date) values (:school, $1, '2027/28', '2027-09-01', '2028-05-26')`,
    [id],
  )
  return id
}
