/** The class of the tint for what is written in a cell: by the lowest value, «5/3» is as a three; letters have no colour of their own. */
export function tintOf(text: string): 'v5' | 'v4' | 'v3' | 'v2' | 'v0' {
  const written = text.toLowerCase()
  if (/нз|незач/.test(written)) return 'v2'
  if (written.includes('зач')) return 'v5'
  const lowest = Math.min(...(written.match(/[1-5]/g) ?? []).map(Number))
  if (lowest === 5) return 'v5'
  if (lowest === 4) return 'v4'
  if (lowest === 3) return 'v3'
  return lowest <= 2 ? 'v2' : 'v0'
}
