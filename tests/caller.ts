import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import type { CommandName, Input, OperationName, QueryName } from '#domain/operations.ts'
import { operations } from '#domain/operations.ts'
import type { PersonKey, World } from './world.ts'

export type Answer = {
  status: number
  text: string
  code: string
  detail: string
  body: unknown
  headers: OutgoingHttpHeaders
  bytes: Buffer
}
export type Caller = {
  cookie: string
  sessionId: string
  /** Any request, exactly as given. */
  sends(method: string, url: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Answer>
  /** The operation as the web app would send it, whatever the input. */
  calls(
    name: OperationName,
    input: unknown,
    options?: { operationId?: string; headers?: Record<string, string> },
  ): Promise<Answer>
  does<N extends CommandName>(name: N, input: Input<N>, operationId?: string): Promise<Answer>
  asks<N extends QueryName>(name: N, input: Input<N>): Promise<Answer>
}

/** A person of the world with a session of their own, talking HTTP. Null is a passer-by. */
export async function callerOf(world: World, key: PersonKey | null): Promise<Caller> {
  const sessionId = randomUUIDv7()
  const token = randomBytes(24).toString('base64url')
  if (key !== null) {
    await world.amends(
      `insert into session (school_id, id, account_id, token_hash, device, address, created_at, expires_at)
       values (:school, $1, $2, $3, 'Chrome, Linux', '127.0.0.1', $4, '2027-01-01')`,
      [sessionId, world.accounts[key], createHash('sha256').update(token).digest(), world.app.clock.now()],
    )
  }
  return callerWith(world, key === null ? '' : `zvonok=${world.schoolId}.${token}`, sessionId)
}

/** Every school comes from an address of its own: guesses are counted by it. */
export const addressOf = ({ schoolId }: World) => `10.${(schoolId >> 16) & 255}.${(schoolId >> 8) & 255}.${schoolId & 255}`

/** Whoever comes with this cookie. */
export function callerWith(world: World, cookie: string, sessionId = ''): Caller {
  const sends: Caller['sends'] = async (method, url, { body, headers = {} } = {}) => {
    const json = body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body)
    const answer = await world.app.http.inject({
      method: method as 'GET',
      url,
      remoteAddress: addressOf(world),
      headers: { ...(cookie ? { cookie } : {}), ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body === undefined ? {} : { payload: json ? JSON.stringify(body) : (body as string) }),
    })
    const parsed =
      answer.body && /json/.test(String(answer.headers['content-type'])) ? (JSON.parse(answer.body) as unknown) : null
    const { code = '', detail = '' } = (parsed ?? {}) as { code?: string; detail?: string }
    return {
      status: answer.statusCode,
      text: answer.body,
      code,
      detail,
      body: parsed,
      headers: answer.headers,
      bytes: answer.rawPayload,
    }
  }
  const calls: Caller['calls'] = (name, input, { operationId = randomUUIDv7(), headers = {} } = {}) => {
    if (name === 'homework.addFile')
      return sends('POST', `/api/files?name=${encodeURIComponent('план.txt')}`, {
        body: Buffer.from('План урока'),
        headers: { 'content-type': 'text/plain', 'x-zvonok': '1', 'x-operation-id': operationId, ...headers },
      })
    if (name === 'exchange.upload')
      return sends('POST', `/api/sheets?name=${encodeURIComponent('кабинеты.csv')}`, {
        body: Buffer.from('Кабинет;Мест\r\n305;30\r\n'),
        headers: { 'content-type': 'text/csv', 'x-zvonok': '1', 'x-operation-id': operationId, ...headers },
      })
    const own = { 'x-zvonok': '1', 'x-operation-id': operationId, ...headers }
    if (operations[name].kind === 'command') return sends('POST', `/api/${name}`, { body: input, headers: own })
    const fields = Object.entries((input ?? {}) as Record<string, unknown>).map(([field, value]) => [
      field,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ])
    return sends('GET', `/api/${name}?${new URLSearchParams(fields as [string, string][])}`, { headers })
  }
  return {
    cookie,
    sessionId,
    sends,
    calls,
    does: (name, input, operationId) => calls(name, input, operationId ? { operationId } : {}),
    asks: (name, input) => calls(name, input),
  }
}
