import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schoolMeasures } from '#domain/processing/measures.ts'
import { purposeKeys } from '#domain/processing/purposes.ts'
import { emptyNote, emptyOperator, missingOf, type Register } from '#domain/processing/rules.ts'

const complete: Register = {
  operator: {
    hostingAddress: 'г. Заречный', hostingOwner: 'школа', responsible: 'Киселёв Д. О.', orderNumber: '12', orderDate: '2026-09-01', level: 4,
    levelAct: '', noticeNumber: '66-26-000001', noticeDate: null,
  },
  notes: purposeKeys.map((purpose) => ({ ...emptyNote, purpose, transfer: 'none' })),
  own: [],
  measures: schoolMeasures.map((measure) => ({ measure, on: '2026-09-01', act: '', answers: '' })),
  consents: [],
} // biome-ignore format: one glance
const kinds = (register: Partial<Register>, contacts = false) =>
  missingOf({ ...complete, ...register }, contacts).map(({ kind }) => kind)

const cases: [string, ReturnType<typeof kinds>, string[]][] = [
  ['a complete register lacks nothing', kinds({}), []],
  ['an empty one lacks all the school has to say', kinds({ operator: emptyOperator, notes: [], measures: [] }), [
    'hostingAddress', 'hostingOwner', 'responsible', 'level', 'notice', 'transfer', 'measures',
  ]],
  ['who is responsible is appointed by an order', kinds({ operator: { ...complete.operator, orderNumber: '' } }), ['order']],
  ['contacts are kept on a consent', kinds({}, true), ['contactsConsent']],
  ['which there is', kinds({ consents: ['Телефоны родителей'] }, true), []],
  ['nobody asks to whom contacts go that nobody keeps', kinds({ notes: complete.notes.filter(({ purpose }) => purpose !== 'contacts') }), []],
  ['a purpose of the school’s own has its basis', kinds({ own: [{ ...emptyNote, name: 'Питание', whose: '', data: '', access: '', archived: false }] }), ['own']],
  ['an archived one is nobody’s worry', kinds({ own: [{ ...emptyNote, name: 'Питание', whose: '', data: '', access: '', archived: true }] }), []],
] // biome-ignore format: a table
for (const [title, told, expected] of cases) test(`${title} [R060]`, () => assert.deepEqual(told, expected))
