import type { MenuIcon, Screen } from '#web/platform/screens.ts'
import type { Me } from '#web/platform/sessionState.ts'

export type NavigationItem = { href: string; label: string; short: string; icon: MenuIcon }

/** The lines of the navigation for this person, in order. A screen that needs a parameter cannot be a line. */
export function navigationOf(screens: readonly Screen[], me: Me): NavigationItem[] {
  return screens
    .filter((screen) => screen.menu && !screen.path.includes(':') && screen.allowed(me))
    .sort((a, b) => a.menu!.order - b.menu!.order)
    .map(({ path, menu }) => ({ href: path, label: menu!.label, short: menu!.short ?? menu!.label, icon: menu!.icon }))
}

const ID_IN_PATH = /\/[0-9a-f-]{36}(?=\/|$)/

/**
 * Is the address inside the section? The longest matching section wins: «/diary/marks» is not «/diary». An id on the way does not count:
 * «/diary/<student>/marks» is «/diary/marks».
 */
export function currentOf(items: readonly NavigationItem[], address: string): string | null {
  const path = address.replace(ID_IN_PATH, '').replace(/^\/journal(?=\/|$)/, '/journals') // an open journal is one of the list
  const inside = items.filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
  return inside.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? null
}
