import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Mood = 'well' | 'drops replies' | 'hangs' | 'signed out'
type MarkInput = { studentId: string; mark: { values: number[] }; expected: { values: number[] } }

/** A small server with the promises of the real one: an id lands once, what was seen is compared. It can be killed and started again. */
export async function createHttpServer(script: string) {
  const landed: { id: string; student: string; value: string }[] = []
  const marks = new Map<string, string>()
  const hanging = new Set<ServerResponse>()
  let mood: Mood = 'well'
  let asked = 0
  let server = listener()
  await listen(0)
  const { port } = server.address() as AddressInfo

  function listener() {
    return createServer((request, response) => {
      if (request.method === 'POST') void answer(request, response)
      else if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script)
      else response.setHeader('content-type', 'text/html').end('<!doctype html><script type="module" src="/page.js"></script>')
    })
  }

  function listen(on: number): Promise<void> {
    return new Promise((resolve, reject) => server.once('error', reject).listen(on, '127.0.0.1', () => resolve()))
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    asked++
    if (mood === 'signed out') return refuse(response, 401, 'access.signedOut')
    if (mood === 'hangs') return void hanging.add(response)
    const { studentId, mark, expected } = JSON.parse(String(Buffer.concat(parts))) as MarkInput
    const id = String(request.headers['x-operation-id'])
    if (!landed.some((one) => one.id === id)) {
      const stands = marks.get(studentId) ?? ''
      if (stands !== expected.values.join('/'))
        return refuse(response, 409, 'journal.changedMeanwhile', { value: stands, by: 'Петрова А. И.' })
      marks.set(studentId, mark.values.join('/'))
      landed.push({ id, student: studentId, value: mark.values.join('/') })
    }
    if (mood === 'drops replies') request.socket.destroy()
    else response.setHeader('content-type', 'application/json').end('{}')
  }

  return {
    url: `http://127.0.0.1:${port}/`,
    landed,
    marks,
    asked: () => asked,
    feels(next: Mood) {
      mood = next
    },
    /** The process dies: connections break off, nobody answers. */
    async kill() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
    async start() {
      server = listener()
      await listen(port)
    },
  }
}

function refuse(response: ServerResponse, status: number, code: string, params = {}): void {
  response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ status, code, params, title: code, detail: code }))
}
