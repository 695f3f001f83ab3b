import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Task } from '#domain/homework/rules.ts'
import { noMark } from '#domain/marks/rules.ts'
import type { Input, OperationName } from '#domain/operations.ts'
import { callerOf } from './caller.ts'
import { curriculumSamples } from './curriculumSamples.ts'
import { TODAY } from './database.ts'
import { accessSamples } from './samplesOfAccess.ts'
import { classesSamples } from './samplesOfClasses.ts'
import { consentsSamples } from './samplesOfConsents.ts'
import { exchangeSamples } from './samplesOfExchange.ts'
import { noticeSamples } from './samplesOfNotices.ts'
import { peopleSamples } from './samplesOfPeople.ts'
import { processingSamples } from './samplesOfProcessing.ts'
import { protectionSamples } from './samplesOfProtection.ts'
import { schoolSamples } from './samplesOfSchool.ts'
import { trainingSamples } from './samplesOfTraining.ts'
import { urgentSamples } from './samplesOfUrgent.ts'
import { yearSamples } from './samplesOfYear.ts'
import { PASSWORD, type PersonKey, type World } from './world.ts'

export type Sample<N extends OperationName = OperationName> = {
  /** Who may do it. */
  by: PersonKey
  /** Whom it is none of their business: signed in, of the same school. Empty where everybody may. */
  strangers: readonly PersonKey[]
  /** An input with which it is done, in a school where everything it needs is there. */
  input: (world: World) => Input<N> | Promise<Input<N>>
}

/** For a lesson of the English group of 7А: other teachers, students and parents, of the class and not, and the administrator. */
const notTeachers = ['kuznetsov', 'petya', 'masha', 'lena', 'petrova', 'egorov', 'elkin', 'kiselev'] as const
const notTeachersNorHeads = [...notTeachers, 'belova', 'morozov', 'sokolova'] as const
const notAdministrators = ['ivanova', 'belova', 'morozov', 'petya', 'petrova'] as const
const notOverseers = ['ivanova', 'kuznetsov', 'petya', 'petrova', 'kiselev'] as const
const notFamilies = ['masha', 'lena', 'egorov', 'elkin', 'ivanova', 'kuznetsov', 'kiselev'] as const
const notStaff = ['petya', 'lena', 'petrova', 'elkin'] as const

const ofLesson = (world: World) => {
  const lesson = world.lesson(world.courses.englishA)
  return { lessonId: lesson.id, workId: lesson.workId, courseId: world.courses.englishA, studentId: world.who.petya }
}
const five = { ...noMark, values: [5] }
const absent = { code: 'absent', minutes: null } as const
const present = { code: null, minutes: null }

