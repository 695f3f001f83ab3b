/** One JSON line an event, on standard error: a moment, what happened, its numbers. Never names of people, never what they typed. */
export function log(event: string, details: Record<string, string | number | boolean | null> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`)
}
