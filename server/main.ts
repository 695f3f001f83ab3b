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
  let address = ''
  let codes: string[] = []
  /** Not before the address is known, and again whenever a code has run out. */
  const tell = () => {
    for (const code of codes)
      console.log(
        [
          '',
          'Школы в базе данных ещё нет. Откройте её в браузере:',
          `  ${address}/start#${code}`,
          `Или откройте ${address}/start и введите код.`,
          `Код: ${code} (действует сутки, один раз)`,
          '',
        ].join('\n'),
      )
    codes = []
  }
  const running = await start(config, {
    prepare: async (ownerUrl) => {
      if (!config.school) return
      // Printed at once: whatever fails after it, the password has been told.
      const first = await openFirstSchool(ownerUrl, config.school)
      if (first)
        console.log(
          `Первый вход: логин ${first.login}, одноразовый пароль ${first.password}. Он показан один раз; при входе его нужно сменить.`,
        )
    },
    tellCode: (code) => {
      codes.push(code)
      if (address) tell()
    },
  })
  const stop = () => running.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  address = config.publicUrl || running.address
  console.log(`Звонок открыт: ${address}`)
  tell()
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exit(1)
}
