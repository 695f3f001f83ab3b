import { createHmac, timingSafeEqual } from 'node:crypto'

/** What is proved already, for a few minutes: whose account, by which try of the password, and what a passkey is asked to sign. */
export type Ticket = { schoolId: number; accountId: string; attempt: number; expires: number; challenge: string }

/** For how long a second step may be taken, and a passkey be made. */
export const TICKET_MS = 5 * 60_000

/** A ticket that nobody can make up: signed with what only the server knows of the account, and worthless after a change of password. */
export function writeTicket(ticket: Ticket, passwordHash: string): string {
  const body = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${body}.${signatureOf(body, passwordHash)}`
}

/** What the ticket says, unproved: needed to find the account that proves it. Null when it is none. */
export function readTicket(text: string): Ticket | null {
  try {
    const ticket = JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString()) as Ticket
    const right =
      Number.isInteger(ticket.schoolId) &&
      ticket.schoolId > 0 &&
      ticket.schoolId < 2 ** 31 &&
      /^[0-9a-f-]{36}$/.test(ticket.accountId) &&
      Number.isInteger(ticket.attempt)
    return right ? ticket : null
  } catch {
    return null
  }
}

/** Did the server write it, for this account, and not too long ago? */
export function isGenuine(text: string, passwordHash: string, now: Date): boolean {
  const [body = '', signature = ''] = text.split('.')
  const wanted = Buffer.from(signatureOf(body, passwordHash))
  const given = Buffer.from(signature)
  return wanted.length === given.length && timingSafeEqual(wanted, given) && (readTicket(text)?.expires ?? 0) > now.getTime()
}

const signatureOf = (body: string, passwordHash: string): string =>
  createHmac('sha256', passwordHash).update(`ticket ${body}`).digest('base64url')
