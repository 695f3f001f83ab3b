import { type Cell, dayFirst, isMonthFirst, textOf, tidy, wordOf } from './cells.ts'
import { type Field, fields } from './fields.ts'
import { gridOf, type Kind } from './kinds.ts'
import { classOf, joinedClass } from './learning.ts'
import * as words from './vocabulary.ts'

/** A sheet as the reader hands it over: cells of merged areas are filled, rows and columns count from 0. */
export type Sheet = {
  name: string
  hidden: boolean
  rows: Cell[][]
  hiddenRows: number[]
  formulas: string[]
  /** The list that it is, where the file says so. */
  kind?: Kind
}

/** A heading as it is remembered, and the field it stands for: '' when nobody wants the column. */
export type Mapping = Readonly<Record<string, string>>
export type Column = { index: number; heading: string; key: string; sample: string }
export type Layout = { headingRow: number; dataRow: number; columns: Column[] }

/** What one row of a list says. `under` is the heading of the part it stands in: a class, a part of the curriculum. */
export type Line = {
  sheet: string
  row: number
  cells: Readonly<Record<string, { cell: Cell; address: string }>>
  under: string
  hidden: boolean
  formula: boolean
  /** A day of it stood month first, and was turned round. */
  monthFirst: boolean
  /** `under` comes from the title over the list or from the name of its file. */
  titled: boolean
}

/** The key of a column of a grid: «over:7А» stands over hours. */
export const OVER = 'over:'
const HEADINGS_WITHIN = 40

/** «C7»; rows and columns from 0. */
export function addressOf(row: number, column: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))
  return `${letters}${String.fromCharCode(65 + (column % 26))}${row + 1}`
}

/** A heading in the form in which it is compared and remembered. */
export const headingKey = (text: string): string =>
  tidy(wordOf(text).replace(/[*\n]/g, ' ').replace(words.fullNameWord, words.FULL_NAME))

/** Which field a heading stands for by itself; '' when it is none. */
export function fieldOf(kind: Kind, heading: string): string {
  const word = headingKey(heading)
  if (word === '' || (words.rowNumber.includes(word) && kind !== 'bells')) return ''
  const own = fields[kind].find(({ label }) => headingKey(label) === word)
  const found = own ?? fields[kind].find(({ also }) => also.some((one) => headingKey(one) === word))
  if (found) return found.key
  const grid = gridOf[kind]
  if (grid === undefined) return ''
  const named = classOf(heading)
  if ('problem' in named) return ''
  return grid === 'class' || named.value.letter !== '' || words.columnOfGrade.test(word) ? OVER + named.value.name : ''
}

/**
 * Where the headings stand, and which field each is for: in the row, or two rows under a merged one, that names the most fields, within
 * the first forty rows. Without any such row it is the first with two texts in it, and the columns are nobody's. Null for an empty sheet.
 */
export function layoutOf(kind: Kind, { rows }: Sheet, known: Mapping): Layout | null {
  let best: { layout: Layout; score: number } | null = null
  for (let row = 0; row < Math.min(rows.length, HEADINGS_WITHIN); row++) {
    for (const depth of [1, 2]) {
      if (row + depth > rows.length || (depth === 2 && isTitle(rows[row]!))) continue
      const layout = readHeadings(kind, rows, row, depth, known)
      const score = scoreOf(layout)
      if (score > 0 && (best === null || score > best.score)) best = { layout, score }
    }
  }
  if (best) return best.layout
  const first = rows.findIndex((cells) => cells.filter((cell) => textOf(cell) !== '').length >= 2)
  return first < 0 ? null : readHeadings(kind, rows, first, 1, known)
}

/** One text, merged over all columns or in the first of them: it stands over a list and heads none of its columns. */
const isTitle = (cells: Cell[]): boolean => new Set(cells.map(textOf).filter(Boolean)).size < 2

/** A field counts as one, a row of classes or grades as one and a half: more than the merged heading «часов в неделю» over them. */
const scoreOf = ({ columns }: Layout): number => {
  const keys = [...new Set(columns.map(({ key }) => key).filter(Boolean))]
  const over = keys.filter((key) => key.startsWith(OVER)).length
  const named = keys.length - over
  return named === 0 ? 0 : named + (over > 1 ? 1.5 : 0) - columns.filter(({ key }) => key === '').length / 1_000
}

