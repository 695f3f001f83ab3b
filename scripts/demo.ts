import { enableCompileCache } from 'node:module'

enableCompileCache()
const { runDemo } = await import('#scripts/demoServer.ts')
await runDemo(process.argv.slice(2))
