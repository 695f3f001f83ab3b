import type { Finding } from '#domain/audit/rules.ts'

const MOST = 100

/** What a verification has found: the first hundred of each kind named, the rest counted. */
export class Findings {
  private readonly found: Finding[] = []
  private readonly counts = new Map<Finding['kind'], number>()

  add(finding: Finding): void {
    const count = (this.counts.get(finding.kind) ?? 0) + 1
    this.counts.set(finding.kind, count)
    if (count <= MOST) this.found.push(finding)
  }

  list(): Finding[] {
    const more = [...this.counts].filter(([, count]) => count > MOST).map(([kind, count]) => ({ kind, more: count - MOST }))
    return [...this.found, ...more]
  }
}
