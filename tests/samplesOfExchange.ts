import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Kind } from '#domain/exchange/kinds.ts'
import type { Input, OperationName, Output } from '#domain/operations.ts'
import type { Sample } from './samples.ts'
import type { PersonKey, World } from './world.ts'

type ExchangeName = Extract<OperationName, `exchange.${string}`>

const notPreparers = ['ivanova', 'sokolova', 'morozov', 'petya', 'petrova'] as const
const notAdministrators = ['ivanova', 'sokolova', 'belova', 'morozov', 'petya', 'petrova'] as const
const notOverseers = ['ivanova', 'sokolova', 'petya', 'petrova'] as const

/** A list of two new rooms, as Excel saves it in Russia. */
export const roomList = 'Кабинет;Мест\r\n305;30\r\nспортзал;\r\n'

/** Another list of two rooms each time: one world may need several samples. */
const newRooms = () => `Кабинет;Мест\r\n${randomUUIDv7()};30\r\n${randomUUIDv7()};\r\n`

/** What an upload of these bytes says of them. */
export function listOf(bytes: Buffer, name = 'список.csv'): Input<'exchange.upload'> & { beside: object } {
  const sha256 = createHash('sha256').update(bytes).digest()
  return { uploadId: randomUUIDv7(), name, size: bytes.length, sha256: sha256.toString('hex'), beside: { bytes, sha256 } }
}

/** A list that somebody has uploaded: its id. */
export async function uploadedList(world: World, content: Buffer | string, by: PersonKey = 'kiselev'): Promise<string> {
  const { beside, ...input } = listOf(Buffer.from(content as string))
  const caller = { actor: await world.actor(by), school: world.school, beside }
  await world.app.executor.execute('exchange.upload', caller, input.uploadId, input)
  return input.uploadId
}

/** The dry run of a list. */
export async function provedList(
  world: World,
  kind: Kind,
  content: Buffer | string,
): Promise<Output<'exchange.preview'> & { uploadId: string }> {
  const uploadId = await uploadedList(world, content)
  return { uploadId, ...(await world.asks('kiselev', 'exchange.preview', { uploadId, kind })) }
}

/** A list brought in: what came of it, and the dry run before. */
export async function importedList(world: World, kind: Kind, content: Buffer | string) {
  const { uploadId, onDate, hash, ...preview } = await provedList(world, kind, content)
  if (preview.counts.create + preview.counts.change === 0)
    throw new Error(`${kind}: ${JSON.stringify([preview.columns, preview.missing, preview.rows.slice(0, 2)])}`)
  const done = await world.does('kiselev', 'exchange.import', { uploadId, kind, onDate, hash })
  return { ...done, preview }
}

export const exchangeSamples: { readonly [N in ExchangeName]: Sample<N> } = {
  'exchange.upload': {
    by: 'kiselev',
    strangers: notPreparers,
    input: () => {
      const { beside: _, ...input } = listOf(Buffer.from(newRooms()))
      return input
    },
  },
  'exchange.preview': {
    by: 'belova',
    strangers: notPreparers,
    input: async (world) => ({ uploadId: await uploadedList(world, newRooms()), kind: 'rooms' }),
  },
  'exchange.problems': {
    by: 'belova',
    strangers: notPreparers,
    input: async (world) => ({ uploadId: await uploadedList(world, newRooms()), kind: 'rooms' }),
  },
  'exchange.setColumns': {
    by: 'kiselev',
    strangers: notPreparers,
    input: () => ({ kind: 'rooms', columns: [{ heading: 'Где', key: 'name' }] }),
  },
  'exchange.import': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: async (world) => {
      const { uploadId, kind, onDate, hash } = await provedList(world, 'rooms', newRooms())
      return { uploadId, kind, onDate, hash }
    },
  },
  'exchange.undo': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: async (world) => ({ importId: (await importedList(world, 'rooms', newRooms())).importId }),
  },
  'exchange.imports': { by: 'morozov', strangers: notOverseers, input: () => ({}) },
  'exchange.template': { by: 'belova', strangers: notOverseers, input: () => ({ kind: 'students', format: 'xlsx' }) },
  'exchange.exportJson': { by: 'morozov', strangers: notOverseers, input: () => ({ kinds: [] }) },
  'exchange.export': { by: 'kiselev', strangers: notOverseers, input: () => ({ kind: 'students', format: 'csv' }) },
}
