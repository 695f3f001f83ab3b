import { parseArgs } from 'node:util'
import { shuffled, torment } from './chaos.ts'
import type { Victim } from './system.ts'

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '100' },
    writers: { type: 'string', default: '12' },
    /** The check of the check: a database that acknowledges before it writes must be found out. */
    control: { type: 'boolean', default: false },
  },
})
const cycles = Number(values.cycles)
const everyone: Victim[] = ['server', 'postmaster', 'backend', 'both']
const started = performance.now()
const none = { kills: 0, sum: 0, longest: 0 }
const counts: Record<Victim, typeof none> = { server: none, postmaster: none, backend: none, both: none }

if (values.control) console.log('Проверка проверки: база подтверждает раньше, чем пишет. Потери должны найтись.')
console.log(`Пишут ${values.writers} учителей, убийств будет ${cycles}.`)
console.log('     №  жертва       поднялась, мс  принято  повторов  прошло, с')

const { kills, ledger, told, system } = await torment({
  victims: Array.from({ length: Math.ceil(cycles / 4) }, () => shuffled(everyone))
    .flat()
    .slice(0, cycles),
  writers: Number(values.writers),
  ...(values.control
    ? {
        environment: { ZVONOK_UNSAFE_TEST_DATABASE: 'yes' },
        prepare: ['alter system set synchronous_commit = off', 'select pg_reload_conf()'],
      }
    : {}),
  onKill: ({ victim, recoveredMs }, ledger) => {
    const { kills, sum, longest } = counts[victim]
    counts[victim] = { kills: kills + 1, sum: sum + recoveredMs, longest: Math.max(longest, recoveredMs) }
    const number = Object.values(counts).reduce((sum, one) => sum + one.kills, 0)
    const { acknowledged, retries } = ledger.counts()
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(
      `${column(number, 6)}  ${victim.padEnd(11)}${column(recoveredMs, 15)}${column(acknowledged, 9)}${column(retries, 10)}${column(seconds, 11)}`,
    )
  },
})

console.log('\nжертва       убита раз  поднималась в среднем, мс  самое долгое, мс')
for (const [victim, { kills, sum, longest }] of Object.entries(counts)) {
  console.log(`${victim.padEnd(11)}${column(kills, 11)}${column(Math.round(sum / Math.max(1, kills)), 27)}${column(longest, 18)}`)
}
const { acknowledged, refused, abandoned, retries } = ledger.counts()
console.log(
  `\nУбийств ${kills.length}, запусков сервера ${system.starts}. Принято ${acknowledged}, отказано ${refused}, брошено ${abandoned}, повторов ${retries}.`,
)
for (const line of [...told, ...ledger.surprises, ...system.failures].slice(0, 20)) console.log(`  ${line}`)
const clean = told.length + ledger.surprises.length + system.failures.length === 0
console.log(
  clean
    ? 'Ничего не потеряно и не удвоено.'
    : `Противоречий: ${told.length}, непонятных ответов: ${ledger.surprises.length}, несостоявшихся запусков: ${system.failures.length}.`,
)
process.exitCode = clean !== values.control ? 0 : 1

function column(value: number, width: number): string {
  return String(value).padStart(width)
}
