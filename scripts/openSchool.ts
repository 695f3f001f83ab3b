import { join } from 'node:path'
import { openFurtherSchool } from '#server/access/openSchool.ts'
import { readConfig } from '#server/platform/config.ts'
import { startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { migrate } from '#server/platform/migrate.ts'
import { StartFailure } from '#server/platform/startFailure.ts'

/**
 * One more school in the database that zvonok.json or the environment names: `npm run school -- lyceum.json`, a file with `school` as in
 * zvonok.json. A program that serves a PostgreSQL of its own may go on meanwhile; the embedded one must be stopped.
 */
try {
  const file = process.argv[2]
  const school = file ? readConfig({}, file).school : null
  if (!school)
    throw new StartFailure('Назовите файл с карточкой новой школы: npm run school -- licey.json, в нём запись «school».')
  const { databaseUrl, dataFolder } = readConfig()
  const embedded = databaseUrl ? null : await startEmbeddedPostgres({ directory: join(dataFolder, 'postgres') })
  try {
    const ownerUrl = databaseUrl || embedded!.url()
    await migrate(ownerUrl)
    const { login, password } = await openFurtherSchool(ownerUrl, school)
    console.log(
      `Школа «${school.name}» открыта. Первый вход: логин ${login}, одноразовый пароль ${password}. Он показан один раз.`,
    )
  } finally {
    await embedded?.stop()
  }
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exitCode = 1
}
