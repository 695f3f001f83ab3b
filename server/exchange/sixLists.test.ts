import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kinds, SIX } from '#domain/exchange/kinds.ts'
import { ruralFiles } from '#scripts/sheets/rural.ts'
import { townFiles } from '#scripts/sheets/town.ts'
import { emptySchool } from '#tests/emptySchool.ts'
import { importedList, provedList } from '#tests/samplesOfExchange.ts'

const six = kinds.slice(0, SIX) as ['classes', 'homerooms', 'holidays', 'curriculum', 'students', 'load']
const schools = [
  ['a town school: quarters, subgroups, 2,000 people', townFiles],
  ['a village school: combined classes, a second shift, trimesters', ruralFiles],
] as const

for (const [title, make] of schools) {
  test(`from six lists comes the year of ${title}; the same lists again change nothing [R071, R091, R099, R100]`, async (t) => {
    const world = await emptySchool()
    const { model, ...files } = await make()
    const seconds: Record<string, number> = {}
    const done: Record<string, string> = {}
    for (const kind of six) {
      const began = performance.now()
      const { preview, counts, importId } = await importedList(world, kind, files[kind].bytes)
      const wrong = preview.rows
        .filter(({ action }) => action === 'error')
        .map(({ row, sheet, problems }) => [sheet, row, problems])
      assert.deepEqual(wrong, [], kind)
      assert.ok(counts.create > 0, kind)
      done[kind] = importId
      // Read, proved and brought in.
      seconds[kind] = Math.round((performance.now() - began) / 10) / 100
    }
    t.diagnostic(`seconds: ${JSON.stringify(seconds)}`)
    const [made] = await world.rows(`select
      (select count(*)::int from study_group where school_id = :school and kind = 'class') as classes,
      (select count(*)::int from homeroom where school_id = :school) as homerooms,
      (select count(distinct e.student_id)::int from enrolment e join school_class c on c.school_id = e.school_id and c.id = e.group_id
        where e.school_id = :school) as students,
      (select count(distinct person_id)::int from staff where school_id = :school and person_id <> '${world.who.kiselev}') as teachers,
      (select count(*)::int from study_group where school_id = :school and kind = 'class' and curriculum_id is null) as "withoutPlan",
      (select count(*)::int from course where school_id = :school) as courses`)
    const groups = new Set(model.load.map((one) => [one.class, one.subject, one.group].join()))
    assert.deepEqual(made, {
      classes: model.classes.length,
      homerooms: model.classes.length,
      students: model.students.length,
      teachers: new Set([
        ...model.load.map(({ teacher }) => teacher.full),
        ...model.teachers.slice(0, model.classes.length).map(({ full }) => full),
      ]).size,
      withoutPlan: 0,
      courses: title.startsWith('a village') ? (made as { courses: number }).courses : groups.size,
    })
    for (const kind of six) {
      const { counts, rows } = await provedList(world, kind, files[kind].bytes)
      const others = rows.filter(({ action }) => action !== 'same')
      assert.deepEqual([counts.create, counts.change, counts.error], [0, 0, 0], `${kind}: ${JSON.stringify(others.slice(0, 3))}`)
    }
    const began = performance.now()
    await world.does('kiselev', 'exchange.undo', { importId: done.students! })
    t.diagnostic(`seconds to take the students back: ${((performance.now() - began) / 1_000).toFixed(1)}`)
    assert.equal((await world.rows(`select 1 from person where school_id = :school and born_on is not null`)).length, 0)
  })
}
