import { kindNames } from '#domain/audit/kinds.texts.ru.ts'
import type { ActionKind } from '#domain/audit/rules.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'

/** The extract in words and in Typst. The data come as JSON: nothing that a person has typed is ever part of the template. */
export const extractSheet = `
#set page(paper: "a4", flipped: true, margin: (left: 15mm, right: 10mm, top: 14mm, bottom: 14mm), numbering: "1 из 1", number-align: center)
#set text(font: "PT Sans", size: 10pt, lang: "ru", region: "RU", hyphenate: true)
#set par(justify: false)
#let d = json("data.json")
#let cell = table.cell
#align(center)[
  #text(size: 9pt)[#d.school]
  #v(2mm)
  #text(size: 13pt, weight: "bold")[Выписка из журнала действий]
  #if d.conditions != "" [ \\ #d.conditions]
]
#v(2mm)
#text(size: 9pt)[Записей: #d.rows.len(). Составлена #d.made]
#v(2mm)
#set text(size: 8.5pt)
#table(
  columns: (11mm, 27mm, 38mm, 1.5fr, 1.2fr, 1fr, 18mm),
  stroke: 0.4pt, inset: 1.4mm, align: (center, left, left, left, left, left, right),
  table.header(
    repeat: true,
    ..("№", "Когда", "Кто", "Что сделано", "О ком, о чём", "Устройство и адрес", "Запись").map(word => cell(fill: luma(235), strong(word))),
  ),
  ..d.rows.enumerate().map(((i, r)) => (str(i + 1), r.at, r.who, r.what, r.about, r.device, r.number)).flatten(),
)
#v(3mm)
#block(breakable: false)[
  #set text(size: 9pt)
  #if d.seal != "" [
    Записи защищены цепочкой: печать № #d.seal от #d.sealedAt, корень #strong(d.short). Полностью: #text(font: "PT Sans", size: 8pt)[#d.root].
  ]
  #if d.waiting [Записи без номера ещё не внесены в цепочку: это происходит через несколько минут после действия.]
  #v(7mm)
  #box(width: 60mm)[#d.signs] #box(width: 45mm, stroke: (bottom: 0.4pt)) #h(4mm) #d.by
  #v(6mm)
  #box(width: 60mm)[#d.headPosition] #box(width: 45mm, stroke: (bottom: 0.4pt)) #h(4mm) #d.headName #h(10mm) М. П.
]
`

export const composed = 'Выписку составил(а)'
export const some = (labels: string[]) => (labels.length > 4 ? `${labels.slice(0, 4).join('; ')} и другие` : labels.join('; '))
export const extractName = 'выписка из журнала действий'
export const columns = {
  number: 'Запись',
  at: 'Когда',
  who: 'Кто',
  what: 'Что сделано',
  about: 'О ком, о чём',
  device: 'Устройство',
  address: 'Адрес',
}

type Conditions = { kind?: ActionKind; who?: string; whom?: string; text?: string; from?: string; to?: string }

/** What the extract is narrowed to: «с 01.11.2026 по 20.11.2026; отметки; кто: Иванова». */
export const conditionsText = ({ kind, who, whom, text, from, to }: Conditions): string =>
  [
    [from && `с ${numericDate(from)}`, to && `по ${numericDate(to)}`].filter(Boolean).join(' '),
    kind && kindNames[kind].toLowerCase(),
    who && `кто: ${who}`,
    whom && `о ком: ${whom}`,
    text && `действие: ${text}`,
  ]
    .filter(Boolean)
    .join('; ')
