import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

export type Row = {
  name: string
  value: number
  unit: string
  /** What the same work costs at the least, measured in the same run. */
  floor?: number
  goal: string
  met: boolean
}

export const atMost = (name: string, value: number, unit: string, most: number, floor?: number): Row =>
  row(name, value, unit, `≤ ${most}`, value <= most, floor)
export const atLeast = (name: string, value: number, unit: string, least: number, floor?: number): Row =>
  row(name, value, unit, `≥ ${least}`, value >= least, floor)

export const row = (name: string, value: number, unit: string, goal: string, met: boolean, floor?: number): Row => ({
  name,
  value: rounded(value),
  unit,
  ...(floor === undefined ? {} : { floor: rounded(floor) }),
  goal,
  met,
})

const machineOf = (notes: Record<string, string>) => ({
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  at: new Date().toISOString(),
  ...notes,
})

/** The figures into `bench/latest.json`; `UPDATE=1 node --test tests/benchTable.test.ts` prints them into both READMEs. */
export function keep(rows: Row[], notes: Record<string, string>): void {
  const machine = machineOf(notes)
  writeFileSync(join(import.meta.dirname, 'latest.json'), `${JSON.stringify({ machine, rows }, null, 2)}\n`)
}

/** The table on the screen. */
export function report(rows: Row[], notes: Record<string, string>): void {
  const machine = machineOf(notes)
  const lines = [
    ['', 'value', 'floor', 'goal', 'unit', ''],
    ...rows.map(({ name, value, floor, goal, unit, met }) => [
      name,
      `${value}`,
      `${floor ?? ''}`,
      goal,
      unit,
      goal === '' ? '' : met ? 'met' : 'MISSED',
    ]),
  ]
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const print = (line: string[]) =>
    line.map((cell, i) => (i === 1 || i === 2 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ')
  console.log(
    `\n${Object.entries(machine)
      .map(([key, value]) => `${key}: ${value}`)
      .join(' · ')}\n\n${lines.map(print).join('\n')}\n`,
  )
}

const rounded = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100)
