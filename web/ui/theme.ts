/** What the person chose; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark'

const KEY = 'zvonok.theme'

/** The theme chosen on this device. */
export function themeNow(): Theme {
  const chosen = localStorage.getItem(KEY)
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

/** Chooses the theme; public/theme.js, which also runs before the first paint, puts it on the page. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, theme)
  window.dispatchEvent(new Event('zvonok:theme'))
}

/** The theme on the page now. */
export const themeShown = (): 'light' | 'dark' => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light')

/** Calls back when the page turns to another theme, whoever turned it. */
export function subscribeTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
