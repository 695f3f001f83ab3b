import { numericDate } from '#domain/platform/dateTexts.ts'
import type { Policies } from '#domain/school/policies.ts'
import { fields, isKept } from './fields.ts'
import { ownMeasures, schoolMeasures } from './measures.ts'
import { type PurposeKey, purposeKeys, purposes, purposesOf } from './purposes.ts'
import type { Done, Note, Operator, OwnPurpose, Register } from './rules.ts'
import {
  fieldNames,
  groundNames,
  ownMeasureNames,
  purposeNames,
  schoolMeasureNames,
  termNames,
  whoNames,
  whoseNames,
} from './texts.ru.ts'
import { whoMay } from './who.ts'

/** The permission table in force, and what the school has decided of it. */
export type Access = { permissions: Readonly<Record<string, readonly unknown[]>>; choices: Readonly<Record<string, boolean>> }

/** A purpose as it is read and printed, whether the product brings it or the school has added it. */
export type PurposeLine = {
  key: PurposeKey | null
  name: string
  basis: string[]
  whose: string
  data: string
  access: string
  kept: string
  transfer: string
}

const unsaid = 'не указано'

/** To whom data go, in words. */
export const transferText = ({ transfer, transferredTo }: Pick<Note, 'transfer' | 'transferredTo'>): string =>
  ({ unsaid, none: 'не передаются', some: transferredTo })[transfer]

/** Who has access to what a purpose needs, by the permission table in force. */
export function accessText(key: PurposeKey, { permissions, choices }: Access): string {
  const names = Object.keys(permissions).filter((name) => purposesOf(name).includes(key))
  return whoMay(permissions, names, choices)
    .map((who) => whoNames[who])
    .join('; ')
}

/** What data a purpose needs: kinds that the school has switched off are left out. */
export function dataText(key: PurposeKey, policies: Policies): string {
  const kept = purposes[key].fields.filter((field) => isKept(field, policies))
  return kept.length <= 1 && key === 'contacts'
    ? 'не хранятся: все такие поля выключены'
    : kept.map((field) => fieldNames[field]).join('; ')
}

/** Every purpose in one order: those of the product with what the school has said of them, then its own that are in use. */
export function purposeLines({ notes, own }: Pick<Register, 'notes' | 'own'>, policies: Policies, access: Access): PurposeLine[] {
  const product = purposeKeys.map((key): PurposeLine => {
    const note = notes.find(({ purpose }) => purpose === key)
    return {
      key,
      name: purposeNames[key],
      basis: [...purposes[key].grounds.map((ground) => groundNames[ground]), ...(note?.basis ? [note.basis] : [])],
      whose: purposes[key].whose.map((one) => whoseNames[one]).join(', '),
      data: dataText(key, policies),
      access: accessText(key, access),
      kept: note?.kept || termNames[purposes[key].term],
      transfer: note ? transferText(note) : unsaid,
    }
  })
  return [...product, ...own.filter(({ archived }) => !archived).map(ownLine)]
}

const ownLine = ({ name, basis, whose, data, access, kept, ...transfer }: OwnPurpose): PurposeLine => ({
  key: null,
  name,
  basis: [basis || unsaid],
  whose: whose || unsaid,
  data: data || unsaid,
  access: access || unsaid,
  kept: kept || unsaid,
  transfer: transferText(transfer),
})

/** Columns of the database in which a kind of data lies: «person.born_on». */
export const columnsOf = (key: PurposeKey): string[] =>
  purposes[key].fields.flatMap((field) =>
    Object.entries(fields[field] as Record<string, string>).flatMap(([table, columns]) =>
      columns.split(' ').map((column) => `${table}.${column}`),
    ),
  )

/** «приказ № 12 от 01.09.2026», or nothing. */
export const orderText = ({ orderNumber, orderDate }: Pick<Operator, 'orderNumber' | 'orderDate'>): string =>
  orderNumber || orderDate
    ? ['приказ', orderNumber && `№ ${orderNumber}`, orderDate && `от ${numericDate(orderDate)}`].filter(Boolean).join(' ')
    : ''

