import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { markdownOf } from '../bench/markdown.ts'

const root = join(import.meta.dirname, '..')
const { rows } = JSON.parse(readFileSync(join(root, 'bench/latest.json'), 'utf8'))
const between = /(?<=<!-- bench -->\n)[\s\S]*?(?=\n<!-- \/bench -->)/

for (const [file, language] of [
  ['README.md', 'en'],
  ['README.ru.md', 'ru'],
] as const) {
  test(`${file} shows the figures that were measured last (UPDATE=1 prints them)`, () => {
    const path = join(root, file)
    const text = readFileSync(path, 'utf8')
    const table = markdownOf(rows, language)
    if (process.env.UPDATE) writeFileSync(path, text.replace(between, table))
    else assert.equal(text.match(between)?.[0], table)
  })
}
