import type { AbsenceCode } from '#domain/attendance/rules.ts'
import { scaleValues } from '#domain/marks/rules.ts'

/** What a teacher means by one key, one button of the mark pad, or one line of a menu. */
export type Intent =
  | { kind: 'value'; value: number }
  | { kind: 'absence'; code: AbsenceCode }
  | { kind: 'point' }
  | { kind: 'another' }
  | { kind: 'backspace' }
  | { kind: 'clear' }

export type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>
export type Scale = 'five' | 'passFail'

/**
 * How a key is read, first answer wins:
 *
 * 1. By the sign it types. «,» and «/» always begin a second mark, «.», «*» and «•» are a point, digits are marks, and Cyrillic
 *    letters are what they say. So the physical Comma key is «б» under the Russian layout, because there it types «б», and a
 *    second mark under the Latin one, because there it types «,».
 * 2. Only for a Latin letter: by the place of the key, as if the layout had been Russian (nobody looks at the layout while
 *    marking): Y → н, E → у, J → о, G → п, C → с, P → з. B has no letter of ours on it and stands for «б», which the Comma
 *    key cannot type there; H stands for the «н» it looks like.
 *
 * | sign      | Latin key | means                          |
 * |-----------|-----------|--------------------------------|
 * | 5 4 3 2   | same      | mark (1 only if the scale has it) |
 * | з + =     | P + =     | зачёт, on the pass scale       |
 * | - −       | - −       | незачёт, on the pass scale     |
 * | н         | Y, H      | absent, nobody has said why    |
 * | б         | B         | sick                           |
 * | у         | E         | excused                        |
 * | п         | G         | unexcused («нп»)               |
 * | о         | J         | late («оп»)                    |
 * | с         | C         | exempt («осв»)                 |
 * | . * •     | same      | point: awaited until a day     |
 * | , /       | same      | one more mark in the same cell |
 */
const bySign: Record<string, Intent> = {
  н: { kind: 'absence', code: 'absent' },
  б: { kind: 'absence', code: 'sick' },
  у: { kind: 'absence', code: 'excused' },
  п: { kind: 'absence', code: 'unexcused' },
  о: { kind: 'absence', code: 'late' },
  с: { kind: 'absence', code: 'exempt' },
  '.': { kind: 'point' },
  '*': { kind: 'point' },
  '•': { kind: 'point' },
  ',': { kind: 'another' },
  '/': { kind: 'another' },
  Backspace: { kind: 'backspace' },
  Delete: { kind: 'clear' },
}

const passSigns: Record<string, Intent> = {
  з: { kind: 'value', value: 1 },
  '+': { kind: 'value', value: 1 },
  '=': { kind: 'value', value: 1 },
  '-': { kind: 'value', value: 0 },
  '−': { kind: 'value', value: 0 },
}

const placeOfLatin: Record<string, string> = {
  KeyY: 'н',
  KeyH: 'н',
  KeyB: 'б',
  KeyE: 'у',
  KeyG: 'п',
  KeyJ: 'о',
  KeyC: 'с',
  KeyP: 'з',
}

/** What a key means in the journal, or null when it means nothing there. Keys with Ctrl, Alt or Cmd are never entries. */
export function readKey(stroke: Stroke, scale: Scale, lowest: number): Intent | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey) return null
  const sign = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key
  const letter = /^[a-z]$/.test(sign) ? placeOfLatin[stroke.code] : sign
  if (letter === undefined) return null
  if (scale === 'passFail' && passSigns[letter]) return passSigns[letter]
  if (/^[0-9]$/.test(letter))
    return scale === 'five' && scaleValues(scale, lowest).includes(+letter) ? { kind: 'value', value: +letter } : null
  return bySign[letter] ?? null
}

/** Buttons of the mark pad in the order they are shown: two rows of a phone, marks above, absences below, each that a key can enter. */
export function padIntents(scale: Scale, lowest: number, marks: boolean): Intent[] {
  const values = scaleValues(scale, lowest).map((value): Intent => ({ kind: 'value', value }))
  const codes: AbsenceCode[] = ['absent', 'sick', 'excused', 'unexcused', 'late', 'exempt']
  const absences = codes.map((code): Intent => ({ kind: 'absence', code }))
  return marks
    ? [...values, { kind: 'point' }, { kind: 'another' }, { kind: 'backspace' }, ...absences]
    : [...absences, { kind: 'backspace' }]
}

/** True for keys that would have been a mark on some scale: a digit that is refused deserves a word, another key does not. */
export const looksLikeMark = (stroke: Stroke): boolean =>
  !stroke.ctrlKey && !stroke.metaKey && !stroke.altKey && /^[0-9]$/.test(stroke.key)
