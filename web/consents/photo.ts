/** A side of a page this long is read without a glass, and printed. */
const SIDE = 2200
/** A photograph smaller than this travels as it is. */
const SMALL = 1.5 * 1024 * 1024

/** A photograph of a page in the size that a page needs: what a phone makes is several times as large. Anything else as it is. */
export async function pageSized(file: File): Promise<File> {
  if (!/^image\/(jpeg|png)$/.test(file.type) || file.size < SMALL) return file
  const picture = await createImageBitmap(file).catch(() => null) // no picture after all: the server will say so
  if (!picture) return file
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const bytes = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  return bytes && bytes.size < file.size ? new File([bytes], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file
}