function readHeadings(kind: Kind, rows: Cell[][], row: number, depth: number, known: Mapping): Layout {
  const width = Math.max(...rows.slice(row, row + depth).map((cells) => cells.length))
  const taken = new Set<string>()
  const columns = Array.from({ length: width }, (_, index): Column | null => {
    const parts = rows.slice(row, row + depth).map((cells) => textOf(cells[index] ?? null))
    const [top, bottom = ''] = parts
    const said = [bottom, parts.filter((part, i) => part !== '' && parts.indexOf(part) === i).join(' '), top!].filter(Boolean)
    if (said.length === 0) return null
    const heading = depth === 1 ? top! : (said[1] ?? said[0]!)
    const remembered = known[headingKey(heading)]
    const key = remembered ?? said.map((one) => fieldOf(kind, one)).find(Boolean) ?? ''
    // A second column of one field is left to the person.
    const free = key !== '' && !taken.has(key)
    if (free) taken.add(key)
    return { index, heading, key: free ? key : '', sample: '' }
  }).filter((column) => column !== null)
  const dataRow = row + depth + (isNumbering(rows[row + depth] ?? []) ? 1 : 0)
  const sampled = columns.map((column) => ({
    ...column,
    sample: textOf(
      rows.slice(dataRow, dataRow + 20).find((cells) => textOf(cells[column.index] ?? null) !== '')?.[column.index] ?? null,
    ),
  }))
  return { headingRow: row, dataRow, columns: sampled }
}

/** «1 2 3 4» under the headings of a form. */
const isNumbering = (cells: Cell[]): boolean => {
  const said = cells.map(textOf).filter(Boolean)
  return said.length >= 3 && said.every((text, i) => text === String(i + 1))
}

export type Lines = { lines: Line[]; summaries: string[] }

/**
 * The rows of a list under its headings: without empty ones, sums, signatures and headings repeated on every printed page. A list without
 * a column for the class is of the class that its sheet, the title over it or its file is named after.
 */
export function linesOf(kind: Kind, sheet: Sheet, layout: Layout, fileName = ''): Lines {
  const headings = layout.columns.map(({ heading }) => heading).join('|')
  const used = layout.columns.filter(({ key }) => key !== '')
  const hidden = new Set(sheet.hiddenRows)
  const formulas = new Set(sheet.formulas)
  const lines: Line[] = []
  const summaries: string[] = []
  const turned = new Set(
    used
      .filter(({ index }) => isMonthFirst(sheet.rows.slice(layout.dataRow).map((cells) => cells[index] ?? null)))
      .map(({ key }) => key),
  )
  const ownName = nameOfPart(kind, sheet.name)
  const title = ownName === '' ? classOfTitle(kind, sheet, layout, fileName) : ''
  let under = ownName || title
  for (const [row, cells] of sheet.rows.entries()) {
    if (row < layout.dataRow) continue
    const said = new Set(cells.map(textOf).filter(Boolean))
    const first = textOf(cells.find((cell) => textOf(cell) !== '') ?? null)
    if (said.size === 0 || layout.columns.map(({ index }) => textOf(cells[index] ?? null)).join('|') === headings) continue
    const place = used.find(({ index }) => index === cells.findIndex((cell) => textOf(cell) !== ''))
    if (words.summary.test(wordOf(first)) || (place?.key !== 'position' && words.signature.test(wordOf(first)))) {
      summaries.push(
        addressOf(
          row,
          cells.findIndex((cell) => textOf(cell) !== ''),
        ),
      )
      continue
    }
    const part = said.size === 1 ? nameOfPart(kind, first) : ''
    if (part !== '') {
      under = part
      continue
    }
    const filled = used.filter(({ index }) => textOf(cells[index] ?? null) !== '')
    if (filled.length === 0) continue
    const cellOf = (key: string, cell: Cell): Cell => (turned.has(key) ? dayFirst(cell) : cell)
    lines.push({
      sheet: sheet.name,
      row: row + 1,
      cells: wholeCells(
        kind,
        Object.fromEntries(
          used.map(({ key, index }) => [key, { cell: cellOf(key, cells[index] ?? null), address: addressOf(row, index) }]),
        ),
        under,
      ),
      under,
      hidden: hidden.has(row) || sheet.hidden,
      formula: used.some(({ index }) => formulas.has(addressOf(row, index))),
      monthFirst: filled.some(({ key, index }) => turned.has(key) && dayFirst(cells[index]!) !== cells[index]),
      titled: title !== '' && under === title,
    })
  }
  return { lines, summaries }
}

