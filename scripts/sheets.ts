import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { count } from '#domain/platform/texts.ts'
import { ruralFiles } from '#scripts/sheets/rural.ts'
import { townFiles } from '#scripts/sheets/town.ts'

/** Writes the six lists of two schools into a folder: `node scripts/run.mjs scripts/sheets.ts <folder>`. */
const folder = process.argv[2] ?? 'data/sheets'
for (const [school, make] of [
  ['городская', townFiles],
  ['сельская', ruralFiles],
] as const) {
  const { model, ...files } = await make()
  mkdirSync(join(folder, school), { recursive: true })
  for (const { name, bytes } of Object.values(files)) writeFileSync(join(folder, school, name), bytes)
  const told = [
    count(model.students.length, 'ученик', 'ученика', 'учеников'),
    count(model.teachers.length, 'учитель', 'учителя', 'учителей'),
    count(model.classes.length, 'класс', 'класса', 'классов'),
  ].join(', ')
  console.log(`Школа ${school}: ${told} — ${join(folder, school)}`)
}
