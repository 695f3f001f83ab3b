import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const texts = new Map<string, string>()

/** Files of the project by patterns, tests left out unless asked for; paths from the root, with forward slashes. */
export const sources = (patterns: string | string[], { tests = false } = {}): string[] =>
  globSync(patterns, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => tests || !/\.test\.tsx?$/.test(file))
    .sort()

export function textOf(file: string): string {
  if (!texts.has(file)) texts.set(file, readFileSync(join(root, file), 'utf8'))
  return texts.get(file)!
}

/** The code without its comments: those of TypeScript, and those of SQL inside it. */
export const codeOf = (file: string): string =>
  textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1')

export type Import = { target: string; type: boolean; root: boolean }

/** What a file imports from itself outwards; relative paths made whole («./commands.ts» → «#server/marks/commands.ts»). */
export function importsOf(file: string): Import[] {
  const found = textOf(file).matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  )
  return [...found].map(([, type, still, dynamic]) => {
    const named = (still ?? dynamic)!
    const target = named.startsWith('.') ? `#${join(file, '..', named).replaceAll('\\', '/')}` : named
    return { target, type: type !== undefined, root: /^#(domain|server|web)\/[^/]+$/.test(target) }
  })
}

export const moduleOf = (path: string): string | null => /^#?(?:domain|server|web)\/([^/]+)\//.exec(path)?.[1] ?? null
