import type { RefusalParams } from '#domain/platform/refusal.ts'
import { count } from '#domain/platform/texts.ts'
import { kindOfAction } from './rules.ts'

export const refusals = {
  'audit.tooMany': ({ most }: RefusalParams) =>
    `В выписку помещается не больше ${count(Number(most), 'записи', 'записей', 'записей')}. Сократите период или выберите человека.`,
  'audit.nothing': () => 'По этим условиям записей нет: выписывать нечего.',
}

const formats: Record<string, string> = { pdf: 'для печати', xlsx: 'в Excel', csv: 'в CSV' }

export const sentences = {
  'audit.log': () => 'открыл(а) журнал действий',
  'audit.action': () => 'открыл(а) запись журнала действий',
  'audit.state': () => 'посмотрел(а) состояние журнала действий',
  'audit.compare': ({ seal }: { seal?: number }) =>
    `сверил(а) отпечаток печати${seal === undefined ? '' : ` № ${seal}`} с бумаги`,
  'audit.own': () => 'посмотрел(а) свои действия',
  'audit.verify': () => 'начал(а) проверку журнала действий',
  'audit.extract': ({ format }: { format: string }) => `получил(а) выписку из журнала действий ${formats[format] ?? ''}`.trim(),
}

/** Of an operation that there is no more, or never was: a school that was laid out. */
export const unknown = 'внёс(ла) изменения'

/** The same of what an administrator may not see the values of. */
const veiled: Record<string, string> = {
  'marks.set': 'изменил(а) отметку',
  'marks.setMany': 'изменил(а) отметки',
  'marks.addWork': 'добавил(а) работу',
  'attendance.set': 'изменил(а) посещаемость',
  'attendance.setMany': 'изменил(а) посещаемость',
  'attendance.rollCall': 'провёл(а) перекличку',
  'homework.set': 'изменил(а) домашнее задание',
  'homework.addFile': 'приложил(а) файл к домашнему заданию',
  'journal.setTopic': 'изменил(а) тему урока',
}

/** What is said of an operation to who may not see what was written: null when the sentence itself tells nothing of it. */
export function veiledSentence(name: string): string | null {
  if (veiled[name]) return veiled[name]
  const kind = kindOfAction(name)
  return kind === 'marks' || kind === 'attendance' || kind === 'homework' ? `сделал(а) запись в журнале класса` : null
}