export type SchoolHead = { fullName: string; name: string; inn: string; ogrn: string; address: string; phone: string; email: string; headName: string; headPosition: string } // biome-ignore format: one glance
type All = { card: SchoolHead; register: Register & { counts: Record<string, number> }; policies: Policies; access: Access }

const levelText = (level: number | null) => (level === null ? unsaid : `УЗ-${level}`)
export const doneText = ({ on, act, answers }: Done): string =>
  on === null ? 'не отмечено' : [numericDate(on), act, answers && `отвечает ${answers}`].filter(Boolean).join(', ')

/**
 * What is written into the notice to Роскомнадзор, in the order of its form. 152-ФЗ, ст. 22 ч. 3: for each purpose the data, whose they are,
 * on what basis, what is done with them and how.
 */
export function noticeParts({ card, register, policies, access }: All): { heading: string; pairs: [string, string][] }[] {
  const { operator } = register
  const actions =
    'сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, предоставление, блокирование, удаление, уничтожение'
  return [
    {
      heading: 'Оператор',
      pairs: [
        ['Наименование', card.fullName || card.name],
        ['ИНН, ОГРН', [card.inn, card.ogrn].filter(Boolean).join(', ') || unsaid],
        ['Адрес', card.address || unsaid],
        ['Телефон, почта', [card.phone, card.email].filter(Boolean).join(', ') || unsaid],
        ['Ответственный за организацию обработки', [operator.responsible, orderText(operator)].filter(Boolean).join(', ') || unsaid],
        ['Чьих данных сколько', `ученики — ${register.counts.student}, родители — ${register.counts.guardian}, сотрудники — ${register.counts.staff}`],
      ],
    },
    ...purposeLines(register, policies, access).map((line, i) => ({
      heading: `Цель ${i + 1}. ${line.name}`,
      pairs: [
        ['Категории данных', line.data],
        ['Чьи данные', line.whose],
        ['Правовое основание', line.basis.join('; ')],
        ['Действия', actions],
        ['Способ', 'смешанный, с передачей по внутренней сети и сети Интернет'],
        ['Срок или условие прекращения', line.kept],
        ['Кому передаются', line.transfer],
      ] as [string, string][],
    })),
    {
      heading: 'Меры и место',
      pairs: [
        ['Меры (ст. 18.1 и 19)', [
          ...Object.values(ownMeasureNames).map(({ name }) => name.toLowerCase()),
          ...schoolMeasures.filter((key) => isDone(register, key)).map((key) => schoolMeasureNames[key].name.toLowerCase()),
        ].join('; ')],
        ['Уровень защищённости', [levelText(operator.level), operator.levelAct].filter(Boolean).join(', ')],
        ['Место нахождения базы данных', operator.hostingAddress ? `Россия, ${operator.hostingAddress}` : unsaid],
        ['Кто держит сервер', operator.hostingOwner || unsaid],
        ['Трансграничная передача', 'не осуществляется'],
        ['Уведомление в реестре', operator.noticeNumber ? [operator.noticeNumber, operator.noticeDate && `от ${numericDate(operator.noticeDate)}`].filter(Boolean).join(' ') : 'ещё не подано'],
      ],
    },
  ]
} // biome-ignore format: a form is read in its lines

const isDone = ({ measures }: Pick<Register, 'measures'>, key: string) =>
  measures.some(({ measure, on }) => measure === key && on !== null)

/** Measures with their states as the sheet lists them: what the product does, then what the school has ticked. */
export function measureRows(
  { measures }: Pick<Register, 'measures'>,
  policies: Policies,
): { own: string[][]; school: string[][] } {
  return {
    own: (Object.keys(ownMeasures) as (keyof typeof ownMeasures)[]).map((key) => {
      const { name, told, measure } = ownMeasureNames[key]
      const { inForce } = ownMeasures[key]
      return [name, `${told} (${measure})`, inForce === null || inForce(policies) ? 'действует' : 'выключено правилом школы']
    }),
    school: schoolMeasures.map((key) => {
      const { name, told } = schoolMeasureNames[key]
      const done = measures.find(({ measure }) => measure === key)
      return [name, told, done ? doneText(done) : 'не отмечено']
    }),
  }
}
