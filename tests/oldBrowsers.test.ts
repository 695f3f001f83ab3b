import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')

/** Newer than Chrome 109, Firefox 115 and Safari 16.0, and not among what web/oldBrowsers.ts brings. */
const newer: readonly [string, RegExp][] = [
  ['Array.prototype.toSpliced', /\.toSpliced\(/],
  ['Array.prototype.with', /\]\.with\(|\)\.with\(/],
  ['Array.fromAsync', /Array\.fromAsync/],
  ['Object.groupBy', /Object\.groupBy/],
  ['Promise.withResolvers', /Promise\.withResolvers/],
  ['Promise.try', /Promise\.try/],
  ['methods of Set', /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/],
  [
    'helpers of iterators',
    /(?<!Object)\.(values|keys|entries|matchAll)\([^()]*\)\s*\.(map|filter|some|every|find|reduce|take|drop|flatMap|toArray)\(/,
  ],
  ['AbortSignal.any', /AbortSignal\.any/],
  ['RegExp lookbehind', /\(\?<[=!]/],
  ['RegExp flag v', /\/[dgimsuy]*v[dgimsuy]*\.(test|exec)\(/],
  ['URL.parse', /URL\.(parse|canParse)\(/],
  ['popover', /showPopover|popovertarget/i],
  ['view transitions', /startViewTransition/],
]
const files = globSync(['web/**/*.{ts,tsx}', 'domain/**/*.ts'], { cwd: root }).filter(
  (file) => !/\.test\.ts$|texts\.ru\.ts$/.test(file),
)

for (const [what, pattern] of newer) {
  test(`the browsers of old computers and phones have no ${what}: nothing of the app asks for it [R025]`, () => {
    assert.deepEqual(
      files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8'))),
      [],
    )
  })
}
