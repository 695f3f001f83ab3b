import { runSteps, tool } from '#scripts/steps.ts'

await runSteps([
  { name: 'types', run: tool('node_modules/typescript/bin/tsc') },
  {
    name: 'lint and format',
    run: tool('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=50', '.'),
  },
])
