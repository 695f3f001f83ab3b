import type { Input, OperationName, Output } from '#domain/operations.ts'
import { refusalText } from '#domain/texts.ts'
import { newOperationId } from './operationId.ts'
import { isQuery } from './operationKinds.ts'
import { Offline, Problem } from './problem.ts'
import { readProblem } from './readProblem.ts'

export { Offline, Problem }

type CallOptions = {
  operationId?: string
  /** In whose name: the server refuses when somebody else has signed in on this computer meanwhile. */
  personId?: string
  /** A refusal concerns the caller alone: the page is not told of it. */
  quiet?: boolean
  signal?: AbortSignal
  timeout?: number
}

const QUERY_TIMEOUT = 20_000
/** Longer than for reading: a command that arrived and is answered late would only be sent again. */
const COMMAND_TIMEOUT = 30_000

/**
 * Asks the server to run an operation. Throws Problem when it answered no, Offline when it did not answer; an aborted signal throws
 * its reason.
 */
export async function call<N extends OperationName>(name: N, input: Input<N>, options: CallOptions = {}): Promise<Output<N>> {
  const reading = isQuery(name)
  const request: RequestInit = reading
    ? { method: 'GET', ...(isByHand() ? { headers: { 'x-hand': '1' } } : {}) }
    : {
        method: 'POST',
        body: JSON.stringify(input),
        headers: {
          'content-type': 'application/json',
          'x-zvonok': '1',
          'x-operation-id': options.operationId ?? newOperationId(),
          ...(options.personId ? { 'x-person': options.personId } : {}),
        },
      }
  const address = reading ? `/api/${name}${searchOf(input)}` : `/api/${name}`
  const timeout = options.timeout ?? (reading ? QUERY_TIMEOUT : COMMAND_TIMEOUT)
  const answer = await send(address, request, options.signal, timeout, options.quiet)
  return answer as Output<N>
}

/** Is a person at this page: has it just been opened, or touched a moment ago? Pages in the background ask by themselves. */
const isByHand = () =>
  document.visibilityState === 'visible' && (performance.now() < 5_000 || navigator.userActivation?.isActive === true)

/** Asks the program that has no school yet: whether it waits for one, whether the code is right, to open it. */
export async function firstStart(what: 'isOpen' | 'check' | 'open', input?: object): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-zvonok': '1' }
  const request = input ? { method: 'POST', body: JSON.stringify(input), headers } : { method: 'GET' }
  await send(`/api/firstStart.${what}`, request, undefined, COMMAND_TIMEOUT, true)
}

/** Sends a file; its name travels in the address, its bytes as the body. */
export async function upload(
  file: File,
  signal?: AbortSignal,
): Promise<{ fileId: string; name: string; size: number; mediaType: string }> {
  const headers = { 'content-type': file.type || 'application/octet-stream', 'x-zvonok': '1', 'x-operation-id': newOperationId() }
  const address = `/api/files?name=${encodeURIComponent(file.name)}`
  return (await send(address, { method: 'POST', body: file, headers }, signal, 5 * 60_000)) as Awaited<ReturnType<typeof upload>>
}

/** Sends a list out of a spreadsheet, to be read and proved. */
export async function uploadList(file: File): Promise<Output<'exchange.upload'>> {
  const headers = { 'content-type': file.type || 'application/octet-stream', 'x-zvonok': '1', 'x-operation-id': newOperationId() }
  const address = `/api/sheets?name=${encodeURIComponent(file.name)}`
  return (await send(address, { method: 'POST', body: file, headers }, undefined, 5 * 60_000)) as Output<'exchange.upload'>
}

/** Tells the server that somebody is at the keyboard though nothing is being asked: the session does not fall asleep. */
export async function keepAwake(): Promise<void> {
  await send('/api/access.awake', { method: 'GET' }, undefined, QUERY_TIMEOUT)
}

type Watcher = (problem: Problem) => void
const watchers = new Set<Watcher>()

/** Tells of every refusal the server gives, for those that concern the whole page: signed out, locked, password to be changed. */
export function watchProblems(watcher: Watcher): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

let signIns = 0

/** From now on nobody hears that an earlier session is over. */
export const signedInAnew = (): void => {
  signIns++
}

/** Says a refusal to the whole page. */
export function tellOf(problem: Problem): void {
  for (const watcher of watchers) watcher(problem)
}

async function send(
  address: string,
  request: RequestInit,
  signal: AbortSignal | undefined,
  timeout: number,
  quiet = false,
): Promise<unknown> {
  const asked = signIns
  const stop = new AbortController()
  const abort = () => stop.abort(signal?.reason)
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()
  const timer = setTimeout(() => stop.abort(), timeout)
  try {
    const response = await fetch(address, { ...request, signal: stop.signal, credentials: 'same-origin' })
    // The body counts too: a connection that dies halfway is no answer.
    const body = await response.text()
    if (response.ok) return JSON.parse(body)
    const problem = readProblem(response.status, response.headers.get('content-type') ?? '', body, refusalText)
    if (!quiet && (asked === signIns || problem.code !== 'access.signedOut')) tellOf(problem)
    throw problem
  } catch (error) {
    if (error instanceof Problem) throw error
    if (signal?.aborted) throw signal.reason
    throw new Offline()
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

function searchOf(input: object): string {
  const search = new URLSearchParams()
  for (const [field, value] of Object.entries(input)) if (value !== undefined && value !== null) search.set(field, String(value))
  return String(search) ? `?${search}` : ''
}
