/** The address of a picture with the text as a QR code. The library comes only to who needs it. */
export async function qrPicture(text: string): Promise<string> {
  const { default: drawer } = await import('qrcode')
  const svg = await drawer.toString(text, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}
