import { enableCompileCache } from 'node:module'

enableCompileCache()
const { readConfig } = await import('#server/platform/config.ts')
const { StartFailure } = await import('#server/platform/startFailure.ts')
const { start } = await import('#server/start.ts')

try {
  const running = await start(readConfig())
  console.log(`Звонок открыт: ${running.address}`)
  const stop = () => running.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}
