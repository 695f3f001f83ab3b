import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type SchoolMeasure, schoolMeasures } from './measures.ts'
import { type PurposeKey, purposeKeys } from './purposes.ts'

export type Transfer = 'unsaid' | 'none' | 'some'
export type Note = { basis: string; kept: string; transfer: Transfer; transferredTo: string }
export type OwnPurpose = Note & { name: string; whose: string; data: string; access: string; archived: boolean }
export type Done = { on: PlainDate | null; act: string; answers: string }
export type Operator = {
  hostingAddress: string
  hostingOwner: string
  responsible: string
  orderNumber: string
  orderDate: PlainDate | null
  /** Уровень защищённости: 4 is УЗ-4. */
  level: number | null
  levelAct: string
  noticeNumber: string
  noticeDate: PlainDate | null
}

export const emptyNote: Note = { basis: '', kept: '', transfer: 'unsaid', transferredTo: '' }
export const emptyDone: Done = { on: null, act: '', answers: '' }
export const emptyOperator: Operator = {
  hostingAddress: '', hostingOwner: '', responsible: '', orderNumber: '', orderDate: null, level: null, levelAct: '', noticeNumber: '', noticeDate: null,
} // biome-ignore format: one glance

/** Who gives data away says to whom. Refusal: processing.transferUnnamed. */
export const whyTransferIsWrong = ({ transfer, transferredTo }: Pick<Note, 'transfer' | 'transferredTo'>): Refusal | null =>
  transfer === 'some' && transferredTo.trim() === '' ? new Refusal('processing.transferUnnamed') : null

/** A measure is done on a day that has come. Refusal: processing.inFuture. */
export const whyDoneIsWrong = ({ on }: Done, today: PlainDate): Refusal | null =>
  on !== null && on > today ? new Refusal('processing.inFuture') : null

export type Register = {
  operator: Operator
  notes: readonly (Note & { purpose: PurposeKey })[]
  own: readonly OwnPurpose[]
  measures: readonly (Done & { measure: SchoolMeasure })[]
  consents: readonly string[]
}

export type Missing =
  | { kind: 'hostingAddress' | 'hostingOwner' | 'responsible' | 'order' | 'level' | 'notice' | 'contactsConsent' }
  | { kind: 'transfer'; purposes: PurposeKey[] }
  | { kind: 'own'; names: string[] }
  | { kind: 'measures'; measures: SchoolMeasure[] }

/**
 * What the register still lacks before it can be shown to an inspection, the gravest first. `keepsContacts`: some kind of contacts is
 * switched on; then a consent is their basis, and one must be collected. A purpose of the school's own lacks something without its basis, its
 * data, its term or what becomes of them.
 */
export function missingOf({ operator, notes, own, measures, consents }: Register, keepsContacts: boolean): Missing[] {
  const unsaid = purposeKeys.filter(
    (key) =>
      (key !== 'contacts' || keepsContacts) && (notes.find(({ purpose }) => purpose === key)?.transfer ?? 'unsaid') === 'unsaid',
  )
  const thin = own.filter(
    (one) => !one.archived && (!one.basis || !one.data || !one.kept || !one.access || one.transfer === 'unsaid'),
  )
  const undone = schoolMeasures.filter((key) => !measures.some(({ measure, on }) => measure === key && on !== null))
  const all: [boolean, Missing][] = [
    [operator.hostingAddress === '', { kind: 'hostingAddress' }],
    [operator.hostingOwner === '', { kind: 'hostingOwner' }],
    [operator.responsible === '', { kind: 'responsible' }],
    [operator.responsible !== '' && (operator.orderNumber === '' || operator.orderDate === null), { kind: 'order' }],
    [operator.level === null, { kind: 'level' }],
    [operator.noticeNumber === '', { kind: 'notice' }],
    [keepsContacts && consents.length === 0, { kind: 'contactsConsent' }],
    [unsaid.length > 0, { kind: 'transfer', purposes: unsaid }],
    [thin.length > 0, { kind: 'own', names: thin.map(({ name }) => name) }],
    [undone.length > 0, { kind: 'measures', measures: undone }],
  ]
  return all.filter(([lacks]) => lacks).map(([, missing]) => missing)
}
