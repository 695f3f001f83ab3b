import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** Where the pages of injected requests are. */
export const ORIGIN = 'http://localhost:80'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/** A passkey in software: makes itself known, and signs what it is asked to. */
export function newAuthenticator({ origin = ORIGIN, rpId = 'localhost' } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(16)
  let counter = 0
  const { x, y } = publicKey.export({ format: 'jwk' })
  const dataOf = (flags: number, rest: Buffer = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5)
    head.writeUInt8(flags, 0)
    head.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(rpId), head, rest])
  }
  const id = credentialId.toString('base64url')
  return {
    /** The answer to the options of a registration. */
    registers(options: string): string {
      const { challenge } = JSON.parse(options) as { challenge: string }
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Uint8Array.from(Buffer.from(x!, 'base64url'))],
          [-3, Uint8Array.from(Buffer.from(y!, 'base64url'))],
        ]),
      )
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const authData = dataOf(0x45, Buffer.concat([Buffer.alloc(16), length, credentialId, Buffer.from(key)]))
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, string>>([
          ['fmt', 'none'],
          ['attStmt', new Map<string, string>()],
          ['authData', Uint8Array.from(authData)],
        ]),
      )
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
        attestationObject: Buffer.from(attestation).toString('base64url'),
      }
      return JSON.stringify({ id, rawId: id, response, clientExtensionResults: {}, type: 'public-key' })
    },
    /** The answer to the options of an authentication. */
    signs(options: string): string {
      const { challenge } = JSON.parse(options) as { challenge: string }
      counter++
      const authData = dataOf(0x05)
      const client = clientData('webauthn.get', challenge, origin)
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(client)]))
        .sign(privateKey)
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      }
      return JSON.stringify({ id, rawId: id, response, clientExtensionResults: {}, type: 'public-key' })
    },
  }
}
