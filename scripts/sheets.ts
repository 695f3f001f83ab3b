import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ruralFiles } from '#scripts/sheets/rural.ts'
import { townFiles } from '#scripts/sheets/town.ts'

/** Writes the six lists of two schools into a folder: `node scripts/sheets.ts <folder>`. */
const folder = process.argv[2] ?? 'data/sheets'
for (const [school, make] of [
  ['town', townFiles],
  ['rural', ruralFiles],
] as const) {
  const { model, ...files } = await make()
  mkdirSync(join(folder, school), { recursive: true })
  for (const { name, bytes } of Object.values(files)) writeFileSync(join(folder, school, name), bytes)
  console.log(`${school}: ${model.students.length} учеников, ${model.teachers.length} учителей, ${model.classes.length} классов`)
}
