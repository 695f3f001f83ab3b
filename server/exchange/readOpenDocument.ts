import type { Cell } from '#domain/exchange/cells.ts'
import { MOST_COLUMNS, MOST_ROWS } from '#domain/exchange/kinds.ts'
import { addressOf, type Sheet } from '#domain/exchange/sheet.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { fillMerged, LONGEST_CELL, type Merge } from './merged.ts'
import { walkXml } from './xml.ts'

type Attributes = Readonly<Record<string, string>>
type Row = { cells: Cell[]; column: number; times: number; hidden: boolean; formulas: number[] }
type Reading = Sheet & { merges: Merge[]; empty: number; linked: boolean }

/** What a cell may hold besides what it says: remarks, drawings, events. */
const beside = /^(office:annotation|draw:|table:shapes|office:event-listeners|table:detective)/

const times = (said: string | undefined): number => {
  const value = Number(said ?? 1)
  return Number.isInteger(value) && value > 0 ? value : 1
}

/**
 * The sheets of an OpenDocument spreadsheet, of its `content.xml`. Repeated empty rows and cells, with which offices fill a sheet to its far
 * corner, cost nothing; a cell beyond the bounds is left out, and a list that goes on beyond them is refused. Sheets of other files that
 * the document remembers are not read. Refusals: exchange.tooManyRows, exchange.tooManyColumns, exchange.broken.
 */
export function sheetsOfOpenDocument(xml: string): Sheet[] {
  const sheets: Reading[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  let depth = 0 // of tables: one inside another is part of a cell
  let aside = 0 // of elements that do not belong to what a cell says
  let total = 0
  let sheet: Reading | null = null
  let row: Row | null = null
  let cell: { attributes: Attributes; covered: boolean; text: string } | null = null

  const say = (text: string) => {
    if (cell && cell.text.length <= LONGEST_CELL) cell.text += text.slice(0, LONGEST_CELL)
  }
  const endCell = (own: Row, { attributes, covered, text }: NonNullable<typeof cell>) => {
    const value = covered ? null : cellOf(attributes, text)
    const repeated = times(attributes['table:number-columns-repeated'])
    if (value !== null) {
      const [across, down] = [times(attributes['table:number-columns-spanned']), times(attributes['table:number-rows-spanned'])]
      const at = sheet!.rows.length + sheet!.empty
      if (across > 1 || down > 1)
        sheet!.merges.push({ startRow: at, startCol: own.column, endRow: at + down - 1, endCol: own.column + across - 1 })
      while (own.cells.length < Math.min(own.column, MOST_COLUMNS + 1)) own.cells.push(null)
      for (let i = 0; i < repeated && own.cells.length <= MOST_COLUMNS; i++) {
        if (attributes['table:formula'] !== undefined) own.formulas.push(own.cells.length)
        own.cells.push(value)
      }
    }
    own.column += repeated
  }
  const endRow = (own: Reading, { cells, times: repeated, hidden, formulas }: Row) => {
    if (cells.length === 0) {
      own.empty += repeated
      return
    }
    if (cells.length > MOST_COLUMNS) throw new Refusal('exchange.tooManyColumns')
    if (own.rows.length + own.empty > MOST_ROWS) return // a far corner
    total += own.empty + repeated
    if (total > MOST_ROWS) throw new Refusal('exchange.tooManyRows')
    for (; own.empty > 0; own.empty--) own.rows.push([])
    for (let i = 0; i < repeated; i++) {
      if (hidden) own.hiddenRows.push(own.rows.length)
      for (const column of formulas) own.formulas.push(addressOf(own.rows.length, column))
      own.rows.push([...cells])
    }
  }

  const whole = walkXml(xml, {
    open(name, attributes) {
      if (aside > 0 || (cell && beside.test(name))) {
        aside += 1
      } else if (name === 'style:style') {
        style = attributes()['style:name'] ?? ''
      } else if (name === 'style:table-properties') {
        if (attributes()['table:display'] === 'false') hiddenStyles.add(style)
      } else if (name === 'table:table') {
        depth += 1
        if (depth > 1) return
        const { 'table:name': title = '', 'table:style-name': own = '' } = attributes()
        const hidden = hiddenStyles.has(own)
        sheet = { name: title.slice(0, 60), hidden, rows: [], hiddenRows: [], formulas: [], merges: [], empty: 0, linked: false }
      } else if (depth !== 1 || !sheet) {
        return
      } else if (name === 'table:table-source') {
        sheet.linked = true
      } else if (name === 'table:table-row') {
        const own = attributes()
        const hidden = ['collapse', 'filter'].includes(own['table:visibility'] ?? '')
        row = { cells: [], column: 0, times: times(own['table:number-rows-repeated']), hidden, formulas: [] }
      } else if (row && (name === 'table:table-cell' || name === 'table:covered-table-cell')) {
        cell = { attributes: attributes(), covered: name === 'table:covered-table-cell', text: '' }
      } else if (cell && name === 'text:p' && cell.text !== '') {
        say('\n')
      } else if (cell && name === 'text:s') {
        say(' '.repeat(Math.min(times(attributes()['text:c']), LONGEST_CELL)))
      } else if (cell && (name === 'text:tab' || name === 'text:line-break')) {
        say('\n')
      }
    },
    close(name) {
      if (aside > 0) {
        aside -= 1
      } else if (name === 'table:table') {
        depth -= 1
        if (depth > 0 || !sheet) return
        if (!sheet.linked) sheets.push(sheet)
        sheet = null
      } else if (depth === 1 && name === 'table:table-row' && sheet && row) {
        endRow(sheet, row)
        row = null
      } else if (depth === 1 && row && cell && (name === 'table:table-cell' || name === 'table:covered-table-cell')) {
        endCell(row, cell)
        cell = null
      }
    },
    text(text) {
      // Line breaks between paragraphs are the writer's, not the person's.
      if (aside === 0 && depth === 1 && cell && text.trim() !== '') say(text)
      else if (aside === 0 && depth === 1 && cell && cell.text !== '' && !text.includes('\n')) say(text)
    },
  })
  if (!whole) throw new Refusal('exchange.broken')
  return sheets.map(({ merges, empty: _, linked: __, ...read }) => {
    fillMerged(read.rows, merges)
    return read
  })
}

/** «PT08H30M00S» as a time of the day. */
const timeOf = (said: string): Cell => {
  const parts = /^PT(\d{1,2})H(\d{1,2})M/.exec(said)
  return parts && Number(parts[1]) < 24 ? { at: `1899-12-30T${parts[1]!.padStart(2, '0')}:${parts[2]!.padStart(2, '0')}` } : null
}

/** What the cell holds, by its kind; a formula says what its office computed last. */
function cellOf(attributes: Attributes, text: string): Cell {
  const said = text.trim() === '' ? null : text.slice(0, LONGEST_CELL)
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const value = Number(attributes['office:value'])
      return attributes['office:value'] !== undefined && Number.isFinite(value) ? value : said
    }
    case 'boolean':
      return attributes['office:boolean-value'] === 'true'
    case 'date': {
      const at = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(attributes['office:date-value'] ?? '')
      return at ? { at: `${at[1]}T${at[2] ?? '00:00'}` } : said
    }
    case 'time':
      return timeOf(attributes['office:time-value'] ?? '') ?? said
    default:
      return said ?? (attributes['office:string-value']?.slice(0, LONGEST_CELL) || null)
  }
}
