import { refusalText } from '#domain/texts.ts'
import { Offline, tellOf } from './client.ts'
import { readProblem } from './readProblem.ts'

const PATIENCE = 3 * 60_000

/**
 * Has a file made of what is sent and saves it under the name the server gives it. Throws Problem when the server answered no, Offline
 * when it did not answer.
 */
export async function download(address: string, input: object): Promise<void> {
  const request = {
    method: 'POST',
    body: JSON.stringify(input),
    headers: { 'content-type': 'application/json', 'x-zvonok': '1' },
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PATIENCE),
  } as const
  const silent = () => {
    throw new Offline()
  }
  const answer = await fetch(address, request).catch(silent)
  if (!answer.ok) {
    const body = await answer.text().catch(silent)
    const problem = readProblem(answer.status, answer.headers.get('content-type') ?? '', body, refusalText)
    tellOf(problem)
    throw problem
  }
  save(await answer.blob().catch(silent), nameIn(answer.headers.get('content-disposition') ?? ''))
}

const nameIn = (disposition: string) => decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? '')

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000) // a browser may begin to read it only after a question to the person
}
