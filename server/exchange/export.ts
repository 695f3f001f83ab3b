import { fields } from '#domain/exchange/fields.ts'
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
    const columns = fields[kind].filter(({ key }) => rows.length === 0 || key in rows[0]!)
    const { mediaType, content } = await fileOf(format, kindNames[kind], columns, rows)
    return { name: `${fileNameOf(kind)} ${today}.${format}`, mediaType, rows: rows.length, content }
  },
  announce: () => [],
})
