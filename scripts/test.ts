import { parseArgs } from 'node:util'
import { runSteps, type Step, tests, tool } from '#scripts/steps.ts'

/** Everything that must hold before a change is done. `npm test -- --only=rules,operations` runs some of it. */
const steps: (Step & { group: string })[] = [
  { group: 'types', name: 'types', run: tool('node_modules/typescript/bin/tsc') },
  {
    group: 'lint',
    name: 'lint and format',
    run: tool('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=50', '.'),
  },
  { group: 'build', name: 'web build', run: tool('scripts/build.ts') },
  { group: 'rules', name: 'rules', run: tests(['{domain,web,scripts}/**/*.test.ts']) },
  { group: 'operations', name: 'operations and tables', run: tests(['server/**/*.test.ts', 'tests/*.test.ts']) },
  { group: 'outbox', name: 'queue in the browser', run: tests(['tests/outbox/*.test.ts']) },
  {
    group: 'journeys',
    name: 'journeys',
    // A browser waits more than it works: two side by side take little longer than one.
    run: tests(['tests/journeys/**/*.test.ts'], { atOnce: 2, setup: 'tests/journeys/school.ts' }),
  },
  { group: 'faults', name: 'faults', run: tests(['tests/faults/**/*.test.ts']) },
]

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const wanted = values.only.split(',').filter(Boolean)
const unknown = wanted.filter((group) => !steps.some((step) => step.group === group))
if (unknown.length > 0) {
  console.error(`No such steps: ${unknown.join(', ')}. There are: ${steps.map((step) => step.group).join(', ')}.`)
  process.exit(1)
}
await runSteps(steps.filter((step) => wanted.length === 0 || wanted.includes(step.group)))
