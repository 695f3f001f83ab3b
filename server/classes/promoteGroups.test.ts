import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { nextYearOf, promotionOf } from '#tests/samplesOfClasses.ts'
import { newWorld } from '#tests/world.ts'

test('classes that learn together go on together, by the new names; promoted apart, or told so already, they are left alone [R076, R077]', async () => {
  const world = await newWorld()
  const toYearId = await nextYearOf(world)
  const classIds = [world.groups.seventhA, world.groups.seventhB]
  const group = { yearId: world.year, classIds, capacity: null, ungraded: false, studentIds: [], from: '2026-11-20' }
  for (const [kind, name] of [
    ['stream', 'Лекции 7-х классов'],
    ['combined', '7А и 7Б'],
  ] as const)
    await world.does('belova', 'classes.createGroup', { ...group, groupId: randomUUIDv7(), kind, name })
  const promotion = promotionOf(world, toYearId)
  const [eighthA, eighthB] = [promotion.classes[0]!, { classId: world.groups.seventhB, toClassId: randomUUIDv7(), letter: 'Б' }]
  const together = async () =>
    world.rows(
      `select g.kind, g.name, g.grade, (select string_agg(k.name, ',' order by k.name) from group_class x join study_group k on k.id = x.class_id
         where x.group_id = g.id and not x.removed) as classes,
         (select string_agg(p.surname, ',' order by p.surname) from enrolment e join person p on p.id = e.student_id
          where e.group_id = g.id and e.from_date = '2027-09-01' and e.to_date is null) as students
       from study_group g where g.school_id = :school and g.school_year_id = $1 and g.kind in ('stream', 'combined') order by g.name`,
      [toYearId],
    )
  await world.does('belova', 'classes.promote', { ...promotion, classes: [eighthA] })
  assert.deepEqual(await together(), [])
  const both = { ...promotion, classes: [eighthA, eighthB] }
  await world.does('belova', 'classes.promote', { ...both, copySubgroups: false })
  assert.deepEqual(await together(), [])
  await world.does('belova', 'classes.promote', both)
  const students = 'Егорова,Ёлкина,Петров'
  const carried = [
    { kind: 'combined', name: '8А и 8Б', grade: 8, classes: '8А,8Б', students },
    { kind: 'stream', name: 'Лекции 8-х классов', grade: 8, classes: '8А,8Б', students },
  ]
  assert.deepEqual(await together(), carried)
  await world.does('belova', 'classes.promote', both)
  assert.deepEqual(await together(), carried)
})
