/** Forms in words and in Typst. The data come as JSON: nothing that a person has typed is ever part of a template. */

const page = `
#set page(paper: "a4", margin: (left: 20mm, right: 10mm, top: 15mm, bottom: 15mm), numbering: "1", number-align: center)
#set text(font: "PT Sans", size: 10pt, lang: "ru", region: "RU", hyphenate: true)
#set par(justify: false)
#let d = json("data.json")
#let cell = table.cell
`

/** Журнал выдачи реквизитов доступа, with a column for signatures. [S0 2.5] */
export const issueSheet = `${page}
#set page(flipped: true)
#align(center)[
  #text(size: 9pt)[#d.school]
  #v(2mm)
  #text(size: 13pt, weight: "bold")[Журнал выдачи реквизитов доступа] \\
  #d.about
]
#v(3mm)
#set text(size: 9pt)
#table(
  columns: (9mm, 1.6fr, 1.3fr, 1fr, 24mm, 1fr, 22mm, 1.2fr, 26mm),
  stroke: 0.4pt, inset: 1.6mm, align: (center, left, left, left, left, left, left, left, left),
  table.header(
    repeat: true,
    ..("№", "Кому", "Кто это", "Логин", "Дата выдачи", "Кто выдал", "Вручено", "Кто получил", "Подпись").map(word => cell(fill: luma(235), strong(word))),
  ),
  ..d.rows.enumerate().map(((i, r)) => (str(i + 1), r.name, r.detail, r.login, r.issuedAt, r.issuedBy, r.handedOn, r.receivedBy, [])).flatten(),
)
#v(4mm)
Администратор журнала: #box(width: 45mm, stroke: (bottom: 0.4pt)) #h(2mm) / #box(width: 55mm, stroke: (bottom: 0.4pt)) /
`

/** What the order that appoints responsible people says: who, as what, from when. [S1 3.1] */
export const rolesSheet = `${page}
#align(center)[
  #text(size: 9pt)[#d.school]
  #v(2mm)
  #text(size: 13pt, weight: "bold")[Ответственные за ведение электронного журнала] \\
  Приложение к приказу от «\\_\\_\\_» \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_ 20\\_\\_\\_ г. № \\_\\_\\_\\_\\_\\_\\_
]
#v(4mm)
#table(
  columns: (9mm, 1.5fr, 1.2fr, 1.2fr, 22mm, 22mm, 1.1fr),
  stroke: 0.4pt, inset: 1.8mm, align: (center, left, left, left, left, left, left),
  table.header(
    repeat: true,
    ..("№", "Фамилия, имя, отчество", "Должность", "Роль в журнале", "С", "По", "Приказ").map(word => cell(fill: luma(235), strong(word))),
  ),
  ..d.rows.enumerate().map(((i, r)) => (str(i + 1), r.name, r.position, r.role, r.from, r.to, r.order)).flatten(),
)
#v(8mm)
#d.headPosition #h(1fr) #box(width: 40mm, stroke: (bottom: 0.4pt)) #h(4mm) #d.headName
#v(6mm)
По состоянию на #d.today
`

/** Who may what, as the school has decided: an annex to the order about access. A star marks what differs from the usual. [S1 4.1б] */
export const rightsSheet = `${page}
#align(center)[
  #text(size: 9pt)[#d.school]
  #v(2mm)
  #text(size: 13pt, weight: "bold")[Права доступа к электронному журналу] \\
  Приложение к приказу от «\\_\\_\\_» \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_ 20\\_\\_\\_ г. № \\_\\_\\_\\_\\_\\_\\_
]
#v(4mm)
#set text(size: 8.5pt)
#table(
  columns: (1fr, ..d.columns.map(_ => 17mm)),
  stroke: 0.4pt, inset: 1.4mm, align: (left, ..d.columns.map(_ => center)),
  table.header(repeat: true, ..("Право", ..d.columns).map(word => cell(fill: luma(235), strong(word)))),
  ..d.groups.map(g => (cell(colspan: d.columns.len() + 1, fill: luma(246), strong(g.name)), ..g.rows.map(r => (r.name, ..r.cells)).flatten())).flatten(),
)
#v(2mm)
«+» — может. Звёздочка — решение школы, отличное от принятого. Классному руководителю открыт его класс, учителю — его журналы, семье — собственный ребёнок.
#if d.decisions.len() > 0 [
  #v(2mm)
  #strong[Решения школы] \\
  #for one in d.decisions [#one \\ ]
]
#v(6mm)
#d.headPosition #h(1fr) #box(width: 40mm, stroke: (bottom: 0.4pt)) #h(4mm) #d.headName
#v(4mm)
По состоянию на #d.today
`
export const rightsFile = 'права доступа.pdf'
export const rightCell = (has: boolean, changed: boolean) => `${has ? '+' : '–'}${changed ? ' *' : ''}`
export const rightDecision = (who: string, what: string, allowed: boolean, order: string) =>
  `${who}: «${what}» — ${allowed ? 'разрешено' : 'запрещено'}${order && `, приказ ${order}`}`

export const issuesOf = (classes: string) => (classes ? `Класс ${classes}` : 'Вся школа')
export const issuesFile = 'журнал выдачи.pdf'
export const rolesFile = 'ответственные.pdf'
export const orderOf = (number: string, date: string) =>
  number || date ? [number && `№ ${number}`, date && `от ${date}`].filter(Boolean).join(' ') : ''
