/// <reference types="vite/client" />
/// <reference types="vite-plugin-pwa/client" />

/** The part of the package that we use; it brings no types. */
declare module 'qrcode' {
  const drawer: {
    toString(text: string, options: { type: 'svg'; margin: number; errorCorrectionLevel: 'L' | 'M' }): Promise<string>
  }
  export default drawer
}
