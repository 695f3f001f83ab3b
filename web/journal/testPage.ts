import type { MarkPolicy } from '#domain/marks/rules.ts'
import { type Model, modelOf } from './model.ts'
import type { Page } from './page.ts'

/** A small page of 7 «Б» for tests: three students, three lessons, the second with two works, the last still to come. */
export function testPage(changes: Partial<Page> = {}): Page {
  const term = { termId: 'term', name: '2 четверть', from: '2026-11-02', to: '2026-12-30', lockedAt: null }
  const lesson = (lessonId: string, date: string, works: Page['lessons'][number]['works']) => ({
    lessonId,
    date,
    number: 2,
    teacherId: 'ivanova',
    insteadOfId: null,
    room: '12',
    cancelled: false,
    topic: '',
    note: '',
    rollCalledAt: null,
    works,
  })
  return {
    course: {
      courseId: 'algebra',
      groupId: '7b',
      classIds: ['7b'],
      group: '7 «Б»',
      subject: 'Алгебра',
      grade: 7,
      ungraded: false,
      scale: 'five',
    },
    className: '7 «Б»',
    today: '2026-11-20',
    term,
    terms: [term],
    students: [
      { studentId: 'alekseev', name: 'Алексеев Пётр', stays: [{ from: '2026-09-01', to: null }] },
      { studentId: 'ivanov', name: 'Иванов Артём', stays: [{ from: '2026-09-01', to: null }] },
      { studentId: 'semenova', name: 'Семёнова Анна', stays: [{ from: '2026-11-16', to: null }] },
    ],
    lessons: [
      lesson('l1', '2026-11-12', [{ workId: 'w1', typeId: 'answer', weight: 10, title: '' }]),
      lesson('l2', '2026-11-19', [
        { workId: 'w2', typeId: 'control', weight: 30, title: 'Дроби' },
        { workId: 'w3', typeId: 'answer', weight: 10, title: '' },
      ]),
      lesson('l3', '2026-11-24', [{ workId: 'w4', typeId: 'answer', weight: 10, title: '' }]),
    ],
    teachers: [{ personId: 'ivanova', name: 'Иванова М. П.' }],
    workTypes: [
      { typeId: 'answer', name: 'Ответ на уроке', shortName: 'О', weight: 10, control: false },
      { typeId: 'control', name: 'Контрольная работа', shortName: 'КР', weight: 30, control: true },
    ],
    marks: { work: [0, 1, 1], student: [0, 0, 1], text: ['4', '5', '4/3'] },
    remarks: [{ work: 1, student: 1, dueOn: null, comment: 'Хорошее решение', basis: '' }],
    brought: [],
    absences: { lesson: [0], student: [1], code: ['sick'], minutes: [0] },
    ...changes,
  }
}

export const testPolicy: MarkPolicy = { 'marks.lowest': 2, 'marks.editDays': null }

export const testModel = (page: Page = testPage(), policy: MarkPolicy = testPolicy): Model => modelOf(page, policy, () => true)
