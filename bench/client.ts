import { connect, type Socket } from 'node:net'

export type Request = { method: 'GET' | 'POST'; path: string; cookie: string; body?: string; operationId?: string }
export type Reply = { status: number; bytes: number; body: Buffer }
export type Connection = { send(request: Request): Promise<Reply>; close(): void }

const END = Buffer.from('\r\n\r\n')

/** One keep-alive connection with one request under way at a time: as little work as an HTTP client can do. */
export function open(address: string): Connection {
  const { hostname, port, host } = new URL(address)
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true })
  let received: Buffer = Buffer.alloc(0)
  let waiting: { done: (reply: Reply) => void; fail: (error: Error) => void } | null = null

  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const end = received.indexOf(END)
    if (end < 0) return
    const head = received.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (received.length < end + 4 + length) return
    const reply = { status: Number(head.slice(9, 12)), bytes: length, body: received.subarray(end + 4, end + 4 + length) }
    received = received.subarray(end + 4 + length)
    const one = waiting
    waiting = null
    one?.done(reply)
  })
  const gone = (error?: Error) => waiting?.fail(error ?? new Error('the server closed the connection'))
  socket.on('error', gone)
  socket.on('close', () => gone())

  return {
    send({ method, path, cookie, body, operationId }) {
      let head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: zvonok=${cookie}\r\naccept-encoding: gzip, deflate, br, zstd\r\n`
      if (body !== undefined) {
        head += `x-zvonok: 1\r\nx-operation-id: ${operationId}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
      }
      return new Promise((done, fail) => {
        waiting = { done, fail }
        socket.write(`${head}\r\n${body ?? ''}`)
      })
    },
    close: () => socket.destroy(),
  }
}