/** One working call of every operation. Whoever adds an operation adds its line: the sweeps of `access.test.ts` go along it. */
export const samples: { readonly [N in OperationName]: Sample<N> } = {
  ...accessSamples,
  ...protectionSamples,
  ...exchangeSamples,
  ...processingSamples,
  'access.signIn': { by: 'ivanova', strangers: [], input: (world) => ({ login: world.login('ivanova'), password: PASSWORD }) },
  'access.signOut': { by: 'ivanova', strangers: [], input: () => ({}) },
  'access.unlock': { by: 'ivanova', strangers: [], input: () => ({ password: PASSWORD }) },
  'access.lock': { by: 'ivanova', strangers: [], input: () => ({}) },
  'access.changePassword': { by: 'ivanova', strangers: [], input: () => ({ current: PASSWORD, next: 'другой крепкий пароль' }) },
  'access.me': { by: 'petrova', strangers: [], input: () => ({}) },
  'access.finishWelcome': { by: 'petrova', strangers: [], input: () => ({}) },
  'access.sessions': { by: 'petrova', strangers: [], input: () => ({}) },
  'access.revokeSession': {
    by: 'ivanova',
    strangers: ['kuznetsov', 'petya', 'kiselev', 'morozov'],
    input: async (world) => ({ sessionId: (await callerOf(world, 'ivanova')).sessionId }),
  },
  'access.accounts': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: () => ({ search: 'Ёлкин', kind: 'guardian', offset: 0 }),
  },
  'access.createAccount': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: async (world) => {
      const personId = randomUUIDv7()
      await world.amends(
        `insert into person (school_id, id, surname, given_name, sex) values (:school, $1, 'Новикова', 'Анна', 'f')`,
        [personId],
      )
      return { personId }
    },
  },
  'access.resetPassword': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: (world) => ({ accountId: world.accounts.elkin }),
  },
  'access.blockAccount': { by: 'kiselev', strangers: notAdministrators, input: (world) => ({ accountId: world.accounts.elkin }) },
  'access.unblockAccount': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: (world) => ({ accountId: world.accounts.elkin }),
  },

  ...noticeSamples,
  ...schoolSamples,
  ...peopleSamples,
  ...consentsSamples,
  ...trainingSamples,
  ...urgentSamples,
  ...yearSamples,
  ...classesSamples,
  ...curriculumSamples,

  'journal.myDay': { by: 'ivanova', strangers: notStaff, input: () => ({ date: TODAY }) },
  'journal.courses': { by: 'ivanova', strangers: notStaff, input: () => ({}) },
  'journal.page': {
    by: 'ivanova',
    strangers: notTeachers,
    input: (world) => ({ courseId: world.courses.englishA, termId: world.terms.current }),
  },
  'journal.topics': { by: 'ivanova', strangers: notTeachers, input: (world) => ({ courseId: world.courses.englishA }) },
  'journal.setTopic': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: (world) => ({ lessonId: ofLesson(world).lessonId, topic: 'Present Simple', expected: '' }),
  },
  'journal.setNote': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: (world) => ({ lessonId: ofLesson(world).lessonId, note: 'принести карту', expected: '' }),
  },
  'journal.unfilled': { by: 'belova', strangers: notOverseers, input: () => ({}) },
  'journal.unfilledLessons': { by: 'belova', strangers: notOverseers, input: (world) => ({ personId: world.who.ivanova }) },

  'marks.set': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: (world) => {
      const { lessonId, workId, studentId } = ofLesson(world)
      return { lessonId, workId, studentId, mark: five, expected: noMark }
    },
  },
  'marks.setMany': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: (world) => {
      const { courseId, workId, studentId } = ofLesson(world)
      return { courseId, cells: [{ workId, studentId, mark: five, expected: noMark }] }
    },
  },
  'marks.addWork': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: (world) => ({
      lessonId: ofLesson(world).lessonId,
      workId: randomUUIDv7(),
      typeId: world.types.control,
      weight: 30,
      title: 'Времена',
    }),
  },
  'marks.changeWork': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: (world) => ({
      lessonId: ofLesson(world).lessonId,
      workId: ofLesson(world).workId,
      typeId: world.types.control,
      weight: 20,
      title: 'Времена',
    }),
  },
  'marks.removeWork': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: async (world) => {
      const input = { lessonId: ofLesson(world).lessonId, workId: randomUUIDv7() }
      await world.does('ivanova', 'marks.addWork', { ...input, typeId: world.types.classwork, weight: 10, title: '' })
      return input
    },
  },
  'marks.history': {
    by: 'ivanova',
    strangers: notTeachers,
    input: (world) => {
      const { lessonId, workId, studentId } = ofLesson(world)
      return { lessonId, workId, studentId }
    },
  },

  'attendance.set': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: (world) => ({ lessonId: ofLesson(world).lessonId, studentId: world.who.petya, attendance: absent, expected: present }),
  },
  'attendance.setMany': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: (world) => {
      const { courseId, lessonId, studentId } = ofLesson(world)
      return { courseId, cells: [{ lessonId, studentId, attendance: absent, expected: present }] }
    },
  },
  'attendance.absentees': {
    by: 'belova',
    strangers: [...notStaff, 'ivanova', 'kiselev'],
    input: () => ({ date: TODAY }),
  },
  'attendance.rollCall': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: (world) => ({
      lessonId: ofLesson(world).lessonId,
      absences: [{ studentId: world.who.petya, code: 'late', minutes: 5 }],
    }),
  },

  'homework.set': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: (world) => taskOf(world),
  },
  'homework.remove': {
    by: 'ivanova',
    strangers: notTeachersNorHeads,
    input: async (world) => {
      const { lessonId, homeworkId, task } = taskOf(world)
      await world.does('ivanova', 'homework.set', { lessonId, homeworkId, task, expected: null })
      return { lessonId, homeworkId, expected: task }
    },
  },
  'homework.addFile': { by: 'ivanova', strangers: notStaff, input: () => fileOf('план.txt', 'План урока') },
  'homework.file': {
    by: 'petya',
    strangers: ['masha', 'lena', 'egorov', 'elkin', 'kuznetsov', 'kiselev'],
    input: async (world) => {
      const fileId = await attachedFile(world)
      await world.does('ivanova', 'homework.set', taskOf(world, { files: [fileId] }))
      return { fileId }
    },
  },

  'diary.week': {
    by: 'petrova',
    strangers: notFamilies,
    input: (world) => ({ studentId: world.who.petya, monday: '2026-11-16' }),
  },
  'diary.marks': {
    by: 'petrova',
    strangers: notFamilies,
    input: (world) => ({ studentId: world.who.petya, termId: world.terms.current }),
  },
  'diary.timetable': { by: 'petrova', strangers: notFamilies, input: (world) => ({ studentId: world.who.petya, date: TODAY }) },
}

/** A task nobody has set before. */
export const taskOf = (world: World, part: Partial<Task> = {}): Input<'homework.set'> => ({
  lessonId: ofLesson(world).lessonId,
  homeworkId: randomUUIDv7(),
  task: {
    dueOn: null,
    content: 'выучить слова',
    pages: 'с. 12',
    exercises: '№ 3',
    minutes: 20,
    nothing: false,
    students: [],
    files: [],
    ...part,
  },
  expected: null,
})

/** What a small text file is said to be. */
export function fileOf(name: string, text: string): Input<'homework.addFile'> {
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { fileId: randomUUIDv7(), name, mediaType: 'text/plain', size: bytes.length, sha256 }
}

/** A file that a teacher has uploaded. */
export async function attachedFile(world: World, by: PersonKey = 'ivanova', text = 'План урока'): Promise<string> {
  const input = fileOf('план.txt', text)
  const beside = { bytes: Buffer.from(text), sha256: Buffer.from(input.sha256, 'hex') }
  await world.app.executor.execute(
    'homework.addFile',
    { actor: await world.actor(by), school: world.school, beside },
    input.fileId,
    input,
  )
  return input.fileId
}

/** A sample as this test asks for it; an operation without one is named. */
export function sampleOf(name: string): Sample {
  const sample = (samples as Record<string, Sample | undefined>)[name]
  if (!sample) throw new Error(`${name} has no sample: add a line to tests/samples.ts, so that access to it is tested`)
  return sample
}
