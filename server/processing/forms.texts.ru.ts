/** Sheets of the register: headings, pairs and tables as they are given, on A4 lying or standing. */
export const processingSheet = `
#let d = json("data.json")
#let soft = luma(70)
#set page(paper: "a4", flipped: d.flipped, margin: (x: 14mm, y: 14mm), footer: context align(right, text(size: 8pt, fill: soft, counter(page).display("1 из 1", both: true))))
#set text(font: "PT Sans", size: 8.5pt, lang: "ru", region: "RU", hyphenate: true)
#set par(justify: false, leading: 0.5em, spacing: 2mm)
#if d.approve != "" {
  align(right, block(width: 70mm, align(left)[УТВЕРЖДАЮ \\ #d.approve \\ #line(length: 40mm, stroke: 0.3pt) \\ #d.headName]))
}
#align(center, text(size: 10pt, d.school))
#align(center, text(size: 13pt, weight: "bold", d.title))
#if d.lead != "" { align(center, text(fill: soft, d.lead)) }
#for block-of in d.blocks {
  if block-of.heading != "" { v(2mm); text(size: 10.5pt, weight: "bold", block-of.heading) }
  if block-of.pairs.len() > 0 {
    table(columns: (45mm, 1fr), stroke: 0.3pt + luma(160), inset: 1.6mm,
      ..block-of.pairs.map(((label, value)) => (text(fill: soft, label), value)).flatten())
  }
  if block-of.rows.len() > 0 {
    table(columns: block-of.widths.map(w => w * 1fr), stroke: 0.3pt + luma(160), inset: 1.4mm,
      table.header(..block-of.head.map(cell => table.cell(fill: luma(240), strong(cell)))),
      ..block-of.rows.flatten())
  }
}
#v(6mm)
#grid(columns: (auto, 1fr, auto), column-gutter: 3mm, align: bottom, d.sign, line(length: 100%, stroke: 0.3pt), d.signName)
#text(fill: soft, d.printed)
`

export const sheetTitles = {
  register: 'Перечень процессов обработки персональных данных',
  notice: 'Сведения для уведомления об обработке персональных данных',
  measures: 'Меры защиты персональных данных',
} as const
export type SheetKind = keyof typeof sheetTitles

export const leads = {
  register: '152-ФЗ «О персональных данных», ст. 18.1 ч. 1 п. 2; составлено программой «Звонок» и школой',
  notice: '152-ФЗ, ст. 22; переписать в форму на портале Роскомнадзора',
  measures: '152-ФЗ, ст. 18.1 и 19; постановление Правительства № 1119, приказ ФСТЭК № 21',
} as const

export const registerHead = ['№', 'Цель', 'Основание', 'Чьи данные', 'Какие данные', 'Кто имеет доступ', 'Срок', 'Передача']
export const measureHead = ['Мера', 'Что делается', 'Состояние']
export const ownHeading = 'Делает программа'
export const schoolHeading = 'Делает школа'
export const printedOn = (date: string) => `Напечатано ${date}`
export const responsibleSign = 'Ответственный за организацию обработки'
export const fileName = (kind: SheetKind) => `${sheetTitles[kind].toLowerCase()}.pdf`
