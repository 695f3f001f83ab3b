import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Rescuable, rescuable, rescue } from '#server/access/rescue.ts'
import { systemClock } from '#server/platform/clock.ts'
import { readConfig } from '#server/platform/config.ts'
import { startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { migrate } from '#server/platform/migrate.ts'
import { StartFailure } from '#server/platform/startFailure.ts'

/**
 * Lets a head or an administrator in who has lost the second step and the codes: `npm run rescue`, or `npm run rescue -- admin` with the
 * login. Whoever holds the machine may; the history keeps it and the others are told. A program that serves a PostgreSQL of its own may go
 * on meanwhile; the embedded one must be stopped.
 */
const terminal = createInterface({ input: process.stdin })
const lines = terminal[Symbol.asyncIterator]()
try {
  const { databaseUrl, dataFolder } = readConfig()
  const embedded = databaseUrl ? null : await startEmbeddedPostgres({ directory: join(dataFolder, 'postgres') })
  try {
    const ownerUrl = databaseUrl || embedded!.url()
    await migrate(ownerUrl)
    const whom = await chosen(await rescuable(ownerUrl, systemClock), process.argv[2]?.trim().toLowerCase())
    console.log(
      `\n${whom.name}, логин ${whom.login} (${whom.school}).\nПрежний пароль, вход в два шага и коды восстановления перестанут действовать, открытые входы закончатся.\nДиректору и администраторам журнал об этом скажет.`,
    )
    const sure = (await asked('Продолжить? Напишите «да»: ')).toLowerCase() === 'да'
    if (!sure) throw new StartFailure('Ничего не изменено.')
    const password = await rescue(ownerUrl, whom, `${userInfo().username}@${hostname()}`, systemClock)
    console.log(
      `\nГотово. Логин ${whom.login}, одноразовый пароль ${password}. Он показан один раз, при входе журнал попросит свой пароль.`,
    )
  } finally {
    await embedded?.stop()
  }
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error)
  process.exitCode = 1
} finally {
  terminal.close()
}

async function chosen(people: readonly Rescuable[], login: string | undefined): Promise<Rescuable> {
  if (people.length === 0) throw new StartFailure('В базе нет ни одного директора или администратора с учётной записью.')
  if (login) {
    const named = people.find((one) => one.login === login)
    if (!named)
      throw new StartFailure(
        `Директора или администратора с логином «${login}» нет. Остальным новый пароль выдаёт администратор в журнале.`,
      )
    return named
  }
  const schools = [...new Set(people.map(({ schoolId }) => schoolId))]
  const schoolId =
    schools[
      await picked(
        'Какая школа?',
        schools.map((id) => people.find((one) => one.schoolId === id)!.school),
      )
    ]
  const own = people.filter((one) => one.schoolId === schoolId)
  const lines = own.map(
    ({ name, login, administrator }) => `${name}, ${administrator ? 'администратор' : 'директор'}, логин ${login}`,
  )
  return own[await picked('Кому вернуть доступ?', lines)]!
}

/** What is typed; the end of what is typed is a no. */
async function asked(question: string): Promise<string> {
  process.stdout.write(question)
  const { value, done } = await lines.next()
  if (done) throw new StartFailure('\nНичего не изменено.')
  return value.trim()
}

/** The place of the chosen line; the only one is chosen without asking. */
async function picked(question: string, choices: readonly string[]): Promise<number> {
  if (choices.length === 1) return 0
  console.log(`\n${question}`)
  for (const [i, line] of choices.entries()) console.log(`  ${i + 1}. ${line}`)
  const typed = Number(await asked('Номер: '))
  if (!Number.isInteger(typed) || typed < 1 || typed > choices.length)
    throw new StartFailure('Такого номера нет. Ничего не изменено.')
  return typed - 1
}
