import { enableCompileCache } from 'node:module'

enableCompileCache()
const { readConfig, warningOf } = await import('#server/platform/config.ts')
const { StartFailure } = await import('#server/platform/startFailure.ts')
const { openFirstSchool } = await import('#server/access/openSchool.ts')
const { start } = await import('#server/start.ts')

try {
  const config = readConfig()
  const warning = warningOf(config)
  if (warning) console.warn(warning)
  const running = await start(config, {
    prepare: async (ownerUrl) => {
      // Printed at once: whatever fails after it, the password has been told.
      const first = await openFirstSchool(ownerUrl, config.school)
      if (first)
        console.log(
          `Первый вход: логин ${first.login}, одноразовый пароль ${first.password}. Он показан один раз; при входе его нужно сменить.`,
        )
    },
  })
  const stop = () => running.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  console.log(`Звонок открыт: ${config.publicUrl || running.address}`)
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}
