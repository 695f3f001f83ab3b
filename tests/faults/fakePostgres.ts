import { createServer, type Socket } from 'node:net'

type Answers = {
  /** The settings by which a server decides whether it may trust this database. */
  settings?: { version: string; fsync: string; synchronousCommit: string; fullPageWrites: string }
  /** Instead of letting anybody in. */
  refusal?: { code: string; message: string }
}
export type FakePostgres = { url: string; stop: () => void }

/** Speaks just enough of PostgreSQL's protocol to be a kind of database that we cannot bring along: an old one, a careless one. */
export async function fakePostgres({ settings, refusal }: Answers): Promise<FakePostgres> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => {
      if (refusal) {
        socket.end(message('E', [text(`SFATAL`), text(`C${refusal.code}`), text(`M${refusal.message}`), byte(0)]))
        return
      }
      socket.write(Buffer.concat([message('R', [int32(0)]), message('Z', [Buffer.from('I')])]))
      socket.on('data', (request) => {
        if (request[0] === 0x58) return socket.end() // goodbye
        const values = settings && String(request).includes('server_version_num') ? Object.values(settings) : ['']
        const columns = values.length === 1 ? ['pg_advisory_lock'] : ['version', 'sync', 'commit', 'fpw']
        socket.write(
          Buffer.concat([
            rowDescription(columns),
            dataRow(values),
            message('C', [text('SELECT 1')]),
            message('Z', [Buffer.from('I')]),
          ]),
        )
      })
    })
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  return {
    url: `postgres://zvonok:secret-word@127.0.0.1:${(server.address() as { port: number }).port}/zvonok`,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

const byte = (value: number) => Buffer.from([value])
const text = (value: string) => Buffer.from(`${value}\0`)
const int16 = (value: number) => Buffer.from([value >> 8, value & 255])
const int32 = (value: number) => {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(value)
  return buffer
}

function message(kind: string, parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

const INT4 = 23
const TEXT = 25
const rowDescription = (names: string[]) =>
  message('T', [
    int16(names.length),
    ...names.flatMap((name) => [
      text(name),
      int32(0),
      int16(0),
      int32(name === 'version' ? INT4 : TEXT),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  ])
const dataRow = (values: string[]) =>
  message('D', [int16(values.length), ...values.flatMap((value) => [int32(Buffer.byteLength(value)), Buffer.from(value)])])
