import { fork } from 'node:child_process'
import { join } from 'node:path'
import { next } from './serverProcess.ts'
import { atMost, type Row, row } from './table.ts'

export type ImportTimes = { people: number; bringIn: number; takeBack: number }

/** A list of two thousand people beside a school's classes: read, proved row by row and brought in; then taken back whole. */
export async function measureImport(): Promise<Row[]> {
  const child = fork(join(import.meta.dirname, 'importer.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const { people, bringIn, takeBack } = await next<ImportTimes>(child)
  return [
    row('Import: people in the list', people, '', '', true),
    atMost('Import: read, proved and brought in', bringIn / 1_000, 's', 15),
    row('Import: taken back', takeBack / 1_000, 's', '', true),
  ]
}
