const PERIOD = 30

/** A secret for an app of codes: 160 bits, as RFC 4226 wants them. */
export async function newTotpSecret(): Promise<string> {
  const { Secret } = await import('otpauth')
  return new Secret({ size: 20 }).base32
}

/** The address that an app of codes reads from a picture: school and login tell accounts apart. */
export async function totpUri(secret: string, { issuer, login }: { issuer: string; login: string }): Promise<string> {
  const { TOTP } = await import('otpauth')
  return new TOTP({ secret, issuer, label: login, period: PERIOD }).toString()
}

/**
 * The number of the half-minute that the code belongs to, or null. A neighbour counts too: clocks of phones are wrong. A code of `after`
 * or earlier has been taken already, or was taken before by somebody who looked over a shoulder.
 */
export async function totpStep(secret: string, code: string, now: Date, after: number): Promise<number | null> {
  const { TOTP } = await import('otpauth')
  const delta = new TOTP({ secret, period: PERIOD }).validate({ token: code, timestamp: now.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1_000 / PERIOD) + delta
  return step > after ? step : null
}
