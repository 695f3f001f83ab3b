/** Can this browser make and use passkeys, on this address? */
export const knowsPasskeys = (): boolean => window.isSecureContext && typeof window.PublicKeyCredential === 'function'

/** What a passkey signs for the options of the server, as JSON; null when the person thought better of it. */
export async function answerOfPasskey(options: string): Promise<string | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  try {
    return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(options) }))
  } catch {
    return null // the browser's own window has told why
  }
}

/** The passkey that the browser makes by the options of the server, as JSON; null when the person thought better of it. */
export async function makePasskey(options: string): Promise<string | null> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  try {
    return JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(options) }))
  } catch {
    return null
  }
}
