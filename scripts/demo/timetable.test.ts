import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Course, layOutClasses } from '#scripts/demo/classes.ts'
import { hoursOf, lessonsAWeek } from '#scripts/demo/curriculum.ts'
import { makeIds } from '#scripts/demo/ids.ts'
import { makeRandom } from '#scripts/demo/random.ts'
import { assignTeachers } from '#scripts/demo/staffing.ts'
import { makeTimetable, type Place } from '#scripts/demo/timetable.ts'

function makeWeek(size: 'demo' | 'school', seed: number) {
  const random = makeRandom(seed)
  const ids = makeIds(random.fork('ids'), 0)
  const laidOut = layOutClasses(ids, size)
  const staffing = assignTeachers(ids, random.fork('staffing'), laidOut.courses, laidOut.classes)
  const places = makeTimetable(random.fork('timetable'), laidOut.classes, laidOut.courses, staffing.teacherOf)
  return { ...laidOut, ...staffing, places }
}

const schools = [makeWeek('demo', 1), makeWeek('demo', 2), makeWeek('school', 1)]

function assertOnce(keys: string[]): void {
  assert.equal(new Set(keys).size, keys.length)
}

test('no teacher and no room is needed twice at once', () => {
  for (const { places, teacherOf } of schools) {
    const at = ({ course, weekday, number }: Place, of: 'id' | 'room'): string =>
      `${teacherOf.get(course.id)![of]} ${weekday} ${number}`
    assertOnce(places.map((place) => at(place, 'id')))
    assertOnce(places.map((place) => at(place, 'room')))
  }
})

test('no student is needed twice at once: only the halves of one split stand side by side', () => {
  for (const { places } of schools) {
    const taught = new Map<string, Course[]>()
    for (const { course, weekday, number } of places.filter(({ course }) => course.group.kind !== 'individual')) {
      const key = `${course.group.ofClass.id} ${weekday} ${number}`
      taught.set(key, [...(taught.get(key) ?? []), course])
    }
    for (const courses of taught.values()) {
      assert.ok(courses.length <= 2)
      assertOnce(courses.map(({ group }) => String(group.part)))
      assert.equal(new Set(courses.map(({ subject }) => subject)).size, 1)
    }
  }
})

test('the day of a class has no gaps and is not longer than its grade allows', () => {
  for (const { places, classes } of schools) {
    for (const schoolClass of classes) {
      for (let weekday = 1; weekday <= 5; weekday++) {
        const own = places.filter(({ course, weekday: day }) => course.group.ofClass === schoolClass && day === weekday)
        const numbers = new Set(own.filter(({ course }) => course.group.kind !== 'individual').map(({ number }) => number))
        assert.equal(Math.max(...numbers), numbers.size)
        assert.ok(numbers.size <= (schoolClass.grade <= 4 ? 5 : schoolClass.grade <= 6 ? 6 : 7))
      }
    }
  }
})

test('every course gets its hours, and a week has no more than the law allows', () => {
  for (const { places, courses, classes } of schools) {
    for (const course of courses) {
      const own = places.filter((place) => place.course === course)
      assert.equal(
        own.reduce((sum, { oddOnly }) => sum + (oddOnly ? 0.5 : 1), 0),
        course.weeklyHours,
      )
    }
    for (const { grade, profile } of classes) {
      const most = grade === 1 ? 21 : grade <= 4 ? 24 : grade <= 6 ? 30 : grade <= 9 ? 33 : 35
      assert.ok(lessonsAWeek(hoursOf(grade, profile)) <= most)
    }
  }
})

test('nobody teaches more than thirty hours, and every class has a homeroom teacher of its own', () => {
  for (const { teachers, classes, homeroomTeacherOf } of schools) {
    assert.ok(teachers.every(({ load }) => load <= 30))
    assertOnce(classes.map(({ id }) => homeroomTeacherOf.get(id)!.id))
  }
})
