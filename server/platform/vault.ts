import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from './startFailure.ts'

/** Seals what has to be read again and must not lie in the database as it is. */
export type Vault = {
  /** Sealed for one place (`purpose` with the ids of the row): moved to another row it does not open. */
  seal(plain: string, place: string): string
  /** Fails for what was sealed elsewhere, altered, or sealed with a key that is not here. */
  open(sealed: string, place: string): string
  /** Is this the present key's work, or of an earlier one, of an unknown one, or not sealed at all? */
  stateOf(stored: string): 'current' | 'earlier' | 'unknown' | 'plain'
}

const VERSION = 'v1'
const KEY_BYTES = 32
const FILE = 'secrets.key'

/** A vault of these keys (32 bytes each): the first one seals, all of them open. A key is named by eight signs of its own hash. */
export function vaultOf(keys: readonly Buffer[]): Vault {
  const known = new Map(keys.map((key) => [nameOf(key), key]))
  const [current] = known.keys()
  if (current === undefined) throw new Error('a vault needs a key')
  return {
    seal(plain, place) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', known.get(current)!, iv).setAAD(Buffer.from(place))
      const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [VERSION, current, iv.toString('base64url'), bytes.toString('base64url')].join('.')
    },
    open(sealed, place) {
      const [version, name = '', iv = '', text = ''] = sealed.split('.')
      const key = known.get(name)
      if (version !== VERSION || !key) throw new Error(`no key to open what was sealed with «${name}»`)
      const bytes = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
    },
    stateOf(stored) {
      const [version, name = ''] = stored.split('.')
      if (version !== VERSION) return 'plain'
      return name === current ? 'current' : known.has(name) ? 'earlier' : 'unknown'
    },
  }
}

/**
 * The vault of an installation. `secretsKey` of the settings has the last word: keys in base64, separated by commas, the newest first.
 * Without it an installation with its own database keeps a key in its data folder, made at the first start for its user alone; one with
 * a database elsewhere does not start: every server of it needs the same key.
 */
export function openVault({
  secretsKey,
  databaseUrl,
  dataFolder,
}: {
  secretsKey: string
  databaseUrl: string
  dataFolder: string
}): Vault {
  if (secretsKey) return vaultOf(keysIn(secretsKey.split(','), 'ZVONOK_SECRETS_KEY'))
  if (databaseUrl)
    throw new StartFailure(
      'Не задан ключ, которым шифруются секреты входа в два шага. Задайте ZVONOK_SECRETS_KEY: 32 случайных байта в base64, например вывод «openssl rand -base64 32». Храните его отдельно от копий базы данных.',
    )
  const file = join(dataFolder, FILE)
  try {
    if (!existsSync(file)) {
      mkdirSync(dataFolder, { recursive: true })
      writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    }
    chmodSync(file, 0o600)
    return vaultOf(keysIn(readFileSync(file, 'utf8').split('\n'), file))
  } catch (error) {
    if (error instanceof StartFailure) throw error
    throw new StartFailure(`Файл ключа ${file} не читается: ${(error as NodeJS.ErrnoException).code ?? 'нет доступа'}.`)
  }
}

function keysIn(lines: readonly string[], source: string): Buffer[] {
  const keys = lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => Buffer.from(line, 'base64'))
  if (keys.length === 0 || keys.some((key) => key.length !== KEY_BYTES))
    throw new StartFailure(`Ключ в ${source} записан неверно: нужны 32 байта в base64.`)
  return keys
}

const nameOf = (key: Buffer): string => createHash('sha256').update('zvonok key ').update(key).digest('base64url').slice(0, 8)
