import { randomUUIDv7 } from 'node:crypto'
import type { Input, OperationName } from '#domain/operations.ts'
import { emptyDone, emptyNote, emptyOperator } from '#domain/processing/rules.ts'
import type { Sample } from './samples.ts'

export const ownPurpose: Input<'processing.setPurpose'>['purpose'] = {
  name: 'Питание в столовой',
  basis: '273-ФЗ, ст. 37',
  whose: 'ученики',
  data: 'фамилия, имя, класс, льгота',
  access: 'ответственный за питание',
  kept: 'учебный год',
  transfer: 'some',
  transferredTo: 'ООО «Школьное питание», договор № 5',
  archived: false,
}
const operator = { ...emptyOperator, hostingAddress: 'г. Заречный, ул. Мира, 7', hostingOwner: 'школа' }
const note = { ...emptyNote, transfer: 'none' } as const
const done = { on: '2026-09-01', act: 'приказ № 12 от 01.09.2026', answers: 'Киселёв Д. О.' }

const strangers = ['ivanova', 'sokolova', 'petya', 'petrova'] as const
const notWriters = [...strangers, 'belova'] as const

export const processingSamples: { readonly [N in Extract<OperationName, `processing.${string}`>]: Sample<N> } = {
  'processing.register': { by: 'kiselev', strangers, input: () => ({}) },
  'processing.setOperator': { by: 'kiselev', strangers: notWriters, input: () => ({ operator, expected: emptyOperator }) },
  'processing.setNote': {
    by: 'kiselev',
    strangers: notWriters,
    input: () => ({ purpose: 'learning', note, expected: emptyNote }),
  },
  'processing.setPurpose': {
    by: 'kiselev',
    strangers: notWriters,
    input: () => ({ purposeId: randomUUIDv7(), purpose: { ...ownPurpose, name: `Питание ${randomUUIDv7()}` }, expected: null }),
  },
  'processing.setMeasure': {
    by: 'kiselev',
    strangers: notWriters,
    input: () => ({ measure: 'antivirus', done, expected: emptyDone }),
  },
  'processing.mine': { by: 'petrova', strangers: [], input: () => ({}) },
}
