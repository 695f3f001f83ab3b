import * as texts from './texts.ru.ts'

/** The scan of a signed blank, to be taken from the server. */
export function Scan({ fileId, name }: { fileId: string; name: string }) {
  return (
    <a href={`/api/files/${fileId}`} download aria-label={texts.scanOf(name)}>
      {texts.scan}
    </a>
  )
}
