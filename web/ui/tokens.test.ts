import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light, dark] = css.split('[data-theme="dark"]') as [string, string]
const tokensOf = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]))
const themes = { light: tokensOf(light), dark: { ...tokensOf(light), ...tokensOf(dark) } }

/** Ink on ground, and the contrast it needs: 4.5 for text, 3 for the edges of controls (WCAG 1.4.3, 1.4.11). */
const pairs: [ink: string, grounds: string[], least: number][] = [
  ['ink', ['ground', 'surface', 'sunken', 'hover', 'accent-soft'], 7],
  ['ink-soft', ['ground', 'surface', 'sunken', 'hover', 'accent-soft'], 4.5],
  ['accent', ['ground', 'surface', 'sunken', 'hover', 'accent-soft'], 4.5],
  ['ink-on-fill', ['accent-fill', 'accent-fill-hover', 'bad-fill', 'bad-fill-hover'], 4.5],
  ['bad', ['ground', 'surface', 'sunken', 'bad-soft'], 4.5],
  ['good', ['ground', 'surface', 'sunken', 'good-soft'], 4.5],
  ['note', ['ground', 'surface', 'sunken', 'hover', 'note-soft'], 4.5],
  ...['v5', 'v4', 'v3', 'v2', 'v0'].map((tint): [string, string[], number] => [`${tint}-fg`, [`${tint}-bg`], 4.5]),
  ['control-line', ['surface', 'ground'], 3],
  ['focus', ['ground', 'surface', 'sunken', 'accent-soft'], 3],
]

for (const [theme, tokens] of Object.entries(themes)) {
  test(`every ink is readable on its grounds: ${theme}`, () => {
    for (const [ink, grounds, least] of pairs) {
      for (const ground of grounds) {
        const reached = contrast(tokens[ink]!, tokens[ground]!)
        assert.ok(reached >= least, `--${ink} on --${ground}: ${reached.toFixed(2)} < ${least}`)
      }
    }
  })
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
