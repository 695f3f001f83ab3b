import { useEffect, useState } from 'react'
import { qrPicture } from './qr.ts'

/** The pictures of the texts, each once; null until they are drawn. */
export function useQr(texts: readonly string[]): ReadonlyMap<string, string> | null {
  const [pictures, setPictures] = useState<ReadonlyMap<string, string> | null>(null)
  const key = texts.join('\n')
  useEffect(() => {
    let wanted = true
    const each = [...new Set(key.split('\n'))]
    void Promise.all(each.map(async (text) => [text, await qrPicture(text)] as const)).then(
      (drawn) => wanted && setPictures(new Map(drawn)),
    )
    return () => {
      wanted = false
    }
  }, [key])
  return pictures
}
