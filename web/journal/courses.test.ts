import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coursesAround, foundCourses, groupedCourses, type ListedCourse, orderedCourses } from './courses.ts'

const course = (courseId: string, grade: number, letter: string, subject: string, mine = false): ListedCourse => ({
  courseId,
  groupId: courseId,
  classIds: [],
  group: `${grade} «${letter}»`,
  className: `${grade} «${letter}»`,
  subject,
  grade,
  ungraded: false,
  scale: 'five',
  teachers: ['Семёнова А. П.'],
  mine,
  lessons: 10,
  unfilled: 0,
})
const courses = [
  course('c', 10, 'А', 'Алгебра'),
  course('a', 7, 'Б', 'Алгебра', true),
  course('b', 7, 'Б', 'Физика'),
  course('d', 7, 'А', 'Алгебра', true),
]
const ids = (found: readonly ListedCourse[]) => found.map((one) => one.courseId)

test('own journals come first, the rest by classes in order of grades', () => {
  const groups = groupedCourses(courses)
  assert.deepEqual(
    groups.map((group) => [group.own, group.title, ids(group.courses)]),
    [
      [true, '', ['d', 'a']],
      [false, '7 «Б»', ['b']],
      [false, '10 «А»', ['c']],
    ],
  )
})

test('journals stand in one line by what waits in them, by subject or by teacher', () => {
  const some = [{ ...courses[0]!, unfilled: 3 }, courses[1]!, { ...courses[2]!, unfilled: 3 }, { ...courses[3]!, teachers: [] }]
  assert.deepEqual(ids(orderedCourses(some, 'unfilled')), ['b', 'c', 'd', 'a'])
  assert.deepEqual(ids(orderedCourses(some, 'subject')), ['d', 'a', 'c', 'b'])
  assert.equal(ids(orderedCourses(some, 'teacher')).at(-1), 'd')
})

test('the list is searched by class, subject and teacher, «е» for «ё»', () => {
  assert.deepEqual(ids(foundCourses(courses, '7б')), ['a', 'b'])
  assert.deepEqual(ids(foundCourses(courses, '7 алг')), ['a', 'd'])
  assert.equal(foundCourses(courses, 'семенова').length, 4)
  assert.deepEqual(foundCourses(courses, 'химия'), [])
})

test('from an open page one goes to another class, to the same subject where there is one, or to another subject of the class', () => {
  const { groups, subjects } = coursesAround(courses, 'a')
  assert.deepEqual(ids(groups), ['d', 'a', 'c'])
  assert.deepEqual(ids(subjects), ['a', 'b'])
  assert.deepEqual(coursesAround(courses, 'gone'), { groups: [], subjects: [] })
})
