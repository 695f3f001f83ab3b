import type { Row } from './table.ts'
import * as ru from './texts.ru.ts'

type Language = 'en' | 'ru'

const heads = ['figure', 'value', 'floor', 'goal', '']
const verdicts = { met: 'met', missed: '**missed**' }

/** The table of the README in its language. A figure without a goal is neither met nor missed. */
export function markdownOf(rows: readonly Row[], language: Language): string {
  const russian = language === 'ru'
  const number = (value: number) => (russian ? String(value).replace('.', ',') : String(value))
  const lines = rows.map(({ name, value, unit, floor, goal, met }) => [
    russian ? named(name) : name,
    `${number(value)} ${russian ? ru.unit(unit) : unit}`.trim(),
    floor === undefined ? '' : number(floor),
    goal === '' ? '—' : russian ? ru.goal(goal).replace(/(\d)\.(\d)/g, '$1,$2') : goal,
    goal === '' ? '' : (russian ? ru.verdicts : verdicts)[met ? 'met' : 'missed'],
  ])
  return [russian ? ru.heads : heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function named(name: string): string {
  const russian = ru.figures[name]
  if (!russian) throw new Error(`bench/texts.ru.ts does not know «${name}»`)
  return russian
}
