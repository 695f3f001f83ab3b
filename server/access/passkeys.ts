import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

export type Passkey = { id: string; credential_id: string; public_key: Buffer; sign_count: number }

const hostOf = (origin: string): string => new URL(origin).hostname

/** What a browser needs to make a passkey, as JSON. */
export async function registrationOptions(of: {
  origin: string
  product: string
  login: string
  personName: string
  challenge: string
  known: readonly string[]
}): Promise<string> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const options = await generateRegistrationOptions({
    rpName: of.product,
    rpID: hostOf(of.origin),
    userName: of.login,
    userDisplayName: of.personName,
    challenge: Uint8Array.from(Buffer.from(of.challenge, 'base64url')),
    attestationType: 'none',
    excludeCredentials: of.known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  })
  return JSON.stringify(options)
}

/** What a browser needs to be asked for one of the passkeys, as JSON. */
export async function authenticationOptions(origin: string, challenge: string, passkeys: readonly Passkey[]): Promise<string> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({
    rpID: hostOf(origin),
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    allowCredentials: passkeys.map((passkey) => ({ id: passkey.credential_id })),
    userVerification: 'preferred',
  })
  return JSON.stringify(options)
}

/** The new passkey in the browser's answer, or null: for another page, another challenge, or none at all. */
export async function madePasskey(
  origin: string,
  challenge: string,
  answer: string,
): Promise<{ id: string; publicKey: Buffer; counter: number } | null> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: JSON.parse(answer) as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      requireUserVerification: false,
    })
    if (!verified) return null
    const { id, publicKey, counter } = registrationInfo.credential
    return { id, publicKey: Buffer.from(publicKey), counter }
  } catch {
    return null // whatever is wrong with what a browser sent, it is not a passkey
  }
}

/** The passkey that signed the challenge with its new counter, or null. */
export async function provenPasskey(
  origin: string,
  challenge: string,
  answer: string,
  passkeys: readonly Passkey[],
): Promise<{ id: string; counter: number } | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const response = JSON.parse(answer) as AuthenticationResponseJSON
    const passkey = passkeys.find((one) => one.credential_id === response.id)
    if (!passkey) return null
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      credential: {
        id: passkey.credential_id,
        publicKey: Uint8Array.from(passkey.public_key),
        counter: passkey.sign_count,
      },
      requireUserVerification: false,
    })
    return verified ? { id: passkey.id, counter: authenticationInfo.newCounter } : null
  } catch {
    return null
  }
}
