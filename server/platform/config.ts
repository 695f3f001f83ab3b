import { existsSync, readFileSync } from 'node:fs'
import { emptySchool, type SchoolCard } from '#domain/school/rules.ts'
import { StartFailure } from './startFailure.ts'

export type Config = {
  host: string
  port: number
  /** Where people open the journal; https makes cookies travel over TLS only. Empty: whatever address they use. */
  publicUrl: string
  /** The owner's address of any PostgreSQL ≥ 18; empty: the embedded one. */
  databaseUrl: string
  dataFolder: string
  /** Seals secrets in the database: 32 bytes in base64, several by commas, the newest first. Empty: a file of the data folder. */
  secretsKey: string
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  /** What an empty database is opened with unattended; null: in the browser, by whoever reads the terminal. */
  school: SchoolCard | null
}

const known: Record<string, keyof Config> = {
  ZVONOK_HOST: 'host',
  ZVONOK_PORT: 'port',
  ZVONOK_PUBLIC_URL: 'publicUrl',
  DATABASE_URL: 'databaseUrl',
  ZVONOK_DATA: 'dataFolder',
  ZVONOK_SECRETS_KEY: 'secretsKey',
  ZVONOK_TRUSTED_PROXIES: 'trustedProxies',
}

/** Settings: defaults, then `zvonok.json` beside the program, then the environment. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, file = 'zvonok.json'): Config {
  const config: Config = {
    host: '127.0.0.1',
    port: 8080,
    publicUrl: '',
    databaseUrl: '',
    dataFolder: 'data',
    secretsKey: '',
    trustedProxies: [],
    school: null,
  }
  if (existsSync(file)) Object.assign(config, readJson(file, { ...config, school: emptySchool }))
  if (config.school) config.school = { ...emptySchool, ...config.school }
  for (const [name, key] of Object.entries(known)) {
    const value = environment[name]
    if (value !== undefined && value !== '')
      Object.assign(config, { [key]: key === 'trustedProxies' ? value.split(',').map((one) => one.trim()) : value })
  }
  config.port = Number(config.port)
  if (!Number.isInteger(config.port) || config.port < 0 || config.port > 65_535)
    throw new StartFailure('Порт должен быть числом от 0 до 65535.')
  return config
}

/** What who runs the program should hear of the settings, or null: nothing is wrong enough not to start. */
export function warningOf({ publicUrl, trustedProxies }: Config): string | null {
  if (!publicUrl.startsWith('https:') || trustedProxies.length > 0) return null
  return 'Журнал открыт по https, а доверенный прокси не задан: все посетители кажутся одним адресом, и подбор паролей считается на всех. Задайте ZVONOK_TRUSTED_PROXIES.'
}

/** The file's settings: known ones, of the kind that the defaults are. The text of the file is never repeated: it holds a password. */
function readJson(file: string, defaults: Record<keyof Config, unknown>): object {
  const failure = (why: string) => new StartFailure(`Файл настроек ${file} не читается: ${why}.`)
  let settings: unknown
  try {
    settings = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw failure((error as NodeJS.ErrnoException).code ?? 'нет доступа')
    const place = /line (\d+)/.exec(error.message)
    throw failure(`в нём ошибка JSON${place ? `, строка ${place[1]}` : ''}`)
  }
  const kind = (value: unknown) =>
    Array.isArray(value) ? 'список' : value === null ? 'пусто' : typeof value === 'object' ? 'запись' : typeof value
  if (kind(settings) !== 'запись') throw failure('в нём должна быть запись { … }')
  for (const [key, value] of Object.entries(settings as object)) {
    if (!Object.hasOwn(defaults, key)) throw failure(`настройки «${key}» нет`)
    const right = key === 'port' ? /^(number|string)$/.test(kind(value)) : kind(value) === kind(defaults[key as keyof Config])
    if (!right) throw failure(`настройка «${key}» записана неверно`)
  }
  return settings as object
}
