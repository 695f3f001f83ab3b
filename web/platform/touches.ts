const STAMP = 'zvonok.activity'

/** The last touch of the journal in any tab of this device, or null. */
export function touchedAt(): number | null {
  const stamp = localStorage.getItem(STAMP)
  return stamp === null ? null : Number(stamp)
}

/** Notes a touch, at most every ten seconds: it is a write to the disk. */
export function touch(now = Date.now()): void {
  if (now - (touchedAt() ?? 0) > 10_000) localStorage.setItem(STAMP, String(now))
}
