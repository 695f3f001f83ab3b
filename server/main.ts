import { enableCompileCache } from 'node:module'

enableCompileCache()
const { readConfig } = await import('#server/platform/config.ts')
const { StartFailure } = await import('#server/platform/startFailure.ts')
const { openFirstSchool } = await import('#server/access/openSchool.ts')
const { start } = await import('#server/start.ts')

try {
  const config = readConfig()
  const opened: { login: string; password: string }[] = []
  const running = await start(config, {
    prepare: async (ownerUrl) => {
      const first = await openFirstSchool(ownerUrl, config.school)
      if (first) opened.push(first)
    },
  })
  console.log(`Звонок открыт: ${config.publicUrl || running.address}`)
  for (const { login, password } of opened) console.log(`Первый вход: логин ${login}, одноразовый пароль ${password}. Он показан один раз; при входе его нужно сменить.`)
  const stop = () => running.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}
