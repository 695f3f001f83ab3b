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

/** Is the address inside the section? The longest matching section wins: «/diary/marks» is not «/diary». */
export function currentOf(items: readonly NavigationItem[], path: string): string | null {
  const inside = items.filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
  return inside.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? null
}
