import type { Course, SchoolClass } from '#scripts/demo/classes.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Random } from '#scripts/demo/random.ts'
import { type Area, subjectOf } from '#scripts/demo/subjects.ts'

export type Teacher = {
  id: string
  area: Area
  load: number
  limit: number
  deputy: boolean
  homeroomOf: SchoolClass | null
  room: string
}

export type Staffing = { teachers: Teacher[]; teacherOf: Map<string, Teacher>; homeroomTeacherOf: Map<string, Teacher> }

const usualLoad = 24
const greatestLoad = 30
const deputyLoad = 9

type Bundle = { area: Area; className: string; part: Course['group']['part']; courses: Course[]; hours: number }

/** Gives every course a teacher: one teacher keeps a class in all subjects of the same area, halves go to different ones. */
export function assignTeachers(ids: Ids, random: Random, courses: Course[], classes: SchoolClass[]): Staffing {
  const teachers: Teacher[] = []
  const teacherOf = new Map<string, Teacher>()
  const ordinary = courses.filter(({ group, subject }) => group.kind !== 'individual' && subject !== 'talks')
  const bundles = bundlesOf(ordinary)

  for (const area of new Set(bundles.map((bundle) => bundle.area))) {
    const ofArea = bundles.filter((bundle) => bundle.area === area)
    const hired = hire(ids, area, ofArea)
    for (const bundle of ofArea.sort((a, b) => b.hours - a.hours)) {
      const teacher = leastLoaded(hired, bundle, ids)
      teacher.load += bundle.hours
      for (const course of bundle.courses) teacherOf.set(course.id, teacher)
    }
    teachers.push(...hired)
  }

  const homeroomTeacherOf = chooseHomeroomTeachers(random, courses, classes, teachers, teacherOf)
  for (const course of courses) {
    if (course.subject === 'talks') teacherOf.set(course.id, homeroomTeacherOf.get(course.group.ofClass.id)!)
  }
  for (const course of courses.filter(({ group }) => group.kind === 'individual')) {
    const same = ordinary.find((other) => other.group.ofClass === course.group.ofClass && other.subject === course.subject)!
    teacherOf.set(course.id, teacherOf.get(same.id)!)
  }
  nameRooms(teachers)
  return { teachers, teacherOf, homeroomTeacherOf }
}

function bundlesOf(courses: Course[]): Bundle[] {
  const bundles = new Map<string, Bundle>()
  for (const course of courses) {
    const { part, ofClass } = course.group
    const area = areaOf(course)
    const key = `${area} ${ofClass.name} ${area === 'primary' ? '' : part}`
    const bundle = bundles.get(key) ?? { area, className: ofClass.name, part, courses: [], hours: 0 }
    bundle.courses.push(course)
    bundle.hours += course.weeklyHours
    bundles.set(key, bundle)
  }
  return [...bundles.values()]
}

const ofPrimary = new Set(['russian', 'reading', 'mathematics', 'world', 'art', 'technology'])

function areaOf({ subject, group }: Course): Area {
  if (group.grade <= 4 && ofPrimary.has(subject)) return 'primary'
  if (subject === 'technology') return group.part === 0 ? 'technologyBoys' : 'technologyGirls'
  if (subject === 'ethics') return group.part === 0 ? 'primary' : 'history'
  return subjectOf(subject).area
}

function hire(ids: Ids, area: Area, bundles: Bundle[]): Teacher[] {
  const hours = bundles.reduce((sum, bundle) => sum + bundle.hours, 0)
  const halves = bundles.some(({ part }) => part === 1) && area !== 'technologyGirls'
  const deputy = area === 'history'
  const wanted = area === 'primary' ? bundles.length : Math.ceil((hours - (deputy ? deputyLoad : 0)) / usualLoad)
  const count = Math.max(wanted, halves ? 2 : 1) + (deputy ? 1 : 0)
  return Array.from({ length: count }, (_, index) => newTeacher(ids, area, deputy && index === 0))
}

function newTeacher(ids: Ids, area: Area, deputy: boolean): Teacher {
  return { id: ids.next(), area, load: 0, limit: deputy ? deputyLoad : greatestLoad, deputy, homeroomOf: null, room: '' }
}

function leastLoaded(teachers: Teacher[], bundle: Bundle, ids: Ids): Teacher {
  const able = teachers.filter((teacher) => teacher.load + bundle.hours <= teacher.limit && !takesOtherHalf(teacher, bundle))
  const best = able.sort((a, b) => a.load - b.load)[0]
  if (best) {
    remember(best, bundle)
    return best
  }
  const another = newTeacher(ids, bundle.area, false)
  teachers.push(another)
  remember(another, bundle)
  return another
}

const halvesTaken = new WeakMap<Teacher, Set<string>>()

function takesOtherHalf(teacher: Teacher, bundle: Bundle): boolean {
  return bundle.part !== 'class' && bundle.area !== 'primary' && (halvesTaken.get(teacher)?.has(bundle.className) ?? false)
}

function remember(teacher: Teacher, bundle: Bundle): void {
  const taken = halvesTaken.get(teacher) ?? new Set()
  taken.add(bundle.className)
  halvesTaken.set(teacher, taken)
}

function chooseHomeroomTeachers(
  random: Random,
  courses: Course[],
  classes: SchoolClass[],
  teachers: Teacher[],
  teacherOf: Map<string, Teacher>,
): Map<string, Teacher> {
  const chosen = new Map<string, Teacher>()
  const order = [...classes].sort((a, b) => rank(a) - rank(b))
  for (const schoolClass of order) {
    const own = courses.filter(({ group, subject }) => group.ofClass === schoolClass && subject !== 'talks')
    const wanted: Area = schoolClass.grade <= 4 ? 'primary' : 'russian'
    const candidates = own.flatMap((course) => teacherOf.get(course.id) ?? []).filter(isFree)
    const best =
      candidates.find(({ area }) => area === wanted) ?? (candidates.length > 0 ? random.pick(candidates) : teachers.find(isFree)!)
    best.homeroomOf = schoolClass
    chosen.set(schoolClass.id, best)
  }
  return chosen
}

// The class everybody is shown comes first, so that it gets its teacher of Russian.
function rank({ name, grade }: SchoolClass): number {
  return name === '7Б' ? 0 : grade
}

function isFree({ deputy, homeroomOf }: Teacher): boolean {
  return !deputy && homeroomOf === null
}

const specialRooms: Partial<Record<Area, readonly string[]>> = {
  sport: ['спортзал', 'малый спортзал', 'зал хореографии', 'спортивная площадка', 'тренажёрный зал'],
  informatics: ['каб. информатики 1', 'каб. информатики 2', 'каб. информатики 3', 'каб. информатики 4'],
  technologyBoys: ['мастерская', 'столярная мастерская', 'слесарная мастерская'],
  technologyGirls: ['каб. технологии', 'швейная мастерская', 'кулинарная мастерская'],
}

// Every teacher keeps a room of their own, so that rooms clash only when teachers do.
function nameRooms(teachers: Teacher[]): void {
  const counts = new Map<Area, number>()
  let number = 0
  for (const teacher of teachers) {
    const count = counts.get(teacher.area) ?? 0
    counts.set(teacher.area, count + 1)
    const perFloor = teachers.length > 50 ? 20 : 12
    teacher.room =
      specialRooms[teacher.area]?.[count] ??
      `${Math.floor(number / perFloor) + 1}${String((number++ % perFloor) + 1).padStart(2, '0')}`
  }
}
