import { wholeFields } from '#domain/exchange/fields.ts'
import { JSON_FORMAT, JSON_VERSION, jsonRow } from '#domain/exchange/json.ts'
import { kinds as allKinds } from '#domain/exchange/kinds.ts'
import { rowsOut } from '#domain/exchange/rowsOut.ts'
import { fileNameOf } from '#domain/exchange/sheet.texts.ru.ts'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import { theSchool } from '#server/access/subjects.ts'
import { implement } from '#server/platform/execute.ts'
import { fileOf } from './sheetOut.ts'
import { stateOf } from './state.ts'

export const exportCommand = implement('exchange.export', {
  load: theSchool,
  prepare: (tx, _input, { today }) => stateOf(tx, today),
  run: async ({ found: state, today }, { kind, format }) => {
    const rows = rowsOut[kind](state)
    // Names in parts are for files that have them so: what is taken out has them in one column.
    const columns = wholeFields(kind).filter(({ key }) => rows.length === 0 || key in rows[0]!)
    const { mediaType, content } = await fileOf(format, kindNames[kind], columns, rows)
    return { name: `${fileNameOf(kind)} ${today}.${format}`, mediaType, rows: rows.length, content }
  },
  announce: () => [],
})

export const exportJsonCommand = implement('exchange.exportJson', {
  load: theSchool,
  prepare: (tx, _input, { today }) => stateOf(tx, today),
  run: async ({ found: state, school, today }, { kinds }) => {
    const chosen = allKinds.filter((kind) => kinds.length === 0 || kinds.includes(kind))
    const lists = Object.fromEntries(chosen.map((kind) => [kind, rowsOut[kind](state).map(jsonRow)]))
    const manifest = chosen.map((kind) => ({ kind, rows: lists[kind]!.length }))
    return {
      format: JSON_FORMAT,
      version: JSON_VERSION,
      school: school.name,
      year: state.year.name,
      takenOn: today,
      manifest,
      lists,
    }
  },
  announce: () => [],
})
