/** Repeats a line at the foot of every sheet; answers how to take it off. */
export function footEverySheet(line: string): () => void {
  const sheet = sheetWith(line)
  if (!sheet) return () => {}
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}

/** Does this browser repeat a line on every sheet? In others it stands at the end of the last one. */
export function repeatsFoot(): boolean {
  const [page] = [...(sheetWith('')?.cssRules ?? [])] as { cssRules?: CSSRuleList }[]
  return (page?.cssRules?.length ?? 0) > 0
}

function sheetWith(line: string): CSSStyleSheet | null {
  if (!('adoptedStyleSheets' in document) || !('replaceSync' in CSSStyleSheet.prototype)) return null
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `@page { margin-bottom: 14mm; @bottom-left { content: ${quoted(line)}; font: 7.5pt sans-serif; color: #444; white-space: nowrap } }`,
  )
  return sheet
}

/** Nothing that a name may hold ends the string of a style. */
const quoted = (text: string) => `"${text.replaceAll(/[^\p{L}\p{N} .,:;№–—()«»-]/gu, ' ')}"`
