import type { RefusalParams } from '#domain/platform/refusal.ts'
import { Offline, Problem } from './problem.ts'

/**
 * Reads a refusal (RFC 9457). An answer in another form comes from something between us and the server — a proxy's 502, a captive
 * portal: then the server itself has not answered, and that is Offline.
 */
export function readProblem(
  status: number,
  contentType: string,
  body: string,
  sentence: (code: string, params: RefusalParams) => string,
): Problem {
  if (!contentType.includes('json')) throw new Offline()
  const { code, params, detail } = JSON.parse(body) as { code?: unknown; params?: RefusalParams; detail?: unknown }
  if (typeof code !== 'string') throw new Offline()
  return new Problem(status, code, params ?? {}, typeof detail === 'string' && detail ? detail : sentence(code, params ?? {}))
}
