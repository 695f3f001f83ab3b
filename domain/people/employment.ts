/** Hundredths of a full post as people write them: «0,5», «1», «1,33»; null for what is none, or more than three posts. */
export function rateOf(text: string): number | null {
  const [, whole, part = ''] = /^(\d)(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? []
  if (whole === undefined) return null
  const rate = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return rate >= 1 && rate <= 300 ? rate : null
}

/** «0,5», «1», «1,33». */
export const rateText = (rate: number): string => String(rate / 100).replace('.', ',')
