import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '#domain/platform/refusal.ts'

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } // argon2id, the library's default algorithm
const ATONCE = 2
const QUEUE = 50

let running = 0
const waiting: (() => void)[] = []

/** Hashing fills a core for 20 ms: two at a time, fifty in line, the rest are asked to come again. Refusal: access.busy. */
async function gated<T>(work: () => Promise<T>): Promise<T> {
  if (running >= ATONCE) {
    if (waiting.length >= QUEUE) throw new Refusal('access.busy')
    await new Promise<void>((go) => waiting.push(go))
  }
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

export const hashPassword = (password: string): Promise<string> => gated(() => hash(password.normalize('NFC'), options))

/** What no password fits: of an account whose person has yet to think one up. */
export const unguessableHash = (): Promise<string> => hashPassword(randomBytes(32).toString('base64url'))

let dummy: Promise<string> | undefined

/** Is it the password? An unknown login (no hash) takes as long to answer as a known one. */
export async function isPassword(known: string | null, password: string): Promise<boolean> {
  dummy ??= hash('nobody has this password', options)
  const against = known ?? (await dummy)
  const right = await gated(() => verify(against, password.normalize('NFC')))
  return right && known !== null
}

const SYLLABLES = [
  'ба',
  'бо',
  'ва',
  'во',
  'га',
  'го',
  'да',
  'до',
  'ду',
  'жу',
  'за',
  'зу',
  'ка',
  'ко',
  'ку',
  'ла',
  'лу',
  'ма',
  'му',
  'на',
  'но',
  'па',
  'по',
  'ра',
  'ру',
  'са',
  'со',
  'та',
  'ту',
  'фа',
  'ха',
  'чу',
]

/**
 * A one-time password that can be dictated and typed from paper: «рукома-7419-пасо». Five syllables of 32 and four digits are
 * about 38 bits, behind a lockout, and the first sign-in replaces it.
 */
export function oneTimePassword(): string {
  const syllables = (n: number) => Array.from({ length: n }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('')
  return `${syllables(3)}-${String(randomInt(10_000)).padStart(4, '0')}-${syllables(2)}`
}