/** Parts of a class in columns of their own are put together where the class is looked for. */
function wholeCells(kind: Kind, cells: Line['cells'], under: string): Line['cells'] {
  const whole = fields[kind].find(({ key, partOf }) => partOf !== undefined && key in cells)?.partOf
  if (whole === undefined) return cells
  const { gradeOfClass, letter, ...rest } = cells
  const own = rest[whole]?.cell ?? null
  const over = textOf(own) === '' && textOf(gradeOfClass?.cell ?? null) === '' && whole === 'class' ? under || null : own
  const cell = joinedClass(gradeOfClass?.cell ?? null, over, letter?.cell ?? null)
  return { ...rest, [whole]: { cell, address: (rest[whole] ?? gradeOfClass ?? letter)!.address } }
}

/** What a heading inside a list, or the name of a sheet, says of the rows under it: a class, or a part of the curriculum; '' for nothing. */
function nameOfPart(kind: Kind, text: string): string {
  if (kind === 'curriculum') return words.parts.find(([pattern]) => pattern.test(wordOf(text)))?.[1] ?? ''
  if (!fields[kind].some(({ key }) => key === 'class')) return ''
  const named = classOf(text)
  return 'value' in named && (named.value.letter !== '' || words.classAlone.test(wordOf(text))) ? named.value.name : ''
}

/** «Список обучающихся 7 «А» класса» over a list, or a file called «7А»: the one class that they name; '' for none or several. */
function classOfTitle(kind: Kind, { rows }: Sheet, { headingRow, columns }: Layout, fileName: string): string {
  const named = columns.some(({ key }) => key === 'class' || key === 'gradeOfClass' || key.startsWith(OVER))
  if (named || !fields[kind].some(({ key }) => key === 'class')) return ''
  // «Класс: | 7А» in two cells is one title.
  const over = rows.slice(0, headingRow).map((cells) => [...new Set(cells.map(textOf))].filter(Boolean).join(' '))
  const file = fileName.replace(/\.\w{2,5}$/, '')
  for (const said of [over, [file]]) {
    const spoken = said.flatMap((text) => [...text.matchAll(words.classInTitle)].map(([, grade, letter]) => `${grade}${letter}`))
    const whole = said.map((text) => nameOfPart(kind, text.replaceAll(':', ' '))).filter(Boolean)
    const found = new Set(
      [...spoken, ...whole].map((text) => classOf(text)).flatMap((one) => ('value' in one ? [one.value.name] : [])),
    )
    if (found.size > 0) return found.size === 1 ? [...found][0]! : ''
  }
  return ''
}

/** Fields that a list of this kind cannot do without and that no column gives: the first of each group. */
export function missingFields(kind: Kind, layout: Layout, under: boolean): Field[] {
  const keys = new Set(layout.columns.map(({ key }) => key))
  const grid = [...keys].some((key) => key.startsWith(OVER))
  const has = ({ key, need }: Field) =>
    keys.has(key) ||
    (key === 'class' && keys.has('gradeOfClass')) ||
    (typeof need === 'string' && fields[kind].some((other) => other.need === need && keys.has(other.key))) ||
    (grid && key === 'class') ||
    (under && key === 'class')
  const missing = fields[kind].filter((field) => field.need !== undefined && !has(field))
  return missing.filter(
    (field, i) => typeof field.need !== 'string' || missing.findIndex(({ need }) => need === field.need) === i,
  )
}
