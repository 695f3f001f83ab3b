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
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  /** What an empty database is opened with. */
  school: SchoolCard
}

const known: Record<string, keyof Config> = {
  ZVONOK_HOST: 'host',
  ZVONOK_PORT: 'port',
  ZVONOK_PUBLIC_URL: 'publicUrl',
  DATABASE_URL: 'databaseUrl',
  ZVONOK_DATA: 'dataFolder',
  ZVONOK_TRUSTED_PROXIES: 'trustedProxies',
}

/** Settings: defaults, then `zvonok.json` beside the program, then the environment. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, file = 'zvonok.json'): Config {
  const config: Config = { host: '127.0.0.1', port: 8080, publicUrl: '', databaseUrl: '', dataFolder: 'data', trustedProxies: [], school: emptySchool }
  if (existsSync(file)) Object.assign(config, readJson(file))
  config.school = { ...emptySchool, ...config.school }
  for (const [name, key] of Object.entries(known)) {
    const value = environment[name]
    if (value !== undefined && value !== '') Object.assign(config, { [key]: key === 'trustedProxies' ? value.split(',').map((one) => one.trim()) : value })
  }
  config.port = Number(config.port)
  if (!Number.isInteger(config.port) || config.port < 0 || config.port > 65_535) throw new StartFailure('Порт должен быть числом от 0 до 65535.')
  return config
}

function readJson(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new StartFailure(`Файл настроек ${file} не читается: ${(error as Error).message}`)
  }
}
