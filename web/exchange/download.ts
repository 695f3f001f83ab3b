/** Gives the person a file that is at hand already. */
export function download(name: string, mediaType: string, content: Uint8Array<ArrayBuffer> | string): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Bytes that travelled as base64. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

/** Lists as a file of JSON, laid out so that a person can read it. */
export const downloadJson = (name: string, lists: object): void =>
  download(`${name}.json`, 'application/json', `${JSON.stringify(lists, null, 2)}\n`)
