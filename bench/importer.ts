import { townFiles } from '#scripts/sheets/town.ts'
import { emptySchool } from '#tests/emptySchool.ts'
import { importedList } from '#tests/samplesOfExchange.ts'
import type { ImportTimes } from './import.ts'

// In a process of its own: the school is made over the database of the tests, which ends with its process.
const world = await emptySchool()
const files = await townFiles()
for (const kind of ['classes', 'homerooms', 'holidays', 'curriculum'] as const) await importedList(world, kind, files[kind].bytes)
const began = performance.now()
const { importId, counts } = await importedList(world, 'students', files.students.bytes)
const broughtIn = performance.now()
await world.does('kiselev', 'exchange.undo', { importId })
const times: ImportTimes = { people: counts.create, bringIn: broughtIn - began, takeBack: performance.now() - broughtIn }
process.send!(times, () => process.exit(0))
